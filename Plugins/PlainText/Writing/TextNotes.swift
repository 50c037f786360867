import Offprint
import OffprintXHTML

/// The notes of a text, `[1]`, `[2]` …: footnotes, and the addresses of links where those are asked for.
struct TextNotes {
    /// What a note says.
    enum Content {
        case footnote([Block])
        case address(String)
    }

    /// Whether links get a note.
    let listsLinks: Bool
    private var footnotes: [String: [Block]] = [:]
    private var numbers: [String: Int] = [:]
    private(set) var all: [Content] = []

    init(listsLinks: Bool) { self.listsLinks = listsLinks }

    /// Starts with the notes of an article, in the order of the text; those that nothing refers to come last.
    mutating func start(_ body: [Block]) {
        (footnotes, numbers, all) = ([:], [:], [])
        body.walk { block, depth in
            guard depth < Article.maximumDepth, case .footnote(let id, let content) = block else { return }
            footnotes[id] = footnotes[id] ?? content
        }
    }

    /// The number of a footnote; `nil` where its text is nowhere.
    mutating func number(ofFootnote id: String) -> Int? {
        guard let content = footnotes[id] else { return nil }
        return number("#" + id, .footnote(content))
    }

    /// The number of an address; one address has one.
    mutating func number(of address: String) -> Int { number(address, .address(address)) }

    private mutating func number(_ key: String, _ content: Content) -> Int {
        if let number = numbers[key] { return number }
        all.append(content)
        numbers[key] = all.count
        return all.count
    }
}
