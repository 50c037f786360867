import OffprintHTML
import OffprintModel
import Testing

struct AuthorNamesTests {
    /// What a page states or shows, and the names in it.
    static let bylines: [(String, [String])] = [
        ("Mara Lind", ["Mara Lind"]),
        ("By Mara Lind", ["Mara Lind"]),
        ("By Mara Lind and Jon Brekke", ["Mara Lind", "Jon Brekke"]),
        ("By Mara Lind, Jon Brekke and Ada Moss", ["Mara Lind", "Jon Brekke", "Ada Moss"]),
        ("Von Mara Lind und Jon Brekke", ["Mara Lind", "Jon Brekke"]),
        ("Von Mara Lind, Redakteurin | 05.04.2025", ["Mara Lind"]),
        ("Ein Kommentar von Mara Lind", ["Mara Lind"]),
        ("Text: Mara Lind Fotos: Jon Brekke", ["Mara Lind"]),
        ("Par Mara Lind et Jon Brekke", ["Mara Lind", "Jon Brekke"]),
        ("Por Mara Lind y Jon Brekke", ["Mara Lind", "Jon Brekke"]),
        ("Av Mara Lind og Jon Brekke", ["Mara Lind", "Jon Brekke"]),
        ("Mara Lind og Jon Brekke", ["Mara Lind", "Jon Brekke"]),
        ("Mara Lind, Echo News", ["Mara Lind"]),
        ("dpa, Mara Lind", ["dpa", "Mara Lind"]),
        ("Mara Lind, professor of the history of lighthouses, Harbour University", ["Mara Lind"]),
        ("Lind, Mara", ["Mara Lind"]),
        ("Posted by Mara Lind on 6 May 2024", ["Mara Lind"]),
        ("View all posts by Mara Lind", ["Mara Lind"]),
        ("Автор: Мара Линд", ["Мара Линд"]),
        ("责任编辑：王小明", ["王小明"]),
        ("文/王小明", ["王小明"]),
        ("배상현 기자", ["배상현"]),
        ("Dr. Mara van der Lind", ["Dr. Mara van der Lind"]),
        ("mlind", ["mlind"]),
        ("mara@echo.example", []),
        ("https://echo.example/mara", []),
        ("@maralind", []),
        ("admin", []),
        ("6 May 2024", []),
    ]

    @Test(arguments: bylines)
    func `reads the names and nothing else`(_ byline: String, _ names: [String]) {
        #expect(AuthorNames.read(byline).map(\.name) == names)
    }

    @Test func `an agency and a desk are organisations`() {
        #expect(AuthorNames.read("dpa").map(\.kind) == [.organization])
        #expect(AuthorNames.read("Redaktion").map(\.kind) == [.organization])
        #expect(AuthorNames.read("Mara Lind").map(\.kind) == [.person])
    }

    @Test(arguments: ["Newsletter abonnieren", "Aktuelle Meldung", "Read more", "5 comments", "the harbour"])
    func `what only stands near a date is no name unless it looks like one`(_ text: String) {
        #expect(AuthorNames.read(text, .guessed).isEmpty)
    }
}
