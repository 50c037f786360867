import Offprint

/// How large an input may be, as people write it: `300M`, `2G`.
enum SizeLimit {
    /// The largest that can be asked for: what parsers count to.
    private static let largest = 2_000 << 20

    /// The limits for inputs up to a size; what is in them may be as much more.
    static func limits(_ text: String?) throws(Failure) -> Limits {
        var limits = Limits()
        guard let text else { return limits }
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let units = ["": 0, "K": 10, "M": 20, "G": 30]
        guard let number = Int(digits), number > 0, number < 1 << 32,
            let shift = units[text.dropFirst(digits.count).uppercased()], number << shift <= largest
        else { throw .usage("--max-size takes a size up to 1999M, such as 600M or 1G, not \"\(text)\".") }
        let bytes = number << shift
        limits.markupNodes = max(limits.markupNodes, bytes / 32)
        limits.sourceBytes = bytes
        return limits
    }

    /// A size for a person.
    static func text(_ bytes: Int) -> String { bytes % (1 << 20) == 0 ? "\(bytes >> 20) MiB" : "\(bytes) bytes" }
}
