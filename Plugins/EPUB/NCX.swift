import Offprint
import OffprintXHTML

/// The navigation of EPUB 2, which older readers and Kindle still look for.
enum NCX {
    static func bytes(of book: Book) -> [UInt8] {
        var out = XMLBuffer()
        var points = 0
        func point(_ label: String, _ file: String) {
            points += 1
            out.open("navPoint", ["id": "point-\(points)"])
            out.markup("<navLabel>")
            out.element("text", text: label)
            out.markup("</navLabel>")
            out.empty("content", ["src": file])
        }
        let hasSections = book.sections.contains { !$0.name.isEmpty }
        out.markup("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        out.open(
            "ncx",
            ["xmlns": "http://www.daisy.org/z3986/2005/ncx/", "version": "2005-1", "xml:lang": book.language]
        )
        out.markup("\n<head>\n")
        out.empty("meta", ["name": "dtb:uid", "content": book.identifier])
        out.empty("meta", ["name": "dtb:depth", "content": hasSections ? "2" : "1"])
        out.markup("\n</head>\n<docTitle>")
        out.element("text", text: book.title)
        out.markup("</docTitle>\n<navMap>\n")
        for (name, chapters) in book.sections {
            guard let first = chapters.first else { continue }
            // A point needs a place: a section begins with its first article.
            if !name.isEmpty { point(name, first.file) }
            for chapter in chapters {
                point(chapter.title, chapter.file)
                out.markup("</navPoint>\n")
            }
            if !name.isEmpty { out.markup("</navPoint>\n") }
        }
        out.markup("</navMap>\n</ncx>\n")
        return out.bytes
    }
}
