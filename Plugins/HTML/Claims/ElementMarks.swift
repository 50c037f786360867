import OffprintMarkup

/// What the classes, the id and the properties of an element say that it holds.
struct ElementMarks: OptionSet {
    let rawValue: UInt16

    /// An author's name, or a line that has it.
    static let author = ElementMarks(rawValue: 1)
    /// A name as such: `fn` of a vCard, `author-name`.
    static let name = ElementMarks(rawValue: 2)
    /// A date.
    static let date = ElementMarks(rawValue: 4)
    /// When the article was changed.
    static let modified = ElementMarks(rawValue: 8)
    /// What the article is filed under.
    static let tags = ElementMarks(rawValue: 16)
    /// What readers say, or other articles, or the site: nothing of this article.
    static let aside = ElementMarks(rawValue: 32)
    /// A line over the headline.
    static let kicker = ElementMarks(rawValue: 64)
    /// A line under the headline.
    static let subtitle = ElementMarks(rawValue: 128)
    /// The path to the page.
    static let breadcrumb = ElementMarks(rawValue: 256)
    /// More about an author than the name.
    static let biography = ElementMarks(rawValue: 512)

    /// Reads the words of classes.
    ///
    /// Words start behind a space, a hyphen, a low line or where a capital follows a small letter. `author` and
    /// `byline` count within a word too, for pages write `postauthor`.
    init(classes: ArraySlice<UInt8>) {
        var marks: ElementMarks = []
        let table = WordTable.shared
        let bytes = classes.span
        var previous: UInt8 = 0x20
        for index in bytes.indices {
            let byte = bytes[index]
            let small = byte | 0x20
            if Self.isLetter(small) {
                if !Self.isLetter(previous) || (Self.isSmall(previous) && !Self.isSmall(byte)) {
                    marks.formUnion(table.marks(of: bytes, at: index))
                } else if small == 0x61, bytes.hasWord("author", at: index) {
                    marks.insert(.author)
                } else if small == 0x62, bytes.hasWord("byline", at: index) {
                    marks.insert(.author)
                }
            }
            previous = byte
        }
        // Who a comment is by is no author of the article.
        if marks.contains(.aside) { marks.subtract([.author, .name, .date]) }
        self = marks
    }

    init(rawValue: UInt16) { self.rawValue = rawValue }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
    private static func isSmall(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }

}

/// The first eight letters of a word in small letters, in one number.
private struct WordStart {
    private(set) var letters: UInt64 = 0
    /// How many bytes of the word are small letters as written.
    private(set) var count = 0

    init(_ bytes: Span<UInt8>, at start: Int) {
        var index = start
        while index < bytes.count, count < 8 {
            let small = bytes[index] | 0x20
            guard small &- 0x61 < 26 else { break }
            letters |= UInt64(small) << UInt64(count * 8)
            count += 1
            index += 1
        }
    }
}

/// Generic words of classes.
private struct WordTable {
    static let shared = WordTable()

    /// The marks of the word that starts at a letter.
    func marks(of bytes: Span<UInt8>, at index: Int) -> ElementMarks {
        guard let bucket = buckets[Int(bytes[index] | 0x20) - 0x61] else { return [] }
        let start = WordStart(bytes, at: index)
        for index in bucket where rows[index].matches(start) { return rows[index].marks }
        return []
    }

    struct Row: Sendable {
        let letters: UInt64
        let mask: UInt64
        /// Whether more letters may follow.
        let isStem: Bool
        let length: Int
        let marks: ElementMarks

        init(_ word: String, _ marks: ElementMarks) {
            isStem = word.hasSuffix("*")
            let plain = Array(word.utf8.prefix { $0 != 0x2A }.prefix(8))
            letters = WordStart(plain.span, at: 0).letters
            length = plain.count
            mask = length == 8 ? .max : (1 << UInt64(length * 8)) - 1
            self.marks = marks
        }

        @inline(__always)
        func matches(_ start: WordStart) -> Bool {
            start.letters & mask == letters && (isStem || start.count == length)
        }
    }

    /// Rows by their first letter, in its order.
    private let rows: [Row]
    private let buckets: [Range<Int>?]

    private init() {
        let rows = Self.all
        self.rows = rows
        buckets = (0..<26).map { letter in
            let places = rows.indices.filter { Int(rows[$0].letters & 0xFF) == letter + 0x61 }
            return places.first.map { $0..<places[places.count - 1] + 1 }
        }
    }

    private static let all: [Row] = [
        Row("authors", .author), Row("author*", .author), Row("autor*", .author), Row("auteur*", .author),
        Row("advert*", .aside), Row("breadcru*", .breadcrumb), Row("byline*", .author), Row("bio", .biography),
        Row("comment*", .aside), Row("contribu*", .author), Row("creator", .author), Row("date*", .date),
        Row("datum*", .date), Row("dachzeil*", .kicker), Row("eyebrow*", .kicker), Row("fn", [.name, .author]),
        Row("fecha*", .date), Row("kicker*", .kicker), Row("keyword*", .tags), Row("modified", .modified),
        Row("name", .name), Row("newslett*", .aside), Row("overline*", .kicker), Row("publish*", .date),
        Row("pubdate*", .date), Row("posted*", .date), Row("promo", .aside), Row("related*", .aside),
        Row("recommen*", .aside), Row("recent", .aside), Row("roofline*", .kicker), Row("reporter*", .author),
        Row("sidebar*", .aside), Row("subtitle*", .subtitle), Row("subheadl*", .subtitle),
        Row("standfir*", .subtitle), Row("spitzmar*", .kicker), Row("tags", .tags), Row("tag", .tags),
        Row("taglist*", .tags), Row("time", .date),
        Row("timestam*", .date), Row("themen", .tags), Row("topics", .tags), Row("updated*", .modified),
        Row("username", [.author, .name]), Row("vcard", .author),
        Row("widget", .aside), Row("writer*", .author),
    ]

}

extension Span<UInt8> {
    /// Whether a word of ASCII stands at an index, whatever its case.
    fileprivate func hasWord(_ word: String, at index: Int) -> Bool {
        guard index + word.utf8.count <= count else { return false }
        var index = index
        for byte in word.utf8 {
            if self[index] | 0x20 != byte { return false }
            index += 1
        }
        return true
    }
}

extension ArraySlice<UInt8> {
    /// Whether the bytes start with a word of ASCII, whatever their case.
    func starts(withSmall word: String) -> Bool {
        let word = word.utf8
        guard count >= word.count else { return false }
        var index = startIndex
        for byte in word {
            if self[index] | 0x20 != byte | 0x20 { return false }
            index += 1
        }
        return true
    }
}
