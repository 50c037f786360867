import Offprint
import OffprintHypertext
import OffprintMarkup

/// What the readings of RSS and Atom share: an entry, its elements, and claims with the place they came from.
struct FeedEntry {
    let source: XMLSource
    let node: MarkupTree.NodeID
    let elements: FeedElements
    /// The address that links of the entry are relative to.
    let base: String?
    var article = Article()

    var tree: MarkupTree { source.tree }

    init(_ source: XMLSource, _ node: MarkupTree.NodeID, _ elements: FeedElements, base: String?) {
        self.source = source
        self.node = node
        self.elements = elements
        self.base = base
        source.carry(node, alone: true)
    }

    /// The origin of what an element says: its path below the entry, and its line.
    func origin(_ element: MarkupTree.NodeID) -> Origin {
        let parent = source.name(of: tree.parent(of: element))
        return Origin(.feed, at: "\(parent)/\(source.name(of: element))", line: tree.line(of: element))
    }

    /// The words of an element on one line, whatever markup they hold or are escaped in.
    func line(_ element: MarkupTree.NodeID) -> String? {
        source.carry(element)
        if tree.holdsElements(element) {
            var builder = BlockBuilder(tree)
            return builder.inlines(in: element).plainText.tidied.trimmed
        }
        return EscapedMarkup(tree.text(of: element), base: base).line
    }

    /// Calls `use` with the words of an element and where it stands, if it is there and not empty.
    func claim(_ element: MarkupTree.NodeID?, _ use: (String, Origin) -> Void) {
        guard let element, let text = line(element) else { return }
        use(text, origin(element))
    }

    /// Claims a date that an element states.
    mutating func claim(
        _ element: MarkupTree.NodeID?,
        as field: WritableKeyPath<Metadata, Claims<Timestamp>>
    ) {
        guard let element, let text = line(element), let date = Timestamp(rfc5322: text) ?? Timestamp(iso8601: text)
        else { return }
        article.metadata[keyPath: field].add(date, from: origin(element))
    }

    /// The blocks of an element that holds HTML, as elements or escaped.
    func blocks(_ element: MarkupTree.NodeID) -> [Block] {
        source.carry(element)
        let base = tree.base(at: element) ?? base
        guard tree.holdsElements(element) else { return EscapedMarkup(tree.text(of: element), base: base).blocks }
        var builder = BlockBuilder(
            tree,
            context: BlockBuilder.Context(base: base, language: tree.inherited("lang", at: element))
        )
        return builder.blocks(in: element)
    }

    func absolute(_ address: String?) -> String? {
        guard let address = address?.trimmed else { return nil }
        let resolved = base.map { WebAddress.resolve(address, against: $0) } ?? address
        return resolved.hasPrefix("http://") || resolved.hasPrefix("https://") ? resolved : nil
    }

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

    // MARK: What an entry is about

    /// Adds the subjects that modules name, behind those of the format itself.
    mutating func addTags(_ own: [(Tag, MarkupTree.NodeID)]) {
        var found = own
        for (name, module) in [("subject", FeedModule.dublinCore), ("category", .media)] {
            for node in elements.all(name, module) {
                if let text = line(node) { found.append((Tag(text), node)) }
            }
        }
        // Some keep them as one line.
        for (name, module) in [("tags", FeedModule.own), ("keywords", .media), ("keywords", .own)] {
            for node in elements.all(name, module) {
                let words = line(node)?.split(separator: ",").compactMap { String($0).trimmed } ?? []
                found += words.map { (Tag($0), node) }
            }
        }
        guard let first = found.first else { return }
        var seen: Set<String> = []
        article.metadata.tags.add(
            found.map(\.0).filter { seen.insert($0.name).inserted },
            from: origin(first.1)
        )
    }

    /// The text is the first of these that says something; the first of the short ones that is left describes it.
    mutating func addBody(
        full: [MarkupTree.NodeID],
        short: [MarkupTree.NodeID],
        _ read: (FeedEntry, MarkupTree.NodeID) -> [Block]
    ) {
        var rest = short
        for node in full + short {
            let blocks = read(self, node)
            guard !blocks.isEmpty else { continue }
            article.body = blocks
            rest.removeAll { $0 == node }
            // The language of the text is the article's.
            if let tag = tree.inherited("lang", at: node).flatMap(LanguageTag.normalized) {
                article.metadata.language.add(
                    tag,
                    from: Origin(.feed, at: "\(source.name(of: node))/@xml:lang", line: tree.line(of: node))
                )
            }
            break
        }
        for node in rest {
            guard let text = line(node) else { continue }
            article.metadata.description.add(text, from: origin(node))
        }
        for node in full { source.carry(node) }
    }

    // MARK: Pictures

    /// Adds the pictures of `media:` elements and enclosures.
    ///
    /// The first opens the body where the body does not have it.
    mutating func addPictures() {
        var pictures: [(Picture, Origin)] = []
        let groups = elements.all("group", .media)
        for holder in [node] + groups {
            let parts = holder == node ? elements : FeedElements(of: holder, in: source)
            let module: FeedModule = holder == node ? .media : .own
            for element in parts.all("content", module) + parts.all("thumbnail", module) + parts.all("enclosure") {
                for thumbnail in FeedElements(of: element, in: source).all("thumbnail")
                where picture(element, holder) == nil {
                    if let picture = picture(thumbnail, element) { pictures.append((picture, origin(thumbnail))) }
                }
                if let picture = picture(element, holder) { pictures.append((picture, origin(element))) }
                source.carry(element)
            }
        }
        for group in groups { source.carry(group) }
        guard let first = pictures.first else { return }
        var seen: Set<String> = []
        let unique = pictures.map(\.0).filter { seen.insert($0.image.url ?? "").inserted }
        article.metadata.images.add(unique, from: first.1)
        let shown = article.figureAddresses.contains(where: seen.contains)
        guard !shown, article.body.allSatisfy({ if case .figure = $0 { false } else { true } }), let lead = unique.first
        else { return }
        let caption = lead.caption.map { [Inline.text($0)] } ?? []
        article.body.insert(.figure(Figure(images: [lead.image], caption: caption, credit: lead.credit)), at: 0)
    }

    private func picture(_ element: MarkupTree.NodeID, _ holder: MarkupTree.NodeID) -> Picture? {
        let type = source.attribute("type", of: element)
        let isThumbnail = source.name(of: element) == "thumbnail"
        guard type?.hasPrefix("image/") ?? (isThumbnail || source.attribute("medium", of: element) == "image"),
            let address = absolute(source.attribute("url", of: element))
        else { return nil }
        func about(_ name: String) -> String? {
            let inner = FeedElements(of: element, in: source).first(name)
            let around =
                holder == node ? elements.first(name, .media) : FeedElements(of: holder, in: source).first(name)
            return (inner ?? around).flatMap(line)
        }
        let image = ImageReference(
            url: address,
            width: source.attribute("width", of: element).flatMap { Int($0) },
            height: source.attribute("height", of: element).flatMap { Int($0) }
        )
        return Picture(image, caption: about("description") ?? about("title"), credit: about("credit"))
    }
}
