// The only file here that calls the C library: iconv knows the multi-byte encodings and the single-byte tables.
#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The C library's converter.
enum SystemConverter {
    /// Decodes bytes; each that is no part of a character becomes U+FFFD.
    ///
    /// Gives `nil` where the C library does not know the encoding.
    static func decode(_ bytes: [UInt8], from name: String) -> (utf8: [UInt8], repairs: Int)? {
        guard let converter = unsafe iconv_open("UTF-8", name), Int(bitPattern: converter) != -1 else {
            return nil
        }
        defer { unsafe _ = iconv_close(converter) }
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count * 2)
        var repairs = 0
        var input = bytes
        var chunk = [UInt8](repeating: 0, count: 16_384)
        var consumed = 0
        while consumed < input.count {
            let remaining = input.count - consumed
            let step = unsafe input.withUnsafeMutableBytes { source in
                unsafe chunk.withUnsafeMutableBytes { target in
                    var from = unsafe source.baseAddress?.advanced(by: consumed).assumingMemoryBound(to: CChar.self)
                    var fromLeft = remaining
                    var to = unsafe target.baseAddress?.assumingMemoryBound(to: CChar.self)
                    var toLeft = target.count
                    let result = unsafe iconv(converter, &from, &fromLeft, &to, &toLeft)
                    let failure = result == -1 ? errno : 0
                    return (read: remaining - fromLeft, written: target.count - toLeft, failure: failure)
                }
            }
            output.append(contentsOf: chunk[..<step.written])
            consumed += step.read
            switch step.failure {
            case 0: break
            case E2BIG: continue
            default:
                // No character starts here, or the text ends within one.
                repairs += 1
                output.append(contentsOf: UTF8.encodedReplacementCharacter)
                consumed += 1
            }
        }
        unsafe output += rest(in: converter)
        return (output, repairs)
    }

    /// What the converter holds back: the last letter, where a mark might still join it.
    private static func rest(in converter: iconv_t) -> [UInt8] {
        var chunk = [UInt8](repeating: 0, count: 64)
        let written = unsafe chunk.withUnsafeMutableBytes { target in
            var to = unsafe target.baseAddress?.assumingMemoryBound(to: CChar.self)
            var toLeft = target.count
            unsafe _ = iconv(converter, nil, nil, &to, &toLeft)
            return target.count - toLeft
        }
        return Array(chunk[..<written])
    }
}
