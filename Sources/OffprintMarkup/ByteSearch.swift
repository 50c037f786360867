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

    /// The byte at an index; 0 behind the end.
    @inline(__always)
    func byte(_ index: Int) -> UInt8 {
        UInt(bitPattern: index) < UInt(bitPattern: count) ? unsafe bytes.baseAddress.unsafelyUnwrapped[index] : 0
    }

    /// The eight bytes from an index on, the first in the lowest place.
    @inline(__always)
    func word(_ index: Int) -> UInt64 {
        precondition(index >= 0 && index + 8 <= count)
        return unsafe UInt64(
            littleEndian: UnsafeRawPointer(bytes.baseAddress.unsafelyUnwrapped)
                .loadUnaligned(fromByteOffset: index, as: UInt64.self)
        )
    }

    /// Where text stops being plain: at the next `<`, `&` or carriage return from an index on.
    @inline(__always)
    func endOfText(from: Int) -> Int { endOfPlain(from: from, 0x3C3C_3C3C_3C3C_3C3C) }

    /// Where a quoted value stops being plain: at the next quote, `&` or carriage return from an index on.
    @inline(__always)
    func endOfValue(_ quote: UInt8, from: Int) -> Int {
        endOfPlain(from: from, quote == 0x22 ? 0x2222_2222_2222_2222 : 0x2727_2727_2727_2727)
    }

    /// The next `&`, carriage return or byte of the pattern, eight bytes at a time.
    @inline(__always)
    private func endOfPlain(from: Int, _ pattern: UInt64) -> Int {
        var index = from
        while index + 8 <= count {
            let word = word(index)
            let (first, second, third) = (word ^ pattern, word ^ 0x2626_2626_2626_2626, word ^ 0x0D0D_0D0D_0D0D_0D0D)
            // The lowest bit set is that of a byte that has become zero; those above it may be false.
            let found =
                ((first &- 0x0101_0101_0101_0101) & ~first | (second &- 0x0101_0101_0101_0101) & ~second
                    | (third &- 0x0101_0101_0101_0101) & ~third) & 0x8080_8080_8080_8080
            if found != 0 { return index + found.trailingZeroBitCount / 8 }
            index += 8
        }
        let last = UInt8(truncatingIfNeeded: pattern)
        while index < count, byte(index) != last, byte(index) != 0x26, byte(index) != 0x0D { index += 1 }
        return index
    }

    /// A copy of a few of the bytes.
    func copy(_ range: Range<Int>) -> [UInt8] { unsafe Array(bytes[range]) }

    /// Where a byte stands next, from `from` on.
    @inline(__always)
    func next(_ byte: UInt8, from: Int) -> Int? {
        guard from < count, from >= 0, let base = unsafe bytes.baseAddress,
            let found = unsafe memchr(base + from, Int32(byte), count - from)
        else { return nil }
        return unsafe UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }

    /// How often a byte occurs within a range.
    func count(of byte: UInt8, in range: Range<Int>) -> Int {
        precondition(range.lowerBound >= 0 && range.upperBound <= count)
        var total = 0
        var index = range.lowerBound
        while index < range.upperBound {
            // Few enough for a sum in a byte, which the compiler makes out of vectors.
            let end = min(index + 192, range.upperBound)
            var sum: UInt8 = 0
            for place in index..<end where unsafe bytes.baseAddress.unsafelyUnwrapped[place] == byte { sum &+= 1 }
            total += Int(sum)
            index = end
        }
        return total
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
