import Offprint
import OffprintHypertext
import OffprintMarkup

/// What the readings of RSS and Atom share: claims with the place they came from, and pictures.
struct FeedEntry {
    let tree: MarkupTree
    let node: MarkupTree.NodeID
    /// The address that links of the entry are relative to.
    let base: String?
    var article = Article()

    init(_ tree: MarkupTree, _ node: MarkupTree.NodeID, base: String?) {
        self.tree = tree
        self.node = node
        self.base = base
    }

    /// The origin of what an element says: its path below the entry, and its line.
    func origin(_ element: MarkupTree.NodeID) -> Origin {
        let parent = tree.qualifiedName(of: tree.parent(of: element)).local
        return Origin(.feed, at: "\(parent)/\(tree.qualifiedName(of: element).local)", line: tree.line(of: element))
    }

    /// Calls `use` with the text of an element on one line and where it stands, if the element is there and not
    /// empty.
    func claim(_ element: MarkupTree.NodeID?, _ use: (String, Origin) -> Void) {
        guard let element, let text = EscapedMarkup(tree.text(of: element), base: base).line else { return }
        use(text, origin(element))
    }

    func absolute(_ address: String?) -> String? {
        guard let address = address?.trimmed else { return nil }
        let resolved = base.map { WebAddress.resolve(address, against: $0) } ?? address
        return resolved.hasPrefix("http://") || resolved.hasPrefix("https://") ? resolved : nil
    }

    /// A date in either notation that feeds use.
    static func date(_ text: String) -> Timestamp? { Timestamp(rfc5322: text) ?? Timestamp(iso8601: text) }

    /// A person as RSS writes one: `mail@host (Name)`, `Name <mail@host>` or a name.
    static func person(_ text: String) -> Contributor? {
        var name = text
        if let open = text.firstIndex(of: "("), let close = text.lastIndex(of: ")"), open < close {
            name = String(text[text.index(after: open)..<close])
        } else if let open = text.firstIndex(of: "<") {
            name = String(text[..<open])
        }
        guard let name = name.trimmed, !name.contains("@") || name.contains(" ") else { return nil }
        return Contributor(name)
    }

    // MARK: Pictures

    /// Adds the pictures of `media:` elements and enclosures.
    ///
    /// The first opens the body where the body does not have it.
    mutating func addPictures() {
        var pictures: [(Picture, Origin)] = []
        for element in tree.descendants(of: node) where !tree.isText(element) {
            let name = tree.qualifiedName(of: element)
            switch (Vocabulary(of: name.namespace), name.local) {
            case (.media, "content"), (.media, "thumbnail"), (.own, "enclosure"):
                if let picture = picture(element) { pictures.append((picture, origin(element))) }
            default: continue
            }
        }
        guard let first = pictures.first else { return }
        var seen: Set<String> = []
        let unique = pictures.map(\.0).filter { seen.insert($0.image.url ?? "").inserted }
        article.metadata.images.add(unique, from: first.1)
        let shown = article.body.contains { block in
            guard case .figure(let figure) = block else { return false }
            return figure.images.contains { image in image.url.map(seen.contains) ?? false }
        }
        guard !shown, article.body.allSatisfy({ if case .figure = $0 { false } else { true } }), let lead = unique.first
        else { return }
        let caption = lead.caption.map { [Inline.text($0)] } ?? []
        article.body.insert(.figure(Figure(images: [lead.image], caption: caption, credit: lead.credit)), at: 0)
    }

    private func picture(_ element: MarkupTree.NodeID) -> Picture? {
        let type = tree.attribute(named: "type", of: element)
        let isThumbnail = tree.qualifiedName(of: element).local == "thumbnail"
        guard type?.hasPrefix("image/") ?? (isThumbnail || tree.attribute(named: "medium", of: element) == "image"),
            let address = absolute(tree.attribute(named: "url", of: element))
        else { return nil }
        let group = tree.parent(of: element)
        func about(_ name: String) -> String? {
            let found =
                tree.element(name, .media, in: element) ?? (group == node ? nil : tree.element(name, .media, in: group))
            return found.flatMap { EscapedMarkup(tree.text(of: $0), base: base).line }
        }
        let image = ImageReference(
            url: address,
            width: tree.attribute(named: "width", of: element).flatMap { Int($0) },
            height: tree.attribute(named: "height", of: element).flatMap { Int($0) }
        )
        return Picture(image, caption: about("description") ?? about("title"), credit: about("credit"))
    }
}
