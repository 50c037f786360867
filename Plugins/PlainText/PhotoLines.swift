import OffprintLanguage

extension TextLayout {
    /// Finds the lines that stood under a picture: `■ caption | credit`, `caption | AFP` without the mark, or
    /// `Photo: caption`.
    ///
    /// Without the mark the credit must be one that we know, or a headline with the site's name would pass.
    mutating func findPhotoLines() {
        for index in lines.indices where roles[index] == .paragraph && lines[index].width <= 400 {
            // The last byte of either bar or colon near the start: most lines have none, and go on without a string.
            let line = bytes[lines[index].range]
            guard line.contains(where: { $0 == 0x7C || $0 == 0x9C }) || Self.hasColon(line.prefix(40)) else { continue }
            guard let parts = photoLine(at: index) else { continue }
            let isKnown = index > 0 && PhotoCredits.isKnown(parts.credit) && parts.caption.utf8.contains(0x20)
            if parts.isMarked || isKnown { roles[index] = .photo }
        }
    }

    private static func hasColon(_ start: ArraySlice<UInt8>) -> Bool {
        start.contains(0x3A) || start.contains(0x9A)
    }

    /// The caption and the credit of a photo line: what is before the last `|` and after it.
    func photoLine(at index: Int) -> (caption: String, credit: String, isMarked: Bool)? {
        let line = text(of: index)
        if let rest = PhotoCredits.afterLabel(line) { return PhotoCredits.parts(of: rest) }
        let text = line.unicodeScalars
        guard let bar = text.lastIndex(where: { $0 == "|" || $0 == "｜" }) else { return nil }
        var caption = text[..<bar]
        let isMarked = caption.first.map { Self.photoMarks.contains($0.value) } ?? false
        if isMarked { caption = caption.dropFirst() }
        let (trimmedCaption, credit) = (Substring(caption).trimmed, Substring(text[text.index(after: bar)...]).trimmed)
        // Several bars make a row of a table or of links.
        guard !trimmedCaption.isEmpty, !credit.isEmpty, credit.utf8.count <= 120,
            isMarked || !trimmedCaption.unicodeScalars.contains(where: { $0 == "|" || $0 == "｜" })
        else { return nil }
        return (trimmedCaption, credit, isMarked)
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
        return credit.split(whereSeparator: { $0 == "/" || $0 == "," || $0 == ":" }).contains(where: Agencies.isKnown)
    }

    /// What stands after the word for a picture and its colon; `nil` for a line that opens otherwise.
    static func afterLabel(_ line: String) -> String? {
        guard let colon = line.prefix(24).firstIndex(where: { $0 == ":" || $0 == "：" }),
            labels.contains(line[..<colon].lowercased().trimmed)
        else { return nil }
        let rest = line[line.index(after: colon)...].trimmed
        return rest.isEmpty ? nil : rest
    }

    /// The caption and the credit of a line about a picture: a credit alone, or one in brackets at its end.
    static func parts(of text: String) -> (caption: String, credit: String, isMarked: Bool) {
        if text.split(separator: " ").count <= 6, isKnown(text) { return ("", text, true) }
        for (open, close) in [("(", ")"), ("[", "]"), ("（", "）")] where text.hasSuffix(close) {
            guard let start = text.lastIndex(of: Character(open)) else { continue }
            let credit = text[text.index(after: start)...].dropLast().trimmed
            let caption = text[..<start].trimmed
            if !caption.isEmpty, isKnown(credit) { return (caption, credit, true) }
        }
        return (text, "", true)
    }

    private static let labels: Set<String> = [
        "photo", "photo caption", "caption", "foto", "bild", "bildunterschrift", "bildtext", "légende", "legende",
        "crédit photo", "pie de foto", "legenda", "didascalia", "zdjęcie", "fot.", "kuva", "bilde", "billede", "kép",
        "фото", "снимка", "φωτογραφία", "fotoğraf", "صورة", "الصورة", "عکس", "תמונה", "צילום", "写真", "图", "图片", "圖",
        "사진",
        "ภาพ", "ảnh", "फोटो",
    ]
}
