/// One look over an XML document before the parser's.
///
/// It takes the XML declaration away (the bytes are UTF-8 by now, whatever it says) and the document type declaration
/// with its entities, and puts the text of each entity where it is referred to, within a budget. So the parser meets
/// no entity but the five of XML, and nothing can make it open a file or an address or expand without bound. The
/// named characters of HTML are known too, and an `&` that starts no reference becomes `&amp;`: feeds are full of
/// both. Attributes past the limit of an element are left out.
struct XMLPrescan {
    private let source: [UInt8]
    private let limits: MarkupDocument.Limits
    /// Whether the parser will go on behind an error: from there on it drops what references to its own five entities
    /// stand for, and only numbers are safe.
    private let isForRecovery: Bool
    private var entities = XMLEntities()
    private(set) var issues: [MarkupDocument.Issue] = []
    private var output = PrescannedSource(bytes: [])
    private var copied = 0

    init(_ source: [UInt8], limits: MarkupDocument.Limits, forRecovery isForRecovery: Bool = false) {
        self.source = source
        self.limits = limits
        self.isForRecovery = isForRecovery
    }

    mutating func run() throws(MarkupError) -> PrescannedSource {
        output.bytes.reserveCapacity(source.count)
        let content = readProlog()
        let hasReferences = ByteSearch.search(source) { Self.needsRewriting($0, from: content) }
        if hasReferences || isForRecovery { try resolveReferences(from: content) }
        copy(to: source.count)
        if let first = output.capAttributes(at: limits.attributes) {
            issues.append(.attributesLeftOut(line: line(at: min(first, source.count))))
        }
        return output
    }

    private mutating func copy(to end: Int) {
        guard copied < end else { return }
        output.bytes.append(contentsOf: source[copied..<end])
        copied = end
    }

    private mutating func replace(_ range: Range<Int>, by bytes: [UInt8]) {
        copy(to: range.lowerBound)
        output.bytes.append(contentsOf: bytes)
        copied = range.upperBound
        output.shifts.append((output.bytes.count, copied))
    }

    private func line(at index: Int) -> Int { SourceMap.line(at: index, in: source) }

    // MARK: Prolog

    /// Takes the declarations before the root away and gives where the rest starts.
    private mutating func readProlog() -> Int {
        var position = source.firstIndex { $0 > 0x20 } ?? source.count
        replace(0..<position, by: [])
        while position < source.count {
            let rest = source[position...]
            if rest.starts(with: "<?xml".utf8), rest.dropFirst(5).first.map({ $0 <= 0x20 }) == true {
                let end = index(after: "?>", from: position)
                replace(position..<end, by: [])
                position = end
            } else if rest.starts(with: "<?".utf8) {
                position = index(after: "?>", from: position)
            } else if rest.starts(with: "<!--".utf8) {
                position = index(after: "-->", from: position + 4)
            } else if rest.starts(with: "<!DOCTYPE".utf8) || rest.starts(with: "<!doctype".utf8) {
                let end = entities.readDoctype(in: source, from: position)
                for name in entities.externalParameterEntities {
                    issues.append(.externalEntity(name: "%\(name);", line: line(at: position)))
                }
                replace(position..<end, by: [])
                return end
            } else if source[position] <= 0x20 {
                position += 1
            } else {
                break
            }
        }
        return position
    }

    private func index(after word: StaticString, from: Int) -> Int {
        ByteSearch.search(source) { $0.next(word, from: from) }.map { $0 + word.utf8CodeUnitCount } ?? source.count
    }

    // MARK: References

    private static let ampersand = Array("&#38;".utf8)

    /// Whether there is a reference that the parser would not know, inside CDATA or not.
    private static func needsRewriting(_ bytes: ByteSearch, from: Int) -> Bool {
        var at = from
        while let ampersand = bytes.next(0x26, from: at) {
            if !isOwnReference(bytes, at: ampersand) { return true }
            at = ampersand + 1
        }
        return false
    }

    /// Whether a reference is one of the five of XML or a number.
    private static func isOwnReference(_ bytes: ByteSearch, at index: Int) -> Bool {
        bytes.matches("&amp;", at: index) || bytes.matches("&lt;", at: index) || bytes.matches("&gt;", at: index)
            || bytes.matches("&quot;", at: index) || bytes.matches("&apos;", at: index)
            || bytes.matches("&#", at: index)
    }

    private mutating func resolveReferences(from: Int) throws(MarkupError) {
        var position = from
        while position < source.count {
            switch source[position] {
            case 0x3C: position = skipOpaque(at: position)
            case 0x26: position = try resolve(at: position)
            default: position += 1
            }
        }
    }

    /// Where to go on behind a `<`: what comments, CDATA and instructions hold are no references.
    private func skipOpaque(at open: Int) -> Int {
        let rest = source[open...]
        if rest.starts(with: "<![CDATA[".utf8) { return index(after: "]]>", from: open) }
        if rest.starts(with: "<!--".utf8) { return index(after: "-->", from: open + 4) }
        if rest.starts(with: "<?".utf8) { return index(after: "?>", from: open) }
        return open + 1
    }

    private mutating func resolve(at ampersand: Int) throws(MarkupError) -> Int {
        if ByteSearch.search(source, { Self.isOwnReference($0, at: ampersand) }) {
            guard isForRecovery, let name = XMLEntities.name(in: source, after: ampersand),
                let character = NamedCharacters.all.characters(named: name.utf8, isTerminated: true)?.first
            else { return ampersand + 1 }
            let end = ampersand + name.utf8.count + 2
            replace(ampersand..<end, by: Array("&#\(character.value);".utf8))
            return end
        }
        guard let name = XMLEntities.name(in: source, after: ampersand) else {
            replace(ampersand..<ampersand + 1, by: Self.ampersand)
            return ampersand + 1
        }
        let end = ampersand + 1 + name.utf8.count + 1
        switch try entities.expand(name, budget: limits.entityBytes) {
        case .text(let bytes): replace(ampersand..<end, by: bytes)
        case .external:
            issues.append(.externalEntity(name: "&\(name);", line: line(at: ampersand)))
            replace(ampersand..<end, by: [])
        case .unknown:
            guard let characters = NamedCharacters.all.characters(named: name.utf8, isTerminated: true) else {
                issues.append(.unknownEntity(name: "&\(name);", line: line(at: ampersand)))
                replace(ampersand..<ampersand + 1, by: Self.ampersand)
                return ampersand + 1
            }
            replace(ampersand..<end, by: characters.flatMap { Array(String($0).utf8) })
        }
        return end
    }
}
