import OffprintMarkup

/// What the words of an element's classes say that it is.
///
/// A class such as `wp-caption-text` or `articleCaption` is split into its words; each means what it means in any
/// class. Two words that mean something only together have to stand in one class.
struct ClassTraits: OptionSet {
    let rawValue: UInt64

    static let caption = ClassTraits(rawValue: 1 << 0)
    static let credit = ClassTraits(rawValue: 1 << 1)
    static let pullQuote = ClassTraits(rawValue: 1 << 2)
    static let factBox = ClassTraits(rawValue: 1 << 3)
    /// Text for those who do not see the page, which says again what it shows.
    static let forScreenReaders = ClassTraits(rawValue: 1 << 4)
    static let renderedMath = ClassTraits(rawValue: 1 << 5)
    static let emoji = ClassTraits(rawValue: 1 << 6)
    static let icon = ClassTraits(rawValue: 1 << 7)
    static let live = ClassTraits(rawValue: 1 << 8)
    static let byline = ClassTraits(rawValue: 1 << 9)
    static let correction = ClassTraits(rawValue: 1 << 10)
    static let related = ClassTraits(rawValue: 1 << 11)
    /// The numbers of lines of code.
    static let lineNumbers = ClassTraits(rawValue: 1 << 12)
    static let footnotes = ClassTraits(rawValue: 1 << 13)
    static let math = ClassTraits(rawValue: 1 << 14)
    static let tex = ClassTraits(rawValue: 1 << 15)
    static let source = ClassTraits(rawValue: 1 << 16)
    static let highlight = ClassTraits(rawValue: 1 << 17)
    static let embed = ClassTraits(rawValue: 1 << 18)
    static let display = ClassTraits(rawValue: 1 << 19)
    static let permalink = ClassTraits(rawValue: 1 << 20)

    // Words that count only beside another of the same class.
    private static let pull = ClassTraits(rawValue: 1 << 40)
    private static let quote = ClassTraits(rawValue: 1 << 41)
    private static let fact = ClassTraits(rawValue: 1 << 42)
    private static let box = ClassTraits(rawValue: 1 << 43)
    private static let screen = ClassTraits(rawValue: 1 << 44)
    private static let reader = ClassTraits(rawValue: 1 << 45)
    private static let only = ClassTraits(rawValue: 1 << 46)
    private static let visually = ClassTraits(rawValue: 1 << 47)
    private static let hidden = ClassTraits(rawValue: 1 << 48)
    private static let line = ClassTraits(rawValue: 1 << 49)
    private static let number = ClassTraits(rawValue: 1 << 50)
    private static let blog = ClassTraits(rawValue: 1 << 51)
    private static let liveWord = ClassTraits(rawValue: 1 << 52)
    private static let jax = ClassTraits(rawValue: 1 << 53)
    private static let off = ClassTraits(rawValue: 1 << 54)

    private static let words: [(word: StaticString, trait: ClassTraits)] = [
        ("caption", .caption), ("captions", .caption), ("figcaption", .caption),
        ("credit", .credit), ("credits", .credit), ("copyright", .credit), ("photographer", .credit),
        ("photocredit", .credit), ("imagecredit", .credit),
        ("pullquote", .pullQuote), ("pull", .pull), ("quote", .quote),
        ("factbox", .factBox), ("infobox", .factBox), ("fact", .fact), ("facts", .fact),
        ("box", .box),
        ("screen", .screen), ("reader", .reader), ("readers", .reader), ("sr", .screen),
        ("screenreader", .forScreenReaders),
        ("only", .only), ("offscreen", .forScreenReaders), ("off", .off), ("visually", .visually),
        ("visuallyhidden", .forScreenReaders), ("hidden", .hidden),
        ("katex", .renderedMath), ("mathjax", .renderedMath), ("jax", .jax), ("math", .math), ("display", .display),
        ("latex", .tex), ("tex", .tex),
        ("emoji", .emoji), ("smiley", .emoji), ("emoticon", .emoji),
        ("icon", .icon), ("avatar", .icon), ("gravatar", .icon),
        ("liveblog", .live), ("liveticker", .live), ("live", .liveWord), ("blog", .blog), ("ticker", .blog),
        ("byline", .byline), ("author", .byline),
        ("correction", .correction), ("corrections", .correction), ("related", .related),
        ("line", .line), ("number", .number), ("numbers", .number), ("lineno", .lineNumbers), ("linenos", .lineNumbers),
        ("linenumber", .lineNumbers), ("linenumbers", .lineNumbers), ("gutter", .lineNumbers), ("lnt", .lineNumbers),
        ("footnote", .footnotes), ("footnotes", .footnotes), ("endnotes", .footnotes), ("noteref", .footnotes),
        ("source", .source), ("highlight", .highlight), ("embed", .embed),
        ("headerlink", .permalink), ("permalink", .permalink), ("anchor", .permalink),
    ]

    /// For each first letter, the words that start with it.
    private static let byFirstLetter: [[(word: [UInt8], trait: ClassTraits)]] = {
        var table = [[(word: [UInt8], trait: ClassTraits)]](repeating: [], count: 26)
        for entry in words {
            let word = Array(entry.word.description.utf8)
            table[Int(word[0] - 0x61)].append((word, entry.trait))
        }
        return table
    }()

    init(rawValue: UInt64) { self.rawValue = rawValue }

    /// Reads the words of a class attribute.
    init(classes: Span<UInt8>) {
        var all = ClassTraits()
        var ofClass = ClassTraits()
        let table = Self.byFirstLetter
        var index = 0
        let end = classes.count
        while index < end {
            let byte = classes[index]
            guard Self.isLetter(byte) else {
                if byte <= 0x20 {
                    all.formUnion(ofClass.together)
                    ofClass = []
                }
                index += 1
                continue
            }
            // A word ends with its letters, and before a capital that follows a small one.
            var stop = index + 1
            while stop < end, Self.isLetter(classes[stop]), classes[stop] >= 0x61 || classes[stop - 1] < 0x61 {
                stop += 1
            }
            let length = stop - index
            if length >= 2, length <= 15 {
                for entry in table[Int((byte | 0x20) - 0x61)] where entry.word.count == length {
                    var offset = 1
                    while offset < length, classes[index + offset] | 0x20 == entry.word[offset] { offset += 1 }
                    if offset == length { ofClass.formUnion(entry.trait) }
                }
            }
            index = stop
        }
        self = all.union(ofClass.together)
    }

    /// The traits of one class, with those that its words have together.
    private var together: ClassTraits {
        guard rawValue >> 40 != 0 else { return self }
        var traits = self
        if isSuperset(of: [.pull, .quote]) { traits.insert(.pullQuote) }
        if isSuperset(of: [.fact, .box]) { traits.insert(.factBox) }
        if contains(.screen) && !isDisjoint(with: [.reader, .only, .off]) || isSuperset(of: [.visually, .hidden]) {
            traits.insert(.forScreenReaders)
        }
        if isSuperset(of: [.line, .number]) { traits.insert(.lineNumbers) }
        if isSuperset(of: [.liveWord, .blog]) { traits.insert(.live) }
        if isSuperset(of: [.math, .jax]) { traits.insert(.renderedMath) }
        return ClassTraits(rawValue: traits.rawValue & (1 << 40 - 1))
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}

extension BlockBuilder {
    /// What the classes of an element say.
    func traits(of node: MarkupTree.NodeID) -> ClassTraits {
        let classes = tree.attributeSpan(.class, of: node)
        return classes.isEmpty ? [] : ClassTraits(classes: classes)
    }
}
