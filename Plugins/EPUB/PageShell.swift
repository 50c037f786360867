import Offprint
import OffprintXHTML

/// What every page of a book begins and ends with.
enum PageShell {
    /// A page up to its body's first element.
    static func start(title: String, language: String, direction: Direction) -> XMLBuffer {
        var out = XMLBuffer()
        out.markup("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n")
        out.open(
            "html",
            [
                "xmlns": "http://www.w3.org/1999/xhtml",
                "xmlns:epub": "http://www.idpf.org/2007/ops",
                "lang": language,
                "xml:lang": language,
                "dir": direction.rawValue,
            ]
        )
        out.markup("\n<head>\n")
        out.element("title", text: title)
        out.markup("\n<link rel=\"stylesheet\" type=\"text/css\" href=\"style.css\"/>\n</head>\n<body>\n")
        return out
    }

    static func end(_ out: inout XMLBuffer) { out.markup("</body>\n</html>\n") }
}

/// The direction that a language's script is written in.
enum Script {
    private static let rightToLeft: Set<String> = [
        "ar", "arc", "arz", "ckb", "dv", "fa", "he", "iw", "ji", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi",
    ]
    private static let rightToLeftScripts: Set<String> = ["adlm", "arab", "hebr", "nkoo", "syrc", "thaa"]

    /// Right to left where the tag's script is, or without one the usual script of its language.
    static func direction(of tag: String) -> Direction {
        let parts = tag.lowercased().split(separator: "-").map(String.init)
        if let script = parts.dropFirst().first(where: { $0.utf8.count == 4 && $0.utf8.allSatisfy { $0 > 0x60 } }) {
            return rightToLeftScripts.contains(script) ? .rightToLeft : .leftToRight
        }
        return parts.first.map(rightToLeft.contains) == true ? .rightToLeft : .leftToRight
    }
}
