// What is remembered of a paragraph, heading or cell while it is written, so that its end can decide what to escape.

/// One run of inlines.
///
/// Whether a character means something to Markdown depends on what follows, often far on: an asterisk only where
/// another can end what it begins. So the text is written as it is, each suspect is noted, and when the run ends the
/// suspects are judged together. That keeps the number of backslashes at what the parse needs.
struct Run {
    /// Where the run stands.
    enum Place {
        case paragraph, firstInItem, heading, cell
    }

    /// Something in the output that may have to be escaped, or a mark that may have to become a tag.
    struct Suspect {
        enum Kind: UInt8 {
            /// `*`, `_` or `~` as text.
            case literal
            /// The mark that begins or ends emphasis, strong emphasis or strikethrough.
            case opener, closer
            /// Backticks as text, and backticks of code.
            case backticks, code
            /// Brackets as text.
            case bracket, endBracket
            /// The beginning and end of a link or an image.
            case linkStart, linkEnd
            /// The end of a footnote's mark.
            case noteEnd
            /// Another character as text.
            case byte
            /// An address of e-mail without brackets: a link in GFM.
            case email
            /// `*`, `_` or `~` of a formula: a reader that knows no formulas could pair it, and it takes no backslash.
            case formula
        }

        var kind: Kind
        var position: Int
        var length: Int
        /// For a mark, the index of its other half.
        var partner = 0
        var mark = Mark.emphasis
        var form = Form.plain
    }

    /// A mark that has a beginning and an end.
    enum Mark: UInt8 {
        case emphasis, strong, strikethrough

        var tag: String {
            switch self {
            case .emphasis: "em"
            case .strong: "strong"
            case .strikethrough: "del"
            }
        }
    }

    /// How a mark is written.
    enum Form: UInt8 {
        case plain, tag, dropped
    }

    /// Something that was opened: it is written only when there is something to enclose.
    enum Enclosure {
        case mark(Mark)
        case link(destination: [UInt8], title: String?)
        case tags(open: String, close: String)
        case text(open: String, close: String)
    }

    var place = Place.paragraph
    /// Where the run begins in the output.
    var start = 0
    /// Where its lines begin and end; the last is open.
    var lines: [(start: Int, end: Int)] = []
    var lineStart = 0
    var suspects: [Suspect] = []
    /// White space that was seen and not written.
    var space: [UInt8] = []
    /// Line breaks that were seen and not written.
    var breaks = 0
    /// What is open, and how much of it is written.
    var open: [Enclosure] = []
    /// For each enclosure that is written, the index of its suspect.
    var openers: [Int] = []
    /// The marks within which the text is.
    var active: Set<Mark> = []
    var isInLink = false

    mutating func begin(at position: Int, _ place: Place) {
        self.place = place
        start = position
        lineStart = position
        lines.removeAll(keepingCapacity: true)
        suspects.removeAll(keepingCapacity: true)
        space.removeAll(keepingCapacity: true)
        breaks = 0
        open.removeAll(keepingCapacity: true)
        openers.removeAll(keepingCapacity: true)
        active.removeAll(keepingCapacity: true)
        isInLink = false
    }

    mutating func note(_ kind: Suspect.Kind, _ position: Int, _ length: Int) {
        if let last = suspects.last, last.kind == kind, last.position + last.length == position,
            kind == .backticks
        {
            suspects[suspects.count - 1].length += length
            return
        }
        suspects.append(Suspect(kind: kind, position: position, length: length))
    }
}
