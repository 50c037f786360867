import CZlib

// The only file that imports zlib. Its streams are fed and drained in pieces, so that neither a limit of 32 bits nor
// a bomb matters; everything unsafe about it stays in here.

/// How the inflation of one deflate stream ended.
enum InflationEnd: Sendable, Hashable {
    /// At the stream's end.
    case complete
    /// At the input's end, before the stream's.
    case truncated
    /// At bytes that deflate does not allow.
    case corrupt
    /// At the limit of the output.
    case overLimit
}

enum Zlib {
    private static let chunk = 64 << 10
    // `avail_in` has 32 bits.
    private static let mostInput = 1 << 30

    /// Continues a CRC-32 over more bytes; start with 0.
    static func crc32(_ bytes: Span<UInt8>, continuing crc: UInt32 = 0) -> UInt32 {
        unsafe bytes.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return crc }
            return UInt32(truncatingIfNeeded: unsafe CZlib.crc32_z(UInt(crc), base, buffer.count))
        }
    }

    /// Inflates the raw deflate stream at `offset`, appends to `output`, and moves `offset` behind what it consumed.
    ///
    /// The limit holds for all of `output` against all of the input up to `offset`.
    static func inflate(
        _ input: Span<UInt8>,
        at offset: inout Int,
        appendingTo output: inout [UInt8],
        limit: OutputLimit
    ) -> InflationEnd {
        let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
        unsafe stream.initialize(to: z_stream())
        defer { unsafe stream.deallocate() }
        guard
            unsafe inflateInit2_(stream, -MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
        else { return .corrupt }
        defer { _ = unsafe inflateEnd(stream) }
        var position = offset
        defer { offset = position }
        return unsafe input.withUnsafeBufferPointer { source in
            unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: chunk) { piece in
                while true {
                    let offered = min(source.count - position, mostInput)
                    // zlib declares its input mutable and does not change it.
                    unsafe stream.pointee.next_in = unsafe source.baseAddress.map {
                        unsafe UnsafeMutablePointer(mutating: $0 + position)
                    }
                    unsafe stream.pointee.avail_in = UInt32(offered)
                    unsafe stream.pointee.next_out = piece.baseAddress
                    unsafe stream.pointee.avail_out = UInt32(chunk)
                    let status = unsafe CZlib.inflate(stream, Z_NO_FLUSH)
                    position += unsafe offered - Int(stream.pointee.avail_in)
                    let made = unsafe chunk - Int(stream.pointee.avail_out)
                    if limit.isExceeded(by: output.count + made, from: position) { return .overLimit }
                    unsafe output.append(contentsOf: UnsafeBufferPointer(rebasing: piece[..<made]))
                    switch status {
                    case Z_STREAM_END: return .complete
                    case Z_OK where made > 0 || position < source.count: continue
                    case Z_OK, Z_BUF_ERROR: return .truncated
                    default: return .corrupt
                    }
                }
            }
        }
    }

    /// Deflates to a raw stream; `level` is 1 (fast) to 9 (small).
    static func deflate(_ input: Span<UInt8>, level: Int) -> [UInt8] {
        var output: [UInt8] = []
        let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
        unsafe stream.initialize(to: z_stream())
        defer { unsafe stream.deallocate() }
        let level = Int32(min(9, max(1, level)))
        let size = unsafe Int32(MemoryLayout<z_stream>.size)
        guard
            unsafe deflateInit2_(stream, level, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size)
                == Z_OK
        else { return storedBlocks(input) }
        defer { _ = unsafe deflateEnd(stream) }
        unsafe input.withUnsafeBufferPointer { source in
            unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: chunk) { piece in
                var position = 0
                while true {
                    let offered = min(source.count - position, mostInput)
                    let isLast = position + offered == source.count
                    unsafe stream.pointee.next_in = unsafe source.baseAddress.map {
                        unsafe UnsafeMutablePointer(mutating: $0 + position)
                    }
                    unsafe stream.pointee.avail_in = UInt32(offered)
                    unsafe stream.pointee.next_out = piece.baseAddress
                    unsafe stream.pointee.avail_out = UInt32(chunk)
                    let status = unsafe CZlib.deflate(stream, isLast ? Z_FINISH : Z_NO_FLUSH)
                    position += unsafe offered - Int(stream.pointee.avail_in)
                    let made = unsafe chunk - Int(stream.pointee.avail_out)
                    unsafe output.append(contentsOf: UnsafeBufferPointer(rebasing: piece[..<made]))
                    if status != Z_OK && status != Z_BUF_ERROR { return }
                }
            }
        }
        return output
    }

    /// The same bytes as deflate blocks that hold them as they are: for the day when zlib has no memory left.
    static func storedBlocks(_ input: Span<UInt8>) -> [UInt8] {
        var output: [UInt8] = []
        var position = 0
        repeat {
            let count = min(0xFFFF, input.count - position)
            output.append(position + count == input.count ? 1 : 0)
            output.appendLittleEndian(UInt16(count))
            output.appendLittleEndian(~UInt16(count))
            for index in position..<position + count { output.append(input[index]) }
            position += count
        } while position < input.count
        return output
    }
}
