import Offprint
import OffprintHypertext
import OffprintMarkup

/// DocBook 5 and 4 (https://docbook.org): an article, a book or a part of one is one article.
struct DocBook: XMLFamily {
    let format = Format(
        id: "docbook",
        name: "DocBook",
        fileExtensions: ["dbk", "docbook"],
        mediaTypes: ["application/docbook+xml"]
    )

    /// Elements that no other vocabulary here starts with.
    private static let fragments: Set = [
        "para", "simpara", "formalpara", "informaltable", "itemizedlist", "orderedlist", "variablelist", "mediaobject",
    ]
    private static let wholes: Set = [
        "article", "book", "chapter", "section", "sect1", "sect2", "part", "preface", "appendix",
    ]

    func recognizes(_ root: RootElement) -> Bool {
        if root.says("docbook") || Self.fragments.contains(root.name) { return true }
        // HTML has some of these names too.
        return Self.wholes.contains(root.name)
            && ["<para>", "<para ", "<simpara", "<info>", "<articleinfo", "<bookinfo", "<sect1"].contains(
                where: root.content.contains
            )
    }

    func articles(of source: XMLSource, reporting diagnostics: inout Diagnostics) -> [Article] {
        var article = Article()
        let root = source.root
        article.metadata.add(Self.fields, from: root, in: source)
        Self.addPeople(to: &article.metadata, root, source)
        let isWhole = Self.wholes.contains(source.name(of: root))
        article.append(
            Self.body.blocks(
                in: isWhole ? root : source.tree.document,
                of: source,
                context: .init(at: root, in: source)
            ),
            reporting: &diagnostics
        )
        return [article]
    }

    // MARK: Metadata

    private static let infos = ["", "info/", "articleinfo/", "bookinfo/", "chapterinfo/", "sectioninfo/"]

    private static func paths(_ name: String, alone: Bool = false) -> [XMLPath] {
        infos.dropFirst(alone ? 0 : 1).map { XMLPath($0 + name) }
    }

    static let fields: [FieldRule] = [
        FieldRule(paths("title", alone: true)) { $0.title.add($1[0], from: $2) },
        FieldRule(paths("subtitle", alone: true)) { $0.subtitle.add($1[0], from: $2) },
        FieldRule(paths("pubdate") + paths("date")) { metadata, values, origin in
            if let date = Timestamp(machine: values[0]) { metadata.published.add(date, from: origin) }
        },
        FieldRule(paths("abstract")) { $0.description.add($1[0], from: $2) },
        FieldRule(paths("keywordset/keyword") + paths("subjectset/subject/subjectterm")) { metadata, values, origin in
            metadata.tags.add(values.withoutRepeats.map { Tag($0) }, from: origin)
        },
        FieldRule(paths("publisher/publishername") + paths("publishername")) {
            $0.publisher.add(Organization($1[0]), from: $2)
        },
        FieldRule(paths("copyright") + paths("legalnotice")) { $0.rights.add($1[0], from: $2) },
        FieldRule(paths("biblioid") + paths("isbn")) { metadata, values, origin in
            metadata.identifiers.add(values.map { Identifier($0, scheme: "biblioid") }, from: origin)
        },
        .language("@lang"),
    ]

    private static func addPeople(to metadata: inout Metadata, _ root: MarkupTree.NodeID, _ source: XMLSource) {
        for (name, isAuthor) in [("author", true), ("editor", false), ("othercredit", false)] {
            let nodes = (paths(name) + paths("authorgroup/\(name)")).flatMap { source.find($0, from: root) }
            let people = nodes.compactMap { node -> Contributor? in
                let named = source.first("personname", from: node) ?? source.first("orgname", from: node) ?? node
                source.carry(node)
                return source.personName(named).map { Contributor($0, role: isAuthor ? nil : name) }
            }
            guard let first = nodes.first, !people.isEmpty else { continue }
            let origin = Origin(.formatField, at: name, line: source.tree.line(of: first))
            if isAuthor {
                metadata.authors.add(people, from: origin)
            } else {
                metadata.contributors.add(people, from: origin)
            }
        }
    }

    // MARK: Body

    private static let sections: Set = [
        "section", "sect1", "sect2", "sect3", "sect4", "sect5", "simplesect", "chapter", "appendix", "preface", "part",
        "refsection",
    ]
    private static let roots: Set = ["article", "book"]
    private static let admonitions: Set = ["sidebar", "note", "tip", "warning", "caution", "important"]

