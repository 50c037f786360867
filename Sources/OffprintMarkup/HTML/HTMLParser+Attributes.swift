/// The attributes of a tag.
extension HTMLParser {
    /// Reads the attributes of a tag behind its name and goes behind the tag; whether the tag closes itself.
    @discardableResult
    mutating func readAttributes() -> Bool {
        var index = position
        var count = 0
        tagCount &+= 1
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
                append(name, value, isPlain: isPlain)
            } else if count == limits.attributes + 1 {
                cappedAt.append(name.lowerBound)
            }
        }
    }

    @inline(__always)
    private func nameOfAttribute(from start: Int) -> Range<Int> {
        var index = start + 1
        while true {
            let byte = page.byte(index)
            if byte <= 0x20 || byte == 0x3D || byte == 0x3E || byte == 0x2F { return start..<index }
            index += 1
        }
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
        while true {
            let byte = page.byte(index)
            if byte <= 0x20 || byte == 0x3E { break }
            index += 1
        }
        return (first..<index, index, false)
    }

    @inline(__always)
    private mutating func append(_ range: Range<Int>, _ value: Range<Int>, isPlain: Bool) {
        let name = names.find(range, in: page)
        let place = Int(name.qualified)
        if place >= lastTag.count { lastTag.append(contentsOf: repeatElement(0, count: place + 256 - lastTag.count)) }
        // The first of a name counts.
        if lastTag[place] == tagCount, name.qualified != HTMLNameTable.excess { return }
        lastTag[place] = tagCount
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
