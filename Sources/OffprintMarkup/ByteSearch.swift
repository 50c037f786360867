// The C library finds bytes several times faster than a loop does. Only this file lends it a pointer.
#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Bytes to search in.
///
/// A value lives no longer than the closure of ``search(_:_:)`` that it is given to.
@safe
struct ByteSearch {
    private let bytes: UnsafeBufferPointer<UInt8>

    /// Calls `body` with the bytes.
    static func search<Result>(_ bytes: [UInt8], _ body: (ByteSearch) throws -> Result) rethrows -> Result {
        try unsafe bytes.withUnsafeBufferPointer { try body(unsafe ByteSearch(bytes: $0)) }
    }

    var count: Int { unsafe bytes.count }

    @inline(__always)
    subscript(index: Int) -> UInt8 {
        precondition(index >= 0 && index < count)
        return unsafe bytes.baseAddress.unsafelyUnwrapped[index]
    }

    /// Where a byte stands next, from `from` on.
    @inline(__always)
    func next(_ byte: UInt8, from: Int) -> Int? {
        guard from < count, from >= 0, let base = unsafe bytes.baseAddress,
            let found = unsafe memchr(base + from, Int32(byte), count - from)
        else { return nil }
        return unsafe UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }

    /// Appends a range of the bytes to an array.
    func append(_ range: Range<Int>, to array: inout [UInt8]) {
        unsafe array.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[range]))
    }

    /// Where a word stands next, to the letter, from `from` on.
    func next(_ word: StaticString, from: Int) -> Int? {
        var at = from
        while let found = next(word.first, from: at) {
            if matches(word, at: found) { return found }
            at = found + 1
        }
        return nil
    }

    /// Whether a word stands at `index`, to the letter.
    func matches(_ word: StaticString, at index: Int) -> Bool {
        guard index >= 0, index + word.utf8CodeUnitCount <= count else { return false }
        return unsafe memcmp(bytes.baseAddress.unsafelyUnwrapped + index, word.utf8Start, word.utf8CodeUnitCount) == 0
    }

    /// Whether a word of lower-case letters stands at `index`, in either case, and a name ends with it.
    func isName(_ word: StaticString, at index: Int) -> Bool {
        let length = word.utf8CodeUnitCount
        guard index >= 0, index + length < count else { return false }
        for offset in 0..<length where unsafe self[index + offset] | 0x20 != word.utf8Start[offset] { return false }
        let after = self[index + length]
        return after <= 0x20 || after == 0x3E || after == 0x2F
    }

    /// Whether a word of lower-case letters occurs within a range, in either case.
    func contains(_ word: StaticString, in range: Range<Int>) -> Bool {
        let length = word.utf8CodeUnitCount
        guard range.count >= length else { return false }
        return (range.lowerBound...range.upperBound - length).contains { start in
            (0..<length).allSatisfy { unsafe self[start + $0] | 0x20 == word.utf8Start[$0] }
        }
    }
}

extension StaticString {
    @inline(__always)
    fileprivate var first: UInt8 { unsafe utf8Start.pointee }
}
