// YAML as every reader takes it, of version 1.1 or 1.2: strings, lists of strings, dates.

/// One value of the front matter.
enum YAML {
    case string(String)
    /// A list, one item a line.
    case list([String])
    /// A day or a moment: unquoted, so that it is a date to those who read it.
    case date(String)
    /// Keys of their own.
    case mapping([(key: String, value: YAML)])

    /// Writes `key: value` and the line end before it.
    func write(_ key: String, to out: inout [UInt8], indent: Int = 0) {
        out.append(.newline)
        out.append(contentsOf: repeatElement(.blank, count: indent))
        out.append(contentsOf: key.utf8)
        out.append(.colon)
        switch self {
        case .string(let string):
            out.append(.blank)
            Self.scalar(string, to: &out)
        case .date(let text):
            out.append(.blank)
            out.append(contentsOf: text.utf8)
        case .list(let items):
            for item in items {
                out.append(.newline)
                out.append(contentsOf: repeatElement(.blank, count: indent + 2))
                out.append(contentsOf: "- ".utf8)
                Self.scalar(item, to: &out)
            }
        case .mapping(let pairs): for (key, value) in pairs { value.write(key, to: &out, indent: indent + 2) }
        }
    }

    /// Writes a string: as it is where no reader takes it for anything else, else between double quotes.
    static func scalar(_ string: String, to out: inout [UInt8]) {
        if isPlain(string) {
            out.append(contentsOf: string.utf8)
            return
        }
        out.append(.quote)
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": out.append(contentsOf: "\\\"".utf8)
            case "\\": out.append(contentsOf: "\\\\".utf8)
            case "\n": out.append(contentsOf: "\\n".utf8)
            case "\t": out.append(contentsOf: "\\t".utf8)
            case "\r": out.append(contentsOf: "\\r".utf8)
            default:
                if let digits = escape(scalar) {
                    out.append(contentsOf: digits.utf8)
                } else {
                    out.append(contentsOf: String(scalar).utf8)
                }
            }
        }
        out.append(.quote)
    }

    /// The escape of a character that YAML does not take as it is, or that a reader would fold into a space.
    private static func escape(_ scalar: Unicode.Scalar) -> String? {
        let value = scalar.value
        switch value {
        case 0..<0x20, 0x7F...0x9F: return "\\x" + padded(value, 2)
        case 0x2028, 0x2029, 0xFEFF, 0xFDD0...0xFDEF, 0xFFFE, 0xFFFF, 0x202A...0x202E, 0x2066...0x2069:
            return "\\u" + padded(value, 4)
        default: return value & 0xFFFE == 0xFFFE ? "\\U" + padded(value, 8) : nil
        }
    }

    private static func padded(_ value: UInt32, _ width: Int) -> String {
        let digits = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: width - digits.utf8.count) + digits
    }

    /// Whether a string can stand without quotes: it begins with a letter, is no word with a meaning, and holds only
    /// letters, digits, single spaces and marks that mean nothing to YAML.
    private static func isPlain(_ string: String) -> Bool {
        guard let first = string.utf8.first, first.isASCIILetter || first >= 0xC3, string.utf8.last != .blank else {
            return false
        }
        for scalar in string.unicodeScalars where !isPlain(scalar) { return false }
        return string.utf8.count > 8 || !words.contains(string.lowercased())
    }

    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20, 0x30...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A: true
        case 0x21, 0x28, 0x29, 0x2B...0x2F, 0x3B, 0x3F, 0x27: true  // ! ( ) + , - . / ; ? '
        case 0xC0...0x24F, 0x370...0x5FF, 0x620...0x66F, 0x671...0x6D5, 0x900...0x1FFF: true
        case 0x2010...0x2027, 0x20A0...0x20BF, 0x3001...0x30FF, 0x4E00...0x9FFF, 0xAC00...0xD7A3: true
        default: false
        }
    }

    /// What YAML 1.1 or 1.2 takes for something else than a string.
    private static let words: Set<String> = [
        "y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf", "nil", "none",
    ]
}
