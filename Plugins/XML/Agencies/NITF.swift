import Offprint
import OffprintHypertext
import OffprintMarkup

/// NITF 3.x, the News Industry Text Format (https://www.iptc.org/std/NITF/): one article a document, or a payload.
struct NITF: XMLFamily {
    let format = Format(
        id: "nitf",
        name: "NITF",
        fileExtensions: ["nitf"],
        mediaTypes: ["application/nitf+xml", "text/vnd.iptc.nitf"],
        capacity: .many
    )

    func recognizes(_ root: RootElement) -> Bool { root.name == "nitf" }

    func articles(of source: XMLSource, reporting diagnostics: inout Diagnostics) -> [Article] {
        let roots = source.name(of: source.root) == "nitf" ? [source.root] : source.find("nitf", from: source.root)
        return roots.map { root in
            var article = Article()
            Self.read(root, of: source, into: &article, reporting: &diagnostics)
            return article
        }
    }

    // MARK: Metadata

    static let fields: [FieldRule] = [
        FieldRule(["//hedline/hl1", "//headline/hl1", "//hedline"], takesOne: true) { $0.title.add($1[0], from: $2) },
        .text(\.title, "head/title", as: .titleElement),
        .text(\.subtitle, "//hedline/hl2", "//headline/hl2"),
        .date(\.published, "//date.issue@norm", "//story.date@norm", "//pubdata@date.publication"),
        .date(\.expires, "//date.expire@norm"),
        .status("head/docdata@management-status"),
        .identifier("doc-id", "//doc-id@id-string"),
        .agencies("//body.head/distributor"),
        .organization(\.publisher, "//pubdata@name"),
        .text(\.priority, "//urgency@ed-urg"),
        .list(\.notes, "//ed-msg@info", "body/body.head/note"),
        .tags(.subject, "//key-list/keyword@key", "//key-list/keyword"),
        .tags(.subject, "//tobject.subject@tobject.subject.detail"),
        .tags(.subject, "//tobject.subject@tobject.subject.matter"),
        .tags(.subject, "//tobject.subject@tobject.subject.type"),
        .tags(.person, "//identified-content/person"),
        .tags(.organization, "//identified-content/org"),
        .tags(.place, "//identified-content/location"),
        .language("@baselang", "@lang", "body@lang", "body/body.content@lang"),
    ]

    /// Reads a `nitf` element into an article; what is known of the article by now comes first.
    static func read(
        _ root: MarkupTree.NodeID,
        of source: XMLSource,
        into article: inout Article,
        reporting diagnostics: inout Diagnostics
    ) {
        article.metadata.add(fields, from: root, in: source)
        addByline(to: &article.metadata, root, source)
        addPlace(to: &article.metadata, root, source)
        addRelease(to: &article.metadata, root, source)
        addRights(to: &article.metadata, root, source)
        addBody(to: &article, root, source, &diagnostics)
        addAbstract(to: &article, root, source)
    }

    private static func origin(_ node: MarkupTree.NodeID, _ source: XMLSource, _ suffix: String = "") -> Origin {
        Origin(.formatField, at: source.name(of: node) + suffix, line: source.tree.line(of: node))
    }

    /// The byline without its title line, which is the author's role.
    private static func addByline(to metadata: inout Metadata, _ root: MarkupTree.NodeID, _ source: XMLSource) {
        let tree = source.tree
        for byline in source.find("body/body.head/byline", from: root) {
            let title = source.first("byttl", from: byline)
            let whole = tree.textRange(of: byline)
            var names = Array(tree.textBytes[whole])
            if let title {
                let role = tree.textRange(of: title)
                names.removeSubrange(role.lowerBound - whole.lowerBound..<role.upperBound - whole.lowerBound)
            }
            source.carry(byline)
            let role = title.flatMap(source.text)
            guard let printed = String(decoding: names, as: UTF8.self).tidied.trimmed else { continue }
            let people = source.values("//person", from: byline).map(\.text)
            if people.isEmpty {
                metadata.addByline(printed, role: role, from: origin(byline, source))
            } else {
                metadata.byline.add(printed, from: origin(byline, source))
                metadata.authors.add(
                    people.map { Contributor($0, kind: .person, role: role) },
                    from: origin(byline, source)
                )
            }
        }
    }

    private static func addPlace(to metadata: inout Metadata, _ root: MarkupTree.NodeID, _ source: XMLSource) {
        for dateline in source.find("//dateline", from: root).prefix(1) {
            source.carry(dateline)
            let location = source.first("location", from: dateline)
            let parts = location.map { location in
                source.find("*", from: location).compactMap(source.text).withoutRepeats.joined(separator: ", ")
            }
            let line = location.flatMap(source.text) ?? source.text(dateline)
            guard let place = parts.flatMap(\.trimmed) ?? line.flatMap(Dateline.place) else { continue }
            metadata.places.add([place], from: origin(dateline, source))
        }
    }

