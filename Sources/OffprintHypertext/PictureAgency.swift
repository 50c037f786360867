/// Those who sell pictures, whose name at the end of a caption closes a credit.
enum PictureAgency {
    private static let names: [[UInt8]] = [
        "Getty Images", "Getty", "Reuters", "REUTERS", "AFP", "AP", "AP Photo", "EPA", "EPA-EFE", "dpa", "DPA", "PA",
        "PA Wire", "Shutterstock", "iStock", "Alamy", "Alamy Stock Photo", "Bloomberg", "Imago", "imago", "IMAGO",
        "picture alliance", "ANSA", "EFE", "TASS", "Xinhua", "Kyodo", "Keystone", "KEYSTONE", "APA", "ANP", "Belga",
        "Lehtikuva",
        "Ritzau Scanpix", "NTB", "TT", "Unsplash", "Pixabay", "Pexels", "Flickr", "Wikimedia Commons", "Magnum Photos",
    ].map { Array($0.utf8) }

    /// Where a credit starts that an agency's name closes: behind the last sentence, and made of names alone.
    static func startOfCredit(in text: [UInt8]) -> Int? {
        var end = text.count
        while end > 0, text[end - 1] <= 0x20 || text[end - 1] == 0x2E { end -= 1 }
        guard let agency = names.first(where: { text[..<end].hasSuffix($0) && isWord(end - $0.count, in: text) }) else {
            return nil
        }
        guard let start = startOfPhrase(before: end - agency.count, in: text) else { return nil }
        let words = text[start..<end].split(whereSeparator: { $0 <= 0x20 || $0 == 0x2F || $0 == 0x7C })
        // A single short name may end a sentence without a stop as well.
        guard words.count <= 9, start > 0 || words.count > 1 || agency.count > 4 else { return nil }
        let areNames = words.allSatisfy { word in
            let first = word.first ?? 0
            return first >= 0x80 || (0x41...0x5A).contains(first) || (0x30...0x39).contains(first)
                || agency.starts(with: word) || agency.hasSuffix(Array(word)) || connectives.contains(Array(word))
                || word.elementsEqual([0x2D])
        }
        let isHandle = words.count - agency.split(separator: 0x20).count == 1 && text[start..<end].contains(0x7C)
        return areNames || isHandle ? start : nil
    }

    private static let connectives = ["via", "for", "de", "van", "von", "da", "al", "el", "and", "&"].map {
        Array($0.utf8)
    }

    /// Whether a word starts at a place.
    private static func isWord(_ index: Int, in text: [UInt8]) -> Bool {
        index == 0 || text[index - 1] <= 0x20 || [0x2F, 0x7C, 0x2E, 0x28].contains(text[index - 1])
    }

    /// Where the phrase starts that holds a place: behind the end of a sentence, or at the start; `nil` where that is far.
    private static func startOfPhrase(before index: Int, in text: [UInt8]) -> Int? {
        let first = max(0, index - 90)
        var at = index
        while at > first {
            let byte = text[at - 1]
            let isStop = byte == 0x2E || byte == 0x21 || byte == 0x3F || byte == 0x9D || byte == 0x22
            // An initial is no end of a sentence.
            let isInitial = byte == 0x2E && at > 1 && (0x41...0x5A).contains(text[at - 2])
            if isStop, !isInitial, at == index || text[at] == 0x20 {
                var start = at
                while start < index, text[start] == 0x20 { start += 1 }
                return start
            }
            at -= 1
        }
        return first == 0 ? 0 : nil
    }
}

extension RandomAccessCollection<UInt8> {
    /// Whether the bytes end with a word.
    fileprivate func hasSuffix(_ word: [UInt8]) -> Bool {
        count >= word.count && suffix(word.count).elementsEqual(word)
    }
}
