import Offprint

/// Finds the files of an article's images beside its source, for formats that hold images.
///
/// A saved page names its pictures by paths relative to itself. Nothing outside the folder that was given is opened,
/// however an address or a link spells the way there.
struct ImageFiles {
    private static let sizeLimit = 64 << 20
    /// The most bytes of files for one article.
    private static let articleLimit = 256 << 20

    /// The folder of the source.
    private let folder: Path
    /// The folder that was given, without links in its path.
    private let root: Path
    /// What was read: many addresses may lead to one file.
    private var read: [Path: [UInt8]] = [:]

    /// `nil` for standard input, which lies nowhere.
    init?(beside input: InputFile) {
        guard let path = input.path else { return nil }
        folder = path.parent
        var root = path
        for _ in input.relativePath.components { root = root.parent }
        guard let real = Platform.realPath(root) else { return nil }
        self.root = real
    }

    /// Puts the bytes of the files that are there into an article's resources: under the resource's name, or under
    /// the image's address where it has none.
    mutating func fill(_ article: inout Article, reporting diagnostics: inout Diagnostics) {
        var room = Room(left: Self.articleLimit)
        for id in article.resources.keys.sorted(by: { $0.rawValue < $1.rawValue }) {
            guard case .file(let path)? = article.resources[id]?.location,
                let bytes = bytes(at: path, in: &room, reporting: &diagnostics)
            else { continue }
            article.resources[id]?.location = .bytes(bytes)
        }
        let page = article.metadata.url.best
        for image in article.imageReferences {
            guard image.resource == nil, let url = image.url else { continue }
            let id = Resource.ID(rawValue: url)
            guard article.resources[id] == nil, let path = Self.path(of: url, from: page),
                let bytes = bytes(at: path, in: &room, reporting: &diagnostics)
            else { continue }
            article.resources[id] = Resource(id: id, location: .bytes(bytes))
        }
        if !room.leftOut.isEmpty {
            diagnostics.warn(
                "images-left-out",
                "\(room.leftOut.count) of the image files beside the document are left out: "
                    + "an article takes \(Self.articleLimit >> 20) MiB of them."
            )
        }
    }

    /// What one article may still take.
    private struct Room {
        var left: Int
        var taken: Set<Path> = []
        var leftOut: Set<Path> = []
    }

    /// The path of an image relative to its page; `nil` where it lies elsewhere.
    ///
    /// Readers make addresses absolute where they know the page's own: what lies below that was relative.
    private static func path(of url: String, from page: String?) -> String? {
        let url = String(decoding: url.utf8.prefix { $0 != 0x3F && $0 != 0x23 }, as: UTF8.self)
        guard url.utf8.contains(UInt8(ascii: ":")) else {
            return url.hasPrefix("/") || url.isEmpty ? nil : url
        }
        guard let page, page.hasPrefix("http") else { return nil }
        let path = page.utf8.prefix { $0 != 0x3F && $0 != 0x23 }
        guard let slash = path.lastIndex(of: Path.slash) else { return nil }
        let base = String(decoding: path[...slash], as: UTF8.self)
        // The slashes behind the scheme are no folder.
        let folder = base.hasSuffix("://") ? page + "/" : base
        return url.hasPrefix(folder) && url.utf8.count > folder.utf8.count
            ? String(url.dropFirst(folder.count)) : nil
    }

    private mutating func bytes(
        at path: String,
        in room: inout Room,
        reporting diagnostics: inout Diagnostics
    ) -> [UInt8]? {
        let plain = Array(path.utf8)
        for name in [plain, Self.decoded(plain)] {
            guard !name.isEmpty, name.first != Path.slash, !name.contains(0),
                let real = Platform.realPath(folder.appending(name))
            else { continue }
            guard real.isWithin(root) else {
                diagnostics.warn(
                    "image-outside",
                    "The image \"\(path.prefix(80))\" lies outside of the folder given: name a folder that holds both."
                )
                return nil
            }
            if room.taken.contains(real) { return read[real] }
            guard let status = try? Platform.status(of: real), status.kind == .file else { continue }
            guard status.size <= min(Self.sizeLimit, room.left) else {
                if status.size <= Self.sizeLimit {
                    room.leftOut.insert(real)
                } else {
                    diagnostics.warn(
                        "image-too-large",
                        "The image \"\(path.prefix(80))\" has more than \(Self.sizeLimit >> 20) MiB and was left out."
                    )
                }
                return nil
            }
            guard let bytes = read[real] ?? (try? Platform.read(real, limit: Self.sizeLimit)) else { continue }
            read[real] = bytes
            room.taken.insert(real)
            room.left -= bytes.count
            return bytes
        }
        return nil
    }

    /// Resolves percent escapes.
    private static func decoded(_ bytes: [UInt8]) -> [UInt8] {
        var decoded: [UInt8] = []
        var rest = bytes[...]
        while let byte = rest.popFirst() {
            let digits = String(decoding: rest.prefix(2), as: UTF8.self)
            guard byte == UInt8(ascii: "%"), rest.count >= 2, let value = UInt8(digits, radix: 16) else {
                decoded.append(byte)
                continue
            }
            decoded.append(value)
            rest = rest.dropFirst(2)
        }
        return decoded
    }
}

extension Article {
    /// The images that it shows or that stand for it.
    var imageReferences: [ImageReference] {
        var references = (metadata.images.best ?? []).map(\.image)
        body.walk { block, _ in
            if case .figure(let figure) = block { references += figure.images }
            for inlines in block.inlines {
                inlines.walk { if case .image(let image) = $0 { references.append(image) } }
            }
        }
        return references
    }
}

extension Path {
    /// Whether it is in a folder; both without links.
    fileprivate func isWithin(_ folder: Path) -> Bool {
        let (own, outer) = (components, folder.components)
        return own.count > outer.count && own.starts(with: outer)
    }
}
