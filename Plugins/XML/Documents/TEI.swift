import Offprint
import OffprintHypertext
import OffprintMarkup

/// TEI P5 (https://tei-c.org/guidelines/): an article a `TEI` element.
struct TEI: XMLFamily {
    let format = Format(
        id: "tei",
        name: "TEI",
        fileExtensions: ["tei"],
        mediaTypes: ["application/tei+xml"],
        capacity: .many
    )

    func recognizes(_ root: RootElement) -> Bool { ["TEI", "TEI.2", "teiCorpus"].contains(root.name) }

    func articles(of source: XMLSource, reporting diagnostics: inout Diagnostics) -> [Article] {
        let texts =
            ["TEI", "TEI.2"].contains(source.name(of: source.root))
            ? [source.root] : source.find("//TEI", from: source.root)
        return texts.map { text in
            var article = Article()
            article.metadata.add(Self.fields, from: text, in: source)
            Self.addAuthors(to: &article.metadata, text, source)
            for part in source.find("text", from: text) {
                article.append(
                    Self.body.blocks(in: part, of: source, context: .init(at: part, in: source)),
                    reporting: &diagnostics
                )
            }
            for path: XMLPath in [
                "facsimile", "teiHeader/encodingDesc", "teiHeader/revisionDesc", "teiHeader/fileDesc/extent",
            ] {
                for node in source.find(path, from: text) { source.carry(node) }
            }
            return article
        }
    }

    // MARK: Metadata

    static let fields: [FieldRule] = [
        .text(\.title, "teiHeader/fileDesc/titleStmt/title[@type=main]", "teiHeader/fileDesc/titleStmt/title[!@type]"),
        .text(\.subtitle, "teiHeader/fileDesc/titleStmt/title[@type=sub]"),
        .date(
            \.published,
            "teiHeader/fileDesc/sourceDesc//date@when",
            "teiHeader/fileDesc/sourceDesc//date",
            "teiHeader/fileDesc/publicationStmt/date@when",
            "teiHeader/fileDesc/publicationStmt/date"
        ),
        .date(\.modified, "teiHeader/revisionDesc/change@when"),
        .organization(
            \.publisher,
            "teiHeader/fileDesc/sourceDesc//publisher",
            "teiHeader/fileDesc/publicationStmt/publisher"
        ),
        .text(\.description, "teiHeader/profileDesc/abstract"),
        .text(
            \.rights,
            "teiHeader/fileDesc/publicationStmt/availability/licence",
            "teiHeader/fileDesc/publicationStmt/availability/p"
        ),
        .identifier("idno", "teiHeader/fileDesc/sourceDesc//idno", "teiHeader/fileDesc/publicationStmt/idno"),
        .text(\.url, "teiHeader/fileDesc/sourceDesc//ptr@target", "teiHeader/fileDesc/sourceDesc//ref@target"),
        .tags(
            .subject,
            "teiHeader/profileDesc/textClass/keywords//term",
            "teiHeader/profileDesc/textClass/keywords//item"
        ),
        .language("text@lang", "@lang", "teiHeader/profileDesc/langUsage/language@ident"),
        .list(\.notes, "teiHeader/fileDesc/notesStmt/note[!@type]"),
        .list(\.places, "text/body//dateline/placeName", "teiHeader/profileDesc/creation/placeName"),
    ]

    private static func addAuthors(to metadata: inout Metadata, _ text: MarkupTree.NodeID, _ source: XMLSource) {
        let paths: [XMLPath] = [
            "teiHeader/fileDesc/titleStmt/author", "teiHeader/fileDesc/sourceDesc//author",
            "text/body//byline/docAuthor",
        ]
        for path in paths {
            let nodes = source.find(path, from: text)
            let names = nodes.compactMap(source.personName).flatMap { name in
                name.split(separator: ";").compactMap { String($0).trimmed }
            }
            guard let first = nodes.first, !names.isEmpty else { continue }
            metadata.authors.add(
                names.withoutRepeats.map { Contributor($0) },
                from: Origin(.formatField, at: path.text, line: source.tree.line(of: first))
            )
        }
    }
}
