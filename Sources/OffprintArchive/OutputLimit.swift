/// How much decompression may give, so that a small hostile file cannot fill the memory.
public struct OutputLimit: Sendable, Hashable {
    /// The most bytes.
    public var bytes: Int
    /// The most bytes for each byte of input.
    ///
    /// Deflate reaches 1,032 on runs of one byte; text reaches 3 to 20.
    public var ratio: Int
    /// The output below which the ratio is not looked at: small things may well be all zeros.
    public var ratioFloor: Int

    /// Creates a limit; the standard one is 256 MiB, and 400 to 1 beyond 4 MiB.
    public init(bytes: Int = 256 << 20, ratio: Int = 400, ratioFloor: Int = 4 << 20) {
        self.bytes = max(0, bytes)
        self.ratio = max(1, ratio)
        self.ratioFloor = max(0, ratioFloor)
    }

    /// No limit but the memory: for data that this process has made itself.
    public static let none = OutputLimit(bytes: .max, ratio: .max)

    /// Whether `output` bytes are too many to come from `input` bytes.
    func isExceeded(by output: Int, from input: Int) -> Bool {
        if output > bytes { return true }
        guard output > ratioFloor else { return false }
        let (product, overflows) = max(1, input).multipliedReportingOverflow(by: ratio)
        return !overflows && output > product
    }
}
