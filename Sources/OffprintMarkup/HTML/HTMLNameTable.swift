/// A name of an element or attribute, as the parser meets it.
struct HTMLName {
    var known: MarkupName
    /// Its place in the table; for a known name, that of the name among all.
    var qualified: UInt16
    var kind: HTMLElementKind
    var traits: HTMLElementTraits

    init(_ known: MarkupName, qualified: UInt16) {
        self.known = known
        self.qualified = qualified
        kind = HTMLElementKind(known)
        traits = HTMLElementTraits(kind, known)
    }

    init(_ known: MarkupName) { self.init(known, qualified: UInt16(known.ordinal)) }
}

/// The names of a page, found by their bytes in either case.
struct HTMLNameTable {
    /// What every name past the 60,000th is called: no page has as many, and a number has to fit 16 bits.
    static let excess = UInt16(MarkupName.other.ordinal)
    private static let limit = 60_000

    private static let known = HTMLNameTable(MarkupName.allCases)

    private(set) var names: [QualifiedName]
    private var slots: [Slot]
    private var used = 0

    private struct Slot {
        var key = Key(low: 0, high: 0, count: 0)
        var name = HTMLName(.other)
    }

    /// The bytes of a name of up to 16 in lower case; a mixture of those of a longer one.
    private struct Key: Equatable {
        var low: UInt64
        var high: UInt64
        var count: UInt32

        @inline(__always)
        var hash: Int {
            Int(truncatingIfNeeded: ((low ^ (high &* 0xD6E8_FEB8_6659_FD93)) &* 0x9E37_79B9_7F4A_7C15) >> 44)
        }
    }

    /// A table that knows what readers ask for.
    init() { self = Self.known }

    private init(_ known: [MarkupName]) {
        names = known.map { QualifiedName(local: $0.rawValue, namespace: nil) }
        slots = [Slot](repeating: Slot(), count: 1_024)
        for name in known where !name.rawValue.hasPrefix("#") {
            let bytes = Array(name.rawValue.utf8)
            insert(Slot(key: ByteSearch.search(bytes) { Self.key(of: 0..<bytes.count, in: $0) }, name: HTMLName(name)))
        }
    }

    /// The name that bytes of a page spell, which is given a number where it is new.
    @inline(__always)
    mutating func find(_ range: Range<Int>, in page: ByteSearch) -> HTMLName {
        let key = Self.key(of: range, in: page)
        var slot = key.hash & (slots.count - 1)
        while slots[slot].key.count != 0 {
            if slots[slot].key == key { return slots[slot].name }
            slot = (slot + 1) & (slots.count - 1)
        }
        return add(key, range, in: page)
    }

    @inline(never)
    private mutating func add(_ key: Key, _ range: Range<Int>, in page: ByteSearch) -> HTMLName {
        guard names.count < Self.limit, !range.isEmpty else { return HTMLName(.other) }
        let lowered = page.copy(range).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        let name = HTMLName(.other, qualified: UInt16(names.count))
        names.append(QualifiedName(local: String(decoding: lowered, as: UTF8.self), namespace: nil))
        if used * 2 > slots.count { grow() }
        insert(Slot(key: key, name: name))
        return name
    }

    private mutating func insert(_ entry: Slot) {
        var slot = entry.key.hash & (slots.count - 1)
        while slots[slot].key.count != 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = entry
        used += 1
    }

    private mutating func grow() {
        let old = slots
        slots = [Slot](repeating: Slot(), count: old.count * 4)
        used = 0
        for entry in old where entry.key.count != 0 { insert(entry) }
    }

    // MARK: Keys

    @inline(__always)
    private static func key(of range: Range<Int>, in page: ByteSearch) -> Key {
        let count = range.upperBound - range.lowerBound
        if count <= 8 { return Key(low: word(range, in: page), high: 0, count: UInt32(truncatingIfNeeded: count)) }
        if count <= 16 {
            return Key(
                low: lowered(page.word(range.lowerBound)),
                high: lowered(page.word(range.upperBound - 8)),
                count: UInt32(truncatingIfNeeded: count)
            )
        }
        return mixture(of: range, in: page)
    }

    /// Up to eight bytes in lower case, the rest zero.
    @inline(__always)
    private static func word(_ range: Range<Int>, in page: ByteSearch) -> UInt64 {
        let count = range.upperBound - range.lowerBound
        guard range.lowerBound + 8 <= page.count else {
            var word: UInt64 = 0
            for index in range.reversed() { word = word << 8 | UInt64(page.byte(index)) }
            return lowered(word)
        }
        guard count > 0 else { return 0 }
        return lowered(page.word(range.lowerBound) & (UInt64.max >> UInt64(truncatingIfNeeded: 64 - count * 8)))
    }

    @inline(never)
    private static func mixture(of range: Range<Int>, in page: ByteSearch) -> Key {
        var (low, high) = (UInt64(0x243F_6A88_85A3_08D3), UInt64(0x1319_8A2E_0370_7344))
        var index = range.lowerBound
        while index < range.upperBound {
            let next = word(index..<min(index + 8, range.upperBound), in: page)
            low = (low ^ next) &* 0x9FB2_1C65_1E98_DF25
            low ^= low >> 32
            high = ((high << 23 | high >> 41) ^ next) &* 0xD6E8_FEB8_6659_FD93
            index += 8
        }
        return Key(low: low, high: high, count: UInt32(truncatingIfNeeded: range.count))
    }

    /// Eight bytes with the letters A to Z in lower case.
    @inline(__always)
    private static func lowered(_ word: UInt64) -> UInt64 {
        let low = word & 0x7F7F_7F7F_7F7F_7F7F
        let aboveZ = low &+ 0x2525_2525_2525_2525  // 0x7F - "Z"
        let fromA = low &+ 0x3F3F_3F3F_3F3F_3F3F  // 0x80 - "A"
        return word | ((fromA ^ aboveZ) & ~word & 0x8080_8080_8080_8080) >> 2
    }
}
