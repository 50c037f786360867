public import Offprint

/// Writes references to articles for BibLaTeX: who wrote what, where and when.
public struct BibTeXPlugin: Plugin {
    /// `bibtex`.
    public let name = "bibtex"
    /// What it writes.
    public let writers: [any Writer] = [BibTeXWriter()]
    /// What can be chosen.
    public let options = [
        OptionDeclaration(
            "abstract",
            .flag,
            default: "no",
            help: "Add the description of each article as its abstract."
        )
    ]

    /// Creates the plugin.
    public init() {}
}

struct BibTeXWriter: Writer {
    let format = Format(
        id: "bibtex",
        name: "BibTeX",
        fileExtensions: ["bib"],
        mediaTypes: ["application/x-bibtex"],
        capacity: .many,
        content: .metadata
    )

    func write(_ request: WriteRequest, reporting diagnostics: inout Diagnostics) -> Rendition {
        let addsAbstract = request.options.isOn("abstract")
        let references = request.entries.enumerated().map { index, entry in
            reference(to: entry.article.metadata, number: index + 1, addsAbstract: addsAbstract)
        }
        return Rendition(Array(references.joined(separator: "\n").utf8))
    }

    private func reference(to metadata: Metadata, number: Int, addsAbstract: Bool) -> String {
        let fields: [(String, String?)] = [
            ("author", metadata.authors.best?.map(name).joined(separator: " and ")),
            // Double braces keep the case of a headline.
            ("title", metadata.title.best.map { "{\(escaped($0))}" }),
            ("subtitle", metadata.subtitle.best.map(escaped)),
            ("journaltitle", metadata.publisher.best.map { escaped($0.name) }),
            ("date", metadata.published.best.map { String($0.description.prefix(10)) }),
            ("url", metadata.url.best.map(escapedAddress)),
            ("langid", metadata.language.best.flatMap { $0 == "und" ? nil : $0 }),
            ("abstract", addsAbstract ? metadata.description.best.map(escaped) : nil),
        ]
        let lines = fields.compactMap { name, value in value.map { "  \(name) = {\($0)},\n" } }
        return "@article{\(key(of: metadata, number: number)),\n\(lines.joined())}\n"
    }

    /// A key that people can guess: the last word of the first author and the year.
    private func key(of metadata: Metadata, number: Int) -> String {
        let author = metadata.authors.best?.first?.name.split(separator: " ").last.map(String.init) ?? "article"
        let letters = author.lowercased().unicodeScalars.filter { $0.isASCII && $0.properties.isAlphabetic }
        let year = metadata.published.best.map { String($0.year) } ?? ""
        return String(String.UnicodeScalarView(letters)) + year + "-\(number)"
    }

    /// A name; that of an organisation in braces, so that BibTeX does not take it apart.
    private func name(_ contributor: Contributor) -> String {
        let name = escaped(contributor.name)
        return contributor.kind == .organization ? "{\(name)}" : name
    }

    /// Text on one line in which TeX's signs stand for themselves.
    private func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&", "%", "$", "#", "_", "{", "}": result += "\\\(scalar)"
            case "\\": result += "\\textbackslash{}"
            case "~": result += "\\textasciitilde{}"
            case "^": result += "\\textasciicircum{}"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F || (0x80...0x9F).contains(scalar.value):
                result += " "
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// An address, in which only braces and what no address holds would disturb BibTeX.
    private func escapedAddress(_ address: String) -> String {
        address.utf8.map { byte in
            let isPlain = byte > 0x20 && byte < 0x7F && ![0x7B, 0x7D, 0x5C, 0x22].contains(byte)
            return isPlain
                ? String(Unicode.Scalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }.joined()
    }
}
