import Offprint
import OffprintXHTML

/// The first page of a digest, and of a book whose cover is not a picture of its text: the cover, and its words where
/// the picture does not say them.
enum CoverPage {
    static let file = "cover.xhtml"

    static func bytes(of book: Book) -> [UInt8] {
        var out = PageShell.start(title: book.title, language: book.language, direction: book.direction)
        out.markup("<main>\n<section class=\"cover\" epub:type=\"cover\">\n")
        if let cover = book.cover {
            if book.coverSaysTitle {
                // The heading of this page is a picture of words.
                out.open("h1")
                out.empty("img", ["src": cover.file, "alt": ([book.title] + facts(of: book)).joined(separator: ", ")])
                out.close("h1")
                out.newline()
            } else {
                // The title below says what it stands for.
                out.empty("img", ["src": cover.file, "alt": "", "role": "presentation"])
                out.newline()
                out.element("h1", text: book.title)
                out.newline()
                let facts = facts(of: book)
                if !facts.isEmpty {
                    out.element("p", ["class": "dateline"], text: facts.joined(separator: " · "))
                    out.newline()
                }
            }
        }
        out.markup("</section>\n</main>\n")
        PageShell.end(&out)
        return out.bytes
    }

    private static func facts(of book: Book) -> [String] {
        [book.source, book.day].filter { !$0.isEmpty && !book.title.contains($0) }
    }
}
