/// The general entities that a document type declaration declares, expanded within a budget.
struct XMLEntities {
    /// What a reference stands for.
    enum Expansion {
        case text([UInt8])
        /// Something outside the document, which is not opened.
        case external
        case unknown
    }

    private enum Entity {
        case literal([UInt8])
        case external
    }

    private var entities: [String: Entity] = [:]
    private var spent = 0
    private(set) var externalParameterEntities: [String] = []

    /// The deepest that entities may refer to entities; real ones hardly do.
    private static let maximumDepth = 16

    /// The name of a reference whose `&` or `%` stands at `index`; `nil` where none starts there.
    static func name(in bytes: [UInt8], after index: Int) -> String? {
        let rest = bytes[(index + 1)...].prefix(128)
        guard let first = rest.first, isNameByte(first), !(0x30...0x39).contains(first), first != 0x2D, first != 0x2E,
            let end = rest.firstIndex(where: { !isNameByte($0) }), rest[end] == 0x3B
        else { return nil }
        return String(decoding: rest[..<end], as: UTF8.self)
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x3A, 0x2D, 0x2E, 0x80...: true
        default: false
        }
    }

    // MARK: Declarations

    /// Reads a document type declaration that starts at `start` and gives where it ends.
    mutating func readDoctype(in bytes: [UInt8], from start: Int) -> Int {
        var scanner = DoctypeScanner(bytes, from: start + 9)
        while let byte = scanner.next {
            switch byte {
            case 0x3E: return scanner.position + 1
            case 0x22, 0x27: _ = scanner.quoted()
            case 0x5B:
                scanner.position += 1
                readInternalSubset(&scanner)
            default: scanner.position += 1
            }
        }
        return bytes.count
    }

    private mutating func readInternalSubset(_ scanner: inout DoctypeScanner) {
        while let byte = scanner.next {
            if byte == 0x5D {
                scanner.position += 1
                return
            }
            if scanner.skip("<!ENTITY") {
                readEntity(&scanner)
            } else if scanner.skip("<!--") {
                scanner.skip(behind: "-->")
            } else if scanner.skip("<?") {
                scanner.skip(behind: "?>")
            } else if byte == 0x3C {
                scanner.skipDeclaration()
            } else {
                scanner.position += 1
            }
        }
    }

    private mutating func readEntity(_ scanner: inout DoctypeScanner) {
        scanner.skipSpace()
        let isParameter = scanner.skip("%")
        scanner.skipSpace()
        let name = scanner.word()
        scanner.skipSpace()
        let value = scanner.quoted()
        scanner.skipDeclaration()
        if isParameter {
            // What it would add to the declarations is not read; one outside the document deserves a word.
            if value == nil { externalParameterEntities.append(name) }
        } else if entities[name] == nil {
            entities[name] = value.map(Entity.literal) ?? .external
        }
    }

    // MARK: Expansion

    /// What a reference to `name` stands for.
    ///
    /// - Throws: ``MarkupError`` with the code `entityLimit` where the document's entities come to more than `budget` bytes.
    mutating func expand(_ name: String, budget: Int) throws(MarkupError) -> Expansion {
        try expand(name, budget: budget, depth: 0)
    }

    private mutating func expand(_ name: String, budget: Int, depth: Int) throws(MarkupError) -> Expansion {
        guard let entity = entities[name] else { return .unknown }
        guard case .literal(let value) = entity else { return .external }
        guard depth < Self.maximumDepth else {
            throw MarkupError(.entityLimit, "The entity \"\(name)\" refers to itself or nests too deep (entity-limit).")
        }
        var result: [UInt8] = []
        var index = 0
        while index < value.count {
            guard value[index] == 0x26, let reference = Self.name(in: value, after: index), entities[reference] != nil,
                case .text(let inner) = try expand(reference, budget: budget, depth: depth + 1)
            else {
                result.append(value[index])
                index += 1
                try spend(1, on: name, of: budget)
                continue
            }
            result.append(contentsOf: inner)
            index += reference.utf8.count + 2
            try spend(inner.count, on: name, of: budget)
        }
        return .text(result)
    }

    private mutating func spend(_ bytes: Int, on name: String, of budget: Int) throws(MarkupError) {
        spent += bytes
        guard spent <= budget else {
            throw MarkupError(
                .entityLimit,
                "With the entity \"\(name)\" the entities expand to more than \(budget) bytes (entity-limit)."
            )
        }
    }
}

/// Steps through a document type declaration.
private struct DoctypeScanner {
    private let bytes: [UInt8]
    var position: Int

    init(_ bytes: [UInt8], from position: Int) {
        self.bytes = bytes
        self.position = min(position, bytes.count)
    }

    var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    mutating func skip(_ word: StaticString) -> Bool {
        guard bytes[position...].starts(with: word.description.utf8) else { return false }
        position += word.utf8CodeUnitCount
        return true
    }

    mutating func skip(behind word: StaticString) {
        while position < bytes.count, !skip(word) { position += 1 }
    }

    mutating func skipSpace() { while let byte = next, byte <= 0x20 { position += 1 } }

    mutating func word() -> String {
        let start = position
        while let byte = next, byte > 0x20, byte != 0x3E, byte != 0x22, byte != 0x27 { position += 1 }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    /// A quoted value that starts here; `nil` where none does.
    mutating func quoted() -> [UInt8]? {
        guard let quote = next, quote == 0x22 || quote == 0x27 else { return nil }
        let start = position + 1
        position = bytes[start...].firstIndex(of: quote) ?? bytes.count
        let value = Array(bytes[start..<position])
        position = min(position + 1, bytes.count)
        return value
    }

    /// Goes behind the `>` of a declaration; one within quotes does not count.
    mutating func skipDeclaration() {
        while let byte = next {
            switch byte {
            case 0x3E:
                position += 1
                return
            case 0x22, 0x27: _ = quoted()
            default: position += 1
            }
        }
    }
}
