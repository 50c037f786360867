/// The attributes of a tag.
extension HTMLParser {
    /// Reads the attributes of a tag behind its name and goes behind the tag; whether the tag closes itself.
    @discardableResult
    mutating func readAttributes() -> Bool {
        var index = position
        var count = 0
        let first = attributes.count
        while true {
            var byte = page.byte(index)
            while byte <= 0x20, index < page.count {
                index += 1
                byte = page.byte(index)
            }
            if byte == 0x3E {
                position = index + 1
                return false
            }
            if byte == 0x2F {
                index += 1
                if page.byte(index) == 0x3E {
                    position = index + 1
                    return true
                }
                continue
            }
            guard index < page.count else {
                position = page.count
                return false
            }
            let name = nameOfAttribute(from: index)
            index = name.upperBound
            var value = index..<index
            var isPlain = true
            var next = index
            while page.byte(next) <= 0x20, next < page.count { next += 1 }
            if page.byte(next) == 0x3D {
                (value, index, isPlain) = valueOfAttribute(from: next + 1)
            }
            count += 1
            if count <= limits.attributes {
                append(name, value, isPlain: isPlain, since: first)
            } else if count == limits.attributes + 1 {
                cappedAt.append(name.lowerBound)
            }
        }
    }

    @inline(__always)
    private func nameOfAttribute(from start: Int) -> Range<Int> {
        var index = start + 1
        while !page.byte(index).isOne(of: .endsOfAttributeName) { index += 1 }
        return start..<index
    }

    /// The value behind an equals sign, where to go on, and whether it stands there as it is meant.
    @inline(__always)
    private mutating func valueOfAttribute(from start: Int) -> (value: Range<Int>, end: Int, isPlain: Bool) {
        var index = start
        var quote = page.byte(index)
        while quote <= 0x20, index < page.count {
            index += 1
            quote = page.byte(index)
        }
        if quote == 0x22 || quote == 0x27 {
            let first = index + 1
            let stop = page.endOfValue(quote, from: first)
            if page.byte(stop) == quote, stop < page.count { return (first..<stop, stop + 1, true) }
            if let close = page.next(quote, from: stop) { return (first..<close, close + 1, false) }
            // Nobody closes it: the tag ends where a tag would.
            let end = page.next(0x3E, from: first) ?? page.count
            return (first..<end, end, false)
        }
        let first = index
        while !page.byte(index).isOne(of: .endsOfValue) { index += 1 }
        return (first..<index, index, false)
    }

    @inline(__always)
    private mutating func append(_ range: Range<Int>, _ value: Range<Int>, isPlain: Bool, since first: Int) {
        let name = names.find(range, in: page)
        if isRepeated(name, since: first) { return }
        var (start, count, isInSource) = (value.lowerBound, value.count, true)
        if !isPlain, needsDecoding(value) { (start, count, isInSource) = decodedValue(value) }
        attributes.append(
            MarkupTree.Attribute(
                name: name.known,
                isInSource: isInSource,
                qualified: name.qualified,
                start: UInt32(truncatingIfNeeded: start),
                count: UInt32(truncatingIfNeeded: count)
            )
        )
    }

    /// Whether the tag, whose attributes start at `first`, has one of the name already: the first counts.
    @inline(__always)
    private mutating func isRepeated(_ name: HTMLName, since first: Int) -> Bool {
        if attributes.count - first > 16 { return isRepeatedAmongMany(name, since: first) }
        var index = first
        while index < attributes.count {
            if attributes[index].qualified == name.qualified { return name.qualified != HTMLNameTable.excess }
            index += 1
        }
        return false
    }

    /// The same without looking at each: tags of a thousand attributes occur on purpose.
    @inline(never)
    private mutating func isRepeatedAmongMany(_ name: HTMLName, since first: Int) -> Bool {
        let place = Int(name.qualified)
        if attributes.count - first == 17 {
            tagCount &+= 1
            for attribute in attributes[first...] { mark(Int(attribute.qualified)) }
        }
        if place < lastTag.count, lastTag[place] == tagCount { return name.qualified != HTMLNameTable.excess }
        mark(place)
        return false
    }

    private mutating func mark(_ place: Int) {
        if place >= lastTag.count { lastTag.append(contentsOf: repeatElement(0, count: place + 256 - lastTag.count)) }
        lastTag[place] = tagCount
    }

    private func needsDecoding(_ value: Range<Int>) -> Bool {
        for index in value where page.byte(index) == 0x26 || page.byte(index) == 0x0D { return true }
        return false
    }

    @inline(never)
    private mutating func decodedValue(_ value: Range<Int>) -> (Int, Int, Bool) {
        let start = values.count
        var at = value.lowerBound
        while at < value.upperBound {
            var end = at
            while end < value.upperBound, page.byte(end) != 0x26, page.byte(end) != 0x0D { end += 1 }
            page.append(at..<end, to: &values)
            guard end < value.upperBound else { break }
            if page.byte(end) == 0x26 {
                at = page.appendReference(at: end, isInAttribute: true, to: &values)
            } else {
                values.append(0x0A)
                at = page.byte(end + 1) == 0x0A ? end + 2 : end + 1
            }
        }
        return (start, values.count - start, false)
    }
}

/// Bytes below 64, one bit each.
struct ByteClass {
    let bits: UInt64

    private init(_ others: UInt64) { bits = 0x1_FFFF_FFFF | others }

    /// White space and controls, `/` and `>`.
    static var endsOfTagName: ByteClass { ByteClass(1 << 0x2F | 1 << 0x3E) }
    /// White space and controls, `/`, `=` and `>`.
    static var endsOfAttributeName: ByteClass { ByteClass(1 << 0x2F | 1 << 0x3D | 1 << 0x3E) }
    /// White space and controls, and `>`.
    static var endsOfValue: ByteClass { ByteClass(1 << 0x3E) }
}

extension UInt8 {
    @inline(__always)
    func isOne(of bytes: ByteClass) -> Bool { self < 64 && (bytes.bits &>> UInt64(self)) & 1 == 1 }
}
