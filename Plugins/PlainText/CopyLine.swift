import OffprintModel

/// A line of agency copy or mail, before it is laid out.
struct CopyLine {
    /// Its number in the source, counted from 1.
    let number: Int
    /// Its text with its indent, without control characters.
    var text: String
    /// Whether it opens with white space.
    var isIndented: Bool { text.utf8.first.map { $0 == 0x20 || $0 == 0x09 } ?? false }
    /// Its text without white space at the ends.
    var trimmed: String { text.trimmed }
    var isBlank: Bool { text.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 } }

    /// The lines of a text; `first` is the number of the first.
    static func lines(of text: some Sequence<UInt8>, first: Int) -> [CopyLine] {
        var lines: [CopyLine] = []
        var (line, number, followsReturn) = ([UInt8](), first, false)
        for byte in text {
            switch byte {
            case 0x0A where followsReturn: followsReturn = false
            case 0x0A, 0x0D:
                lines.append(CopyLine(number: number, text: String(decoding: line, as: UTF8.self)))
                line.removeAll(keepingCapacity: true)
                number += 1
                followsReturn = byte == 0x0D
            default:
                followsReturn = false
                if byte >= 0x20 && byte != 0x7F || byte == 0x09 { line.append(byte) }
            }
        }
        lines.append(CopyLine(number: number, text: String(decoding: line, as: UTF8.self)))
        return lines
    }
}

/// What a convention leaves of a source: the claims that it states, and the text of the article.
struct Copy {
    var metadata = Metadata()
    /// The text that is left to lay out; what was taken out is a blank line there.
    var lines: [CopyLine] = []
    /// What lines are, by their number, where the convention says it.
    var roles: [Int: LineRole] = [:]
    /// Notes to editors, with their lines.
    var notes: [(line: Int, text: String)] = []
    /// How the lines were broken.
    var layout = Layout.unknown
    /// Whether the convention has a place for the headline, so that none is looked for in the text.
    var namesHeadline = false

    enum Layout {
        /// Nothing is known: the lines tell.
        case unknown
        /// All lines of a paragraph are wrapped; a blank line or an indent opens the next.
        case wrapped
    }

    /// The text with as many lines as the source has up to its end.
    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        for line in lines {
            bytes.append(contentsOf: line.text.utf8)
            bytes.append(0x0A)
        }
        return bytes
    }

    /// The number of its first line.
    var firstLine: Int { lines.first?.number ?? 1 }
}

extension StringProtocol {
    /// The text without white space at the ends.
    var trimmed: String {
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.value.isTrimmed }),
            let last = scalars.lastIndex(where: { !$0.value.isTrimmed })
        else { return "" }
        var trimmed = String.UnicodeScalarView()
        trimmed.append(contentsOf: scalars[first...last])
        return String(trimmed)
    }
}
