import Offprint

/// Decides what output files are called, so that no two outputs of a run share a name.
struct OutputPlan {
    private let template: NameTemplate?
    private let extensions: [Format.ID: String]
    /// The names given so far, in lower case: some disks ignore case.
    private var taken: Set<String> = []
    /// The last number that a stem got, so that the next one is not searched from the first.
    private var numbers: [String: Int] = [:]
    /// How many names were asked for.
    private var number = 0

    /// Creates a plan for outputs in these formats.
    init(formats: [Format], template: NameTemplate? = nil) {
        self.template = template
        extensions = Self.extensions(of: formats)
    }

    /// The extension of each format.
    ///
    /// Where several share one, those not called by it put their name before it: `.jsonl` and `.flat.jsonl`.
    static func extensions(of formats: [Format]) -> [Format.ID: String] {
        var extensions: [Format.ID: String] = [:]
        for format in formats {
            let own = format.fileExtensions.first ?? format.id.rawValue
            let isShared = formats.contains { $0.id != format.id && ($0.fileExtensions.first ?? $0.id.rawValue) == own }
            extensions[format.id] = isShared && own != format.id.rawValue ? "\(format.id).\(own)" : own
        }
        return extensions
    }

    /// The paths, below the output folder, of what one document or article becomes: one a format, all with the same
    /// stem.
    ///
    /// `position` is the article's place among those of its source, where each gets files of its own.
    mutating func paths(
        of input: Path,
        in formats: [Format.ID],
        article: Article,
        position: (index: Int, count: Int)? = nil
    ) -> [Path] {
        number += 1
        var folders: [[UInt8]]
        var stem: [UInt8]
        if let template {
            let parts = template.parts(name: FileName(input.name).stem, article: article, number: number)
            (folders, stem) = (Array(parts.dropLast()), parts.last ?? [])
        } else {
            folders = input.components.dropLast().map { SafeName.part($0) }
            stem = SafeName.part(FileName(input.name).stem)
            if let position {
                // As many digits as the last one has, so that the order of names is that of articles.
                let width = String(position.count).utf8.count
                let digits = String(position.index + 1)
                stem += Array("-".utf8) + Array(repeating: 0x30, count: width - digits.utf8.count) + Array(digits.utf8)
            }
        }
        folders.removeAll(where: \.isEmpty)
        if stem.isEmpty { stem = Array("document".utf8) }
        // Long stems are cut for their endings, and may be one behind the cut.
        let root = Path((folders + [SafeName.cut(stem, to: SafeName.limit - 40)]).joined(separator: [Path.slash]))
        let key = "\(root.text.lowercased()) \(formats.map(\.rawValue))"
        var attempt = 1
        while true {
            let suffix = attempt == 1 ? "" : "-\(attempt)"
            let paths = formats.map { format in
                let ending = Array("\(suffix).\(extensions[format] ?? format.rawValue)".utf8)
                let name = SafeName.cut(stem, to: SafeName.limit - ending.count) + ending
                return Path((folders + [name]).joined(separator: [Path.slash]))
            }
            let keys = paths.map { $0.text.lowercased() }
            if taken.isDisjoint(with: keys) {
                taken.formUnion(keys)
                if attempt > 1 { numbers[key] = attempt }
                return paths
            }
            attempt = max(attempt, attempt == 1 ? numbers[key] ?? 1 : 1) + 1
        }
    }
}

/// Makes names that are safe in any folder.
enum SafeName {
    /// The longest name, in bytes.
    static let limit = 200

    /// A part of a path: no slash, no control character, nothing that leads elsewhere.
    static func part(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        let part = bytes.map { $0 < 0x20 || $0 == 0x7F || $0 == Path.slash ? UInt8(ascii: "_") : $0 }
        return part.allSatisfy { $0 == 0x2E } ? [] : cut(part, to: limit)
    }

    /// The beginning of a name, cut between characters.
    static func cut(_ name: [UInt8], to length: Int) -> [UInt8] {
        guard name.count > length else { return name }
        var end = max(0, length)
        while end > 0, name[end] & 0xC0 == 0x80 { end -= 1 }
        return Array(name[..<end])
    }

    /// A title as a part of a path: letters and digits in lower case, joined by hyphens.
    static func slug(_ title: String) -> String {
        var slug = ""
        for scalar in title.lowercased().unicodeScalars.prefix(400) {
            let isWord =
                scalar.isASCII
                ? UInt8(ascii: scalar).isLetterOrDigit
                : scalar.properties.isAlphabetic
                    || scalar.properties.numericType != nil || scalar.properties.generalCategory == .nonspacingMark
            if isWord {
                slug.unicodeScalars.append(scalar)
            } else if !slug.isEmpty, slug.utf8.last != 0x2D {
                slug += "-"
            }
            if slug.utf8.count >= 80 { break }
        }
        return String(decoding: slug.utf8.last == 0x2D ? slug.utf8.dropLast() : slug.utf8[...], as: UTF8.self)
    }
}

/// A pattern for names, such as `{n}-{slug}`.
struct NameTemplate {
    private enum Piece { case text(String), name, slug, number }

    private let pieces: [Piece]

    /// Reads a template.
    init(_ text: String) throws(Failure) {
        var pieces: [Piece] = []
        var rest = text[...]
        while let open = rest.firstIndex(of: "{") {
            if open > rest.startIndex { pieces.append(.text(String(rest[..<open]))) }
            guard let close = rest[open...].firstIndex(of: "}") else {
                throw .usage("--name \"\(text)\" has a \"{\" without a \"}\". Known: {name}, {slug}, {n}.")
            }
            let word = rest[rest.index(after: open)..<close]
            switch word {
            case "name": pieces.append(.name)
            case "slug": pieces.append(.slug)
            case "n": pieces.append(.number)
            default: throw .usage("--name does not know \"{\(word)}\". Known: {name}, {slug}, {n}.")
            }
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { pieces.append(.text(String(rest))) }
        guard !pieces.isEmpty else { throw .usage("--name is empty. Known: {name}, {slug}, {n}.") }
        self.pieces = pieces
    }

    /// The parts of the path for an article; slashes of the template alone make folders.
    func parts(name: [UInt8], article: Article, number: Int) -> [[UInt8]] {
        var bytes: [UInt8] = []
        for piece in pieces {
            switch piece {
            case .text(let text): bytes += Array(text.utf8)
            case .name: bytes += SafeName.part(name)
            case .number: bytes += Array(String(number).utf8)
            case .slug:
                let metadata = article.metadata
                let slug = SafeName.slug(metadata.slug.best ?? metadata.title.best ?? "")
                bytes += slug.isEmpty ? SafeName.part(name) : Array(slug.utf8)
            }
        }
        return bytes.split(separator: Path.slash).map { SafeName.part($0) }
    }
}
