import OffprintModel

/// Who made a picture, as the end of its caption says it: behind a word such as "Photo:", a sign or in parentheses.
enum CreditLine {
    /// Words before a colon that announce who made a picture.
    private static let labels: Set<String> = [
        "photo", "photos", "photograph", "photographs", "photographer", "picture", "pictures", "image", "images",
        "credit", "credits", "photo credit", "image credit", "photo credits", "photo courtesy", "illustration",
        "source", "copyright", "foto", "fotos", "fotograf", "bild", "bilder", "bildquelle", "quelle", "grafik",
        "fotografie", "crédit", "crédits", "crédit photo", "crédits photo", "photographie", "crédito", "créditos",
        "fuente", "imagen",
        "fotografía", "imagem", "fotografia", "fonte", "immagine", "kuva", "zdjęcie", "fot", "zdroj", "fotó", "kép",
        "фото", "фотография", "джерело", "источник", "照片", "图片", "摄影", "写真", "사진", "φωτογραφία", "صورة", "תמונה",
        "צילום", "عکس",
    ]

    /// The longest text that a credit has, in bytes.
    private static let longest = 140

    /// The caption without the credit at its end, and the credit as printed; `nil` where there is none.
    static func split(_ caption: [Inline]) -> (caption: [Inline], credit: String)? {
        let text = caption.plainText
        guard !text.isEmpty, let start = start(in: Array(text.utf8)) else { return nil }
        let credit = String(decoding: Array(text.utf8)[start...], as: UTF8.self)
        guard start > 0 else { return ([], credit.tidied) }
        // The credit starts within plain text, or with an inline of its own.
        var offset = 0
        for (index, inline) in caption.enumerated() {
            let length = [inline].plainText.utf8.count
            if start == offset { return (trimmed(caption[..<index]), credit.tidied) }
            if start < offset + length {
                guard case .text(let run) = inline else { return nil }
                let kept = String(decoding: Array(run.utf8)[..<(start - offset)], as: UTF8.self)
                return (trimmed(caption[..<index] + [.text(kept)]), credit.tidied)
            }
            offset += length
        }
        return nil
    }

    /// Whether a text is nothing but a credit.
    static func isCredit(_ text: String) -> Bool { start(in: Array(text.utf8)) == 0 }

    /// A caption without the space and the bars that stand between it and the credit.
    static func trimmed(_ caption: some Sequence<Inline>) -> [Inline] {
        var caption = Array(caption)
        while let last = caption.last {
            guard case .text(let run) = last else { break }
            let kept = run.trimmedAtEnd
            guard kept.isEmpty else {
                caption[caption.count - 1] = .text(kept)
                break
            }
            caption.removeLast()
        }
        return caption
    }

    // MARK: The start

    private static func start(in text: [UInt8]) -> Int? {
        if let parenthesis = startOfParenthesis(in: text) { return parenthesis }
        if let agency = PictureAgency.startOfCredit(in: text) { return agency }
        // From the end, the last place where a label or a sign of copyright stands at the start of a phrase.
        var index = text.count - 1
        let first = max(0, text.count - longest)
        while index >= first {
            if startsPhrase(index, in: text), isLabelled(text[index...]) {
                // The label may have a word more before it: "Photo credit:".
                guard index > 1, let space = text[..<(index - 1)].lastIndex(of: 0x20), isLabelled(text[(space + 1)...])
                else { return index > 1 && isLabelled(text[...]) ? 0 : index }
                return space + 1
            }
            index -= 1
        }
        return nil
    }

    /// The start of parentheses at the end that hold a credit.
    private static func startOfParenthesis(in text: [UInt8]) -> Int? {
        var end = text.count
        while end > 0, text[end - 1] == 0x20 || text[end - 1] == 0x2E { end -= 1 }
        guard end > 0, text[end - 1] == 0x29, let open = text[..<end].lastIndex(of: 0x28), end - open <= longest else {
            return nil
        }
        let inner = text[(open + 1)..<(end - 1)]
        let words = String(decoding: inner, as: UTF8.self).lowercased()
        let isCredit =
            isLabelled(inner) || inner.contains(0x2F)
            || ["photo", "foto", "image", "courtesy", "getty", "handout"].contains(where: words.contains)
            || open > 1 && text[open - 2] == 0x2E && isName(inner)
        return isCredit ? open : nil
    }

    /// Whether text is two to four words that all start as names do.
    private static func isName(_ text: ArraySlice<UInt8>) -> Bool {
        let words = text.split(separator: 0x20)
        return (2...4).contains(words.count)
            && words.allSatisfy { ($0.first ?? 0) >= 0x80 || (0x41...0x5A).contains($0.first ?? 0) }
    }

    /// Whether a phrase may start at a place: at the start, behind the end of a sentence, a bar or a dash.
    private static func startsPhrase(_ index: Int, in text: [UInt8]) -> Bool {
        guard index > 0 else { return true }
        guard text[index] > 0x20, text[index] & 0xC0 != 0x80 else { return false }
        guard text[index - 1] == 0x20 else {
            return text[index - 1] == 0x7C || text[index] == 0xC2 && isCopyright(text[index...])
        }
        guard index > 1 else { return true }
        if isCopyright(text[index...]) { return true }
        // Behind a sentence, a bar, a dash, a bracket or quotes; a capital label needs nothing before it.
        return [0x2E, 0x21, 0x3F, 0x7C, 0x2F, 0x29, 0x22, 0x3A, 0x9D, 0x93, 0x94, 0x82].contains(text[index - 2])
            || (0x41...0x5A).contains(text[index])
    }

    private static func isCopyright(_ text: ArraySlice<UInt8>) -> Bool { text.starts(with: [0xC2, 0xA9]) }

    /// Whether text is a label, a colon and a name, or follows a sign of copyright.
    private static func isLabelled(_ text: ArraySlice<UInt8>) -> Bool {
        guard text.count <= longest else { return false }
        if isCopyright(text) { return true }
        // A sentence behind it is no name.
        let colon = text.prefix(28).firstIndex { $0 == 0x3A } ?? text.prefix(28).firstIndex { $0 == 0xEF }
        if let colon {
            let label = String(decoding: text[..<colon], as: UTF8.self).lowercased()
            guard let trimmed = label.trimmed, labels.contains(trimmed) else { return false }
            return !holdsSentence(text[(colon + 1)...])
        }
        let start = String(decoding: text.prefix(16), as: UTF8.self).lowercased()
        return ["photo by ", "photos by ", "foto von ", "photograph by", "image by ", "foto de ", "picture by "]
            .contains(where: start.hasPrefix) && !holdsSentence(text)
    }

    /// Whether text goes on behind the end of a sentence.
    private static func holdsSentence(_ text: ArraySlice<UInt8>) -> Bool {
        var index = text.startIndex
        while let stop = text[index...].firstIndex(of: 0x2E) {
            if stop + 1 < text.endIndex, text[stop + 1] == 0x20, text.endIndex - stop > 24,
                stop - text.startIndex > 2, text[stop - 1] >= 0x61, text[stop - 2] >= 0x61
            {
                return true
            }
            index = stop + 1
        }
        return false
    }
}

extension String {
    fileprivate var trimmedAtEnd: String {
        var text = self[...]
        while let last = text.last, last.isWhitespace || last == "|" || last == "–" || last == "—" { text.removeLast() }
        return String(text)
    }
}