    static let body = Translation(
        elements: [
            "para": .p, "simpara": .p, "formalpara": .div, "itemizedlist": .ul, "simplelist": .ul, "member": .li,
            "orderedlist": .ol, "procedure": .ol, "step": .li, "variablelist": .dl, "term": .dt, "glossterm": .em,
            "programlisting": .pre, "screen": .pre, "literallayout": .pre, "synopsis": .pre, "literal": .code,
            "code": .code,
            "command": .code, "filename": .code, "computeroutput": .code, "userinput": .code, "function": .code,
            "option": .code,
            "varname": .code, "replaceable": .em, "blockquote": .blockquote, "epigraph": .blockquote,
            "quote": .q, "superscript": .sup, "subscript": .sub, "link": .a, "ulink": .a, "citetitle": .cite,
            "informaltable": .table,
            "table": .table, "row": .tr, "foreignphrase": .em, "bridgehead": .h3, "caption": .p, "firstterm": .em,
            "qandaset": .div,
        ],
        attributes: ["url": .src, "linkend": .name],
        skipped: [
            "info", "articleinfo", "bookinfo", "chapterinfo", "sectioninfo", "indexterm", "remark", "index", "toc",
            "lot",
            "anchor", "colspec", "spanspec", "titleabbrev", "blockinfo", "objectinfo",
        ],
        notes: ["footnote"],
        readings: [
            "title": { run, node in
                let parent = run.source.parentName(of: node)
                switch parent {
                case "table": run.start(.caption, for: node)
                case "formalpara", "variablelist", "itemizedlist", "orderedlist", "example", "procedure":
                    run.start(.p, for: node)
                    run.start(.strong, for: node, keepsAttributes: false)
                    return .opened(2)
                case let name where roots.contains(name) || admonitions.contains(name): return .done
                case let name where sections.contains(name):
                    // The title of the whole is metadata.
                    guard run.tree.parent(of: node) != run.source.root else { return .done }
                    return run.startHeading(for: node, in: sections)
                default: run.start(.h3, for: node)
                }
                return .opened(1)
            },
            "subtitle": { run, node in run.tree.parent(of: node) == run.source.root ? .done : .left },
            "emphasis": { run, node in
                let role = run.source.attribute("role", of: node)?.lowercased() ?? ""
                let name: MarkupName = ["strong", "bold"].contains(role) ? .strong : role.contains("strike") ? .s : .em
                run.start(name, for: node, keepsAttributes: false)
                return .opened(1)
            },
            "ulink": { run, node in
                run.start(.a, for: node, keepsAttributes: false)
                run.attribute(.href, run.source.attribute("url", of: node) ?? "")
                return .opened(1)
            },
            "listitem": { run, node in
                run.start(run.source.parentName(of: node) == "varlistentry" ? .dd : .li, for: node)
                return .opened(1)
            },
            "sidebar": { run, node in run.addAside(node, .factBox, titled: "title") },
            "note": { run, node in run.addAside(node, .note, titled: "title") },
            "tip": { run, node in run.addAside(node, .note, titled: "title") },
            "warning": { run, node in run.addAside(node, .note, titled: "title") },
            "caution": { run, node in run.addAside(node, .note, titled: "title") },
            "important": { run, node in run.addAside(node, .note, titled: "title") },
            "para": { run, node in run.readAlone(node, in: ["listitem"]) },
            "simpara": { run, node in run.readAlone(node, in: ["listitem"]) },
            "blockquote": { run, node in run.addQuote(node, by: "attribution") },
            "epigraph": { run, node in run.addQuote(node, by: "attribution") },
            "attribution": { _, _ in .done },
            "entry": { run, node in run.startCell(for: node) },
            "figure": readFigure,
            "informalfigure": readFigure,
            "mediaobject": readFigure,
            "inlinemediaobject": { run, node in
                guard let data = run.source.first("//imagedata", from: node) else { return .left }
                run.start(.img, for: node, keepsAttributes: false)
                run.attribute(.src, run.source.attribute("fileref", of: data) ?? "")
                run.attribute(.alt, run.source.value("//textobject/phrase", from: node) ?? "")
                run.end()
                return .done
            },
        ]
    )

    @Sendable
    private static func readFigure(_ run: inout TranslationRun, _ node: MarkupTree.NodeID) -> Translation.Outcome {
        let source = run.source
        let alternative = source.value("//textobject/phrase", from: node)
        // Several objects are one picture in several forms.
        let objects = source.name(of: node) == "mediaobject" ? [node] : source.find("//mediaobject", from: node)
        let images = objects.compactMap { object in
            source.first("//imagedata", from: object).flatMap {
                run.image($0, at: "fileref", alternative: alternative)
            }
        }
        let captions = source.find("title", from: node) + source.find("//caption", from: node)
        guard !images.isEmpty else { return .left }
        return run.addFigure(node, images: images, caption: captions)
    }
}
