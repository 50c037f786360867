import OffprintLanguage

extension TextLayout {
    /// Finds the lines that stood under a picture: `■ caption | credit`, or `caption | AFP` without the mark.
    ///
    /// Without the mark the credit must be one that we know, or a headline with the site's name would pass.
    mutating func findPhotoLines() {
        for index in lines.indices where roles[index] == .paragraph && lines[index].width <= 400 {
            // The last byte of either bar: most lines have none, and go on without a string.
            guard bytes[lines[index].range].contains(where: { $0 == 0x7C || $0 == 0x9C }) else { continue }
            guard let parts = photoLine(at: index) else { continue }
            let isKnown = index > 0 && PhotoCredits.isKnown(parts.credit) && parts.caption.utf8.contains(0x20)
            if parts.isMarked || isKnown { roles[index] = .photo }
        }
    }

    /// The caption and the credit of a photo line: what is before the last `|` and after it.
    func photoLine(at index: Int) -> (caption: String, credit: String, isMarked: Bool)? {
        let text = text(of: index).unicodeScalars
        guard let bar = text.lastIndex(where: { $0 == "|" || $0 == "｜" }) else { return nil }
        var caption = text[..<bar]
        let isMarked = caption.first.map { Self.photoMarks.contains($0.value) } ?? false
        if isMarked { caption = caption.dropFirst() }
        let (trimmedCaption, credit) = (Self.trimmed(caption), Self.trimmed(text[text.index(after: bar)...]))
        // Several bars make a row of a table or of links.
        guard !trimmedCaption.isEmpty, !credit.isEmpty, credit.utf8.count <= 120,
            isMarked || !trimmedCaption.unicodeScalars.contains(where: { $0 == "|" || $0 == "｜" })
        else { return nil }
        return (trimmedCaption, credit, isMarked)
    }

    private static func trimmed(_ scalars: Substring.UnicodeScalarView) -> String {
        var scalars = scalars
        while let first = scalars.first, first.value.isTrimmed { scalars.removeFirst() }
        while let last = scalars.last, last.value.isTrimmed { scalars.removeLast() }
        return String(Substring(scalars))
    }

    /// ■ □ ▪ ▫ ● ◆ ◇ ◼ ◾ and a camera.
    private static let photoMarks: Set<UInt32> = [
        0x25A0, 0x25A1, 0x25AA, 0x25AB, 0x25CF, 0x25C6, 0x25C7, 0x25FC, 0x25FE, 0x1F4F7, 0x1F4F8,
    ]
}

/// The credits that pictures carry.
enum PhotoCredits {
    /// Whether a credit names an agency, or says itself that it is a credit.
    static func isKnown(_ credit: String) -> Bool {
        if credit.hasPrefix("©") || credit.hasPrefix("(c)") || credit.hasPrefix("(C)") { return true }
        return credit.split(whereSeparator: { $0 == "/" || $0 == "," || $0 == ":" }).contains { part in
            agencies.contains(key(String(part)))
        }
    }

    /// A name without its dots and spaces, in lower case.
    private static func key(_ name: String) -> String {
        String(String.UnicodeScalarView(name.lowercased().unicodeScalars.filter { $0 != "." && $0.value > 0x20 }))
    }

    private static let agencies: Set<String> = [
        "afp", "ap", "reuters", "dpa", "epa", "epa-efe", "efe", "getty", "gettyimages", "ansa", "tass", "xinhua",
        "kyodo",
        "pa", "pamedia", "pawire", "apa", "keystone", "belga", "anp", "tt", "ntb", "ritzau", "scanpix", "pap", "čtk",
        "ctk",
        "mti", "imago", "alamy", "shutterstock", "bloomberg", "anadolu", "aa", "ians", "pti", "associatedpress", "upi",
        "أفب", "افب", "رويترز", "أب", "دبأ", "وام", "واس", "рейтер", "тасс", "рианости", "رویترز", "新华社", "新華社", "共同",
        "共同通信", "ロイター", "연합뉴스", "רויטרס",
    ]
}
