extension ByteSearch {
    /// Appends what the character reference at an ampersand means, and gives where it ends; where none starts there,
    /// appends the ampersand (https://html.spec.whatwg.org/#character-reference-state).
    func appendReference(at ampersand: Int, isInAttribute: Bool, to text: inout [UInt8]) -> Int {
        let first = byte(ampersand + 1)
        if first == 0x23 { return appendNumericReference(at: ampersand, to: &text) }
        guard Self.isLetterOrDigit(first) else {
            text.append(0x26)
            return ampersand + 1
        }
        return appendCommonReference(at: ampersand, to: &text)
            ?? appendNamedReference(at: ampersand, isInAttribute: isInAttribute, to: &text)
    }

    /// The five that nearly all references are.
    @inline(__always)
    private func appendCommonReference(at ampersand: Int, to text: inout [UInt8]) -> Int? {
        if matches("amp;", at: ampersand + 1) {
            text.append(0x26)
            return ampersand + 5
        }
        if matches("quot;", at: ampersand + 1) {
            text.append(0x22)
            return ampersand + 6
        }
        if matches("nbsp;", at: ampersand + 1) {
            text.append(0xC2)
            text.append(0xA0)
            return ampersand + 6
        }
        if matches("lt;", at: ampersand + 1) {
            text.append(0x3C)
            return ampersand + 4
        }
        if matches("gt;", at: ampersand + 1) {
            text.append(0x3E)
            return ampersand + 4
        }
        return nil
    }

    private func appendNamedReference(at ampersand: Int, isInAttribute: Bool, to text: inout [UInt8]) -> Int {
        let start = ampersand + 1
        var end = start
        while end < start + 32, Self.isLetterOrDigit(byte(end)) { end += 1 }
        if byte(end) == 0x3B,
            let characters = NamedCharacters.all.characters(named: copy(start..<end), isTerminated: true)
        {
            Self.append(characters, to: &text)
            return end + 1
        }
        var length = min(end - start, NamedCharacters.longestUnterminated)
        while length >= 2 {
            let name = copy(start..<start + length)
            if let characters = NamedCharacters.all.characters(named: name, isTerminated: false) {
                let next = byte(start + length)
                // `?a=1&copy=2` is an address and not a sign.
                if isInAttribute, next == 0x3D || Self.isLetterOrDigit(next) { break }
                Self.append(characters, to: &text)
                return start + length
            }
            length -= 1
        }
        text.append(0x26)
        return start
    }

    private func appendNumericReference(at ampersand: Int, to text: inout [UInt8]) -> Int {
        var index = ampersand + 2
        let isHexadecimal = byte(index) | 0x20 == 0x78
        if isHexadecimal { index += 1 }
        let first = index
        var number: UInt32 = 0
        while let digit = Self.digit(byte(index)), isHexadecimal || digit < 10 {
            number = min(0x11_0000, number * (isHexadecimal ? 16 : 10) + digit)
            index += 1
        }
        guard index > first else {
            text.append(0x26)
            return ampersand + 1
        }
        Self.append([HTMLCharacter.meant(by: number)], to: &text)
        return byte(index) == 0x3B ? index + 1 : index
    }

    private static func append(_ characters: [Unicode.Scalar], to text: inout [UInt8]) {
        for character in characters {
            text.append(contentsOf: UTF8.encode(character) ?? UTF8.encodedReplacementCharacter)
        }
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
    }

    private static func digit(_ byte: UInt8) -> UInt32? {
        switch byte {
        case 0x30...0x39: UInt32(byte) - 0x30
        case 0x41...0x46, 0x61...0x66: UInt32(byte | 0x20) - 0x57
        default: nil
        }
    }
}
