import Offprint
import OffprintXHTML

/// The first page of a digest: its picture, its title, where it is from and when.
///
/// A drawn cover stands on the shelf alone: here its words are text, which every script and every voice can carry.
enum TitlePage {
    static let file = "title.xhtml"

    static func bytes(of book: Book) -> [UInt8] {
        var out = PageShell.start(title: book.title, language: book.language, direction: book.direction)
        out.markup("<main>\n<section class=\"title-page\" epub:type=\"titlepage\">\n")
        if let cover = book.cover, !book.coverIsDrawn {
            // The title below says what it stands for.
            out.empty("img", ["src": cover.file, "alt": "", "role": "presentation"])
            out.newline()
        }
        out.element("h1", text: book.title)
        out.newline()
        let facts = [book.source, book.day].filter { !$0.isEmpty && !book.title.contains($0) }
        if !facts.isEmpty {
            out.element("p", ["class": "dateline"], text: facts.joined(separator: " · "))
            out.newline()
        }
        out.markup("</section>\n</main>\n")
        PageShell.end(&out)
        return out.bytes
    }
}
