import Offprint
import OffprintXHTML

/// The navigation document: sections, articles, and the landmarks by which readers open the book.
enum NavigationDocument {
    static func bytes(of book: Book) -> [UInt8] {
        var out = PageShell.start(title: book.title, language: book.language, direction: book.direction)
        out.markup("<main>\n<nav epub:type=\"toc\" role=\"doc-toc\" id=\"toc\" aria-labelledby=\"toc-title\">\n")
        out.element("h1", ["id": "toc-title"], text: book.title)
        out.markup("\n<ol>\n")
        for (name, chapters) in book.sections {
            // Articles of no section stand among the sections.
            if !name.isEmpty {
                out.open("li")
                out.element("span", text: name)
                out.markup("\n<ol>\n")
            }
            for chapter in chapters { link(to: chapter, in: book, &out) }
            if !name.isEmpty { out.markup("</ol></li>\n") }
        }
        out.markup("</ol>\n</nav>\n")
        landmarks(book, &out)
        out.markup("</main>\n")
        PageShell.end(&out)
        return out.bytes
    }

    private static func link(to chapter: Book.Chapter, in book: Book, _ out: inout XMLBuffer) {
        let isForeign = chapter.language != book.language
        out.open("li")
        out.element(
            "a",
            [
                "href": chapter.file,
                "lang": isForeign ? chapter.language : nil,
                "xml:lang": isForeign ? chapter.language : nil,
                "dir": chapter.direction == book.direction ? nil : chapter.direction.rawValue,
            ],
            text: chapter.title
        )
        out.markup("</li>\n")
    }

    private static func landmarks(_ book: Book, _ out: inout XMLBuffer) {
        guard let first = book.chapters.first else { return }
        out.markup("<nav epub:type=\"landmarks\" id=\"landmarks\" hidden=\"hidden\">\n<ol>\n<li>")
        if book.hasCoverPage {
            out.element("a", ["epub:type": "cover", "href": CoverPage.file], text: book.title)
            out.markup("</li>\n<li>")
        }
        // A landmark must be a page of the book, and only a digest's contents are one.
        if book.isDigest {
            out.element("a", ["epub:type": "toc", "href": "#toc"], text: book.title)
            out.markup("</li>\n<li>")
        }
        out.element("a", ["epub:type": "bodymatter", "href": first.file], text: first.title)
        out.markup("</li>\n</ol>\n</nav>\n")
    }
}
