// What may and may not reach a terminal.

extension String {
    /// The text with control characters, and those that turn the direction of a line, made visible.
    ///
    /// File names and messages come from strangers; a terminal obeys escapes.
    var printable: String {
        let isPlain = utf8.allSatisfy {
            (0x20...0x7E).contains($0) || $0 > 0xE2 || (0xC3...0xE1).contains($0) || (0x80...0xBF).contains($0)
        }
        guard !isPlain else { return self }
        var text = ""
        for scalar in unicodeScalars {
            switch scalar.value {
            case 0x0A: text += "\\n"
            case 0x09: text += "\\t"
            case 0..<0x20, 0x7F..<0xA0: text += "\\x" + hexadecimal(scalar.value, width: 2)
            case 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069:
                text += "\\u{" + hexadecimal(scalar.value, width: 4) + "}"
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text
    }

    private func hexadecimal(_ number: UInt32, width: Int) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}

/// How to print for a person.
struct Style: Sendable {
    enum Ink: String { case bold = "1", dim = "2", red = "31", yellow = "33", magenta = "35", cyan = "36" }

    /// Whether to use colours.
    let isColoured: Bool

    /// Colours where the output is a terminal that has them and `NO_COLOR` is not set.
    init(for descriptor: Platform.Descriptor) {
        isColoured =
            descriptor.isTerminal && Platform.variable("NO_COLOR") == nil && Platform.variable("TERM") != "dumb"
    }

    init(isColoured: Bool) { self.isColoured = isColoured }

    /// The text in an ink.
    func paint(_ text: String, _ ink: Ink?) -> String {
        guard let ink else { return text }
        return isColoured && !text.isEmpty ? "\u{1B}[\(ink.rawValue)m\(text)\u{1B}[0m" : text
    }
}

// MARK: - Columns

extension Unicode.Scalar {
    /// How many columns of a terminal it takes: none for marks, two for East Asian wide letters and emoji.
    var columns: Int {
        guard value >= 0x300 else { return 1 }
        switch value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
            0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
            0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1FAFF, 0x20000...0x3FFFD:
            return 2
        default: break
        }
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: return 1
        }
    }
}

extension String {
    /// How many columns of a terminal it takes.
    var columns: Int { unicodeScalars.reduce(0) { $0 + $1.columns } }

    /// The text, cut with an ellipsis where it takes more than `width` columns.
    func shortened(to width: Int) -> String {
        guard utf8.count > width, columns > width else { return self }
        var text = ""
        var used = 0
        for scalar in unicodeScalars {
            guard used + scalar.columns < width else { break }
            text.unicodeScalars.append(scalar)
            used += scalar.columns
        }
        return text + "…"
    }

    /// The text, filled up with spaces to `width` columns.
    func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - columns)) }
}
