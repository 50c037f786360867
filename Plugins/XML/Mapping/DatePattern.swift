import Offprint

/// The order of a date's parts, as a mapping file gives it: `yyyyMMdd'T'HHmmss`, `d.M.yyyy HH:mm`.
///
/// The letters are those of Unicode's date patterns for numbers: `y M d H m s`; `Z` is an offset such as `+0100`, and what
/// stands between apostrophes is itself. One letter alone reads as many digits as there are, several read just that many.
struct DatePattern: Sendable {
    private enum Part: Sendable {
        case number(Character, width: Int)
        case offset
        case literal(Character)
    }

    private let parts: [Part]

    /// Creates a pattern; `nil` where a letter means nothing, or no year is in it.
    init?(_ text: String) {
        var parts: [Part] = []
        var isQuoted = false
        for letter in text {
            if letter == "'" {
                isQuoted.toggle()
            } else if isQuoted || !(letter.isASCII && letter.isLetter) {
                parts.append(.literal(letter))
            } else if "yMdHms".contains(letter) {
                if case .number(letter, let width)? = parts.last {
                    parts[parts.count - 1] = .number(letter, width: width + 1)
                } else {
                    parts.append(.number(letter, width: 1))
                }
            } else if letter == "Z" {
                parts.append(.offset)
            } else {
                return nil
            }
        }
        guard !isQuoted, parts.contains(where: { if case .number("y", _) = $0 { true } else { false } }) else {
            return nil
        }
        self.parts = parts
    }

    /// The date that a text is in this order; `nil` where it is not.
    func date(_ text: String) -> Timestamp? {
        var rest = text[...]
        var numbers: [Character: Int] = [:]
        var offset: (minutes: Int, isZulu: Bool)?
        for part in parts {
            switch part {
            case .literal(let letter):
                guard rest.popFirst() == letter else { return nil }
            case .number(let letter, let width):
                let digits = rest.prefix { $0.isASCII && $0.isNumber }.prefix(width == 1 ? 4 : width)
                guard let number = Int(digits), width == 1 || digits.count == width else { return nil }
                numbers[letter] = number
                rest = rest.dropFirst(digits.count)
            case .offset:
                guard let found = Self.offset(&rest) else { return nil }
                offset = found
            }
        }
        guard rest.isEmpty, let year = numbers["y"] else { return nil }
        let time = numbers["H"].map { hour in
            Timestamp.Time(
                hour: hour,
                minute: numbers["m"] ?? 0,
                second: numbers["s"],
                offset: offset?.minutes,
                isZulu: offset?.isZulu ?? false
            )
        }
        return Timestamp(year: year, month: numbers["M"], day: numbers["d"], time: time)
    }

    private static func offset(_ rest: inout Substring) -> (minutes: Int, isZulu: Bool)? {
        guard let sign = rest.popFirst() else { return nil }
        if sign == "Z" { return (0, true) }
        guard sign == "+" || sign == "-", let hours = Int(rest.prefix(2)) else { return nil }
        rest = rest.dropFirst(2)
        if rest.first == ":" { rest = rest.dropFirst() }
        guard let minutes = Int(rest.prefix(2)), minutes < 60 else { return nil }
        rest = rest.dropFirst(2)
        return ((hours * 60 + minutes) * (sign == "-" ? -1 : 1), false)
    }
}