    /// A moment of release behind that of issue is an embargo.
    private static func addRelease(to metadata: inout Metadata, _ root: MarkupTree.NodeID, _ source: XMLSource) {
        guard let node = source.first("//date.release", from: root),
            let date = source.attribute("norm", of: node).flatMap(Timestamp.init(machine:))
        else { return }
        if let issued = metadata.published.best, date.secondsSinceEpoch <= issued.secondsSinceEpoch { return }
        metadata.embargo.add(date, from: origin(node, source, "@norm"))
    }

    private static func addRights(to metadata: inout Metadata, _ root: MarkupTree.NodeID, _ source: XMLSource) {
        guard let node = source.first("//doc.copyright", from: root),
            let holder = source.attribute("holder", of: node)
        else { return }
        let year = source.attribute("year", of: node)
        metadata.rights.add([year, holder].compactMap(\.self).joined(separator: " "), from: origin(node, source))
    }

    // MARK: Body

    static let body = Translation(
        elements: [
            "hl1": .h1, "hl2": .h2, "bq": .blockquote, "block": .div, "nitf-table": .div, "fn": .div,
            "datasource": .p, "lang": .span, "nitf-col": .col, "nitf-colgroup": .colgroup,
        ],
        attributes: ["source": .src],
        skipped: [
            "abstract", "body.head", "byline", "dateline", "distributor", "nitf-table-metadata", "custom-table",
            "media-metadata",
        ],
        readings: [
            "media": readMedia,
            "note": { run, node in run.addAside(node, .note) },
            "p": { run, node in
                guard run.source.attribute("lede", of: node) == "true" else { return .left }
                let lead = run.inlines(apart: node)
                guard !lead.isEmpty else { return .left }
                run.add(.paragraph(lead, role: .lead), for: node)
                return .done
            },
        ]
    )

    private static func addBody(
        to article: inout Article,
        _ root: MarkupTree.NodeID,
        _ source: XMLSource,
        _ diagnostics: inout Diagnostics
    ) {
        let content = source.first("body/body.content", from: root) ?? source.first("body", from: root)
        guard let content else { return }
        let context = BlockBuilder.Context(
            base: source.tree.base(at: content),
            language: source.language(at: content) ?? article.metadata.language.best,
            isLiteral: true
        )
        let read = body.blocks(in: content, of: source, context: context)
        article.body += read.blocks
        for loss in read.losses { diagnostics.report(loss) }
        for tagline in source.find("body/body.end/tagline", from: root) {
            let note = body.blocks(in: tagline, of: source, context: context).blocks
            if !note.isEmpty { article.body.append(.aside(Aside(.note, content: note))) }
        }
    }

    @Sendable
    private static func readMedia(_ run: inout TranslationRun, _ node: MarkupTree.NodeID) -> Translation.Outcome {
        let source = run.source
        let references = source.find("//media-reference", from: node)
        let caption = source.first("media-caption", from: node).map { run.inlines(apart: $0) } ?? []
        let credit = source.first("media-producer", from: node).flatMap(source.text)
        let type = source.attribute("media-type", of: node)?.lowercased() ?? "image"
        guard type != "video", type != "audio" else {
            let address = references.lazy.compactMap { source.attribute("source", of: $0) }.first
            let embed = Embed(type == "video" ? .video : .audio, url: address, title: caption.plainText.trimmed)
            run.add(.embed(embed), for: node)
            return .done
        }
        let images = references.compactMap { reference -> ImageReference? in
            guard let address = source.attribute("source", of: reference), WebAddress.isSafe(address) else {
                return nil
            }
            return ImageReference(
                url: address,
                alternativeText: source.attribute("alternate-text", of: reference),
                width: source.attribute("width", of: reference).flatMap { Int($0) },
                height: source.attribute("height", of: reference).flatMap { Int($0) }
            )
        }
        guard !images.isEmpty || !caption.isEmpty || credit != nil else { return .done }
        // Several references are renditions of one picture; the widest is shown.
        let widest = images.max { ($0.width ?? 0) < ($1.width ?? 0) }
        run.add(.figure(Figure(images: widest.map { [$0] } ?? [], caption: caption, credit: credit)), for: node)
        return .done
    }

    /// The abstract is a description, unless it repeats the first paragraph.
    private static func addAbstract(to article: inout Article, _ root: MarkupTree.NodeID, _ source: XMLSource) {
        guard let node = source.first("body/body.head/abstract", from: root), let abstract = source.text(node) else {
            return
        }
        if case .paragraph(let first, _)? = article.body.first, first.plainText.agrees(with: abstract) { return }
        article.metadata.description.add(abstract, from: origin(node, source))
    }
}
