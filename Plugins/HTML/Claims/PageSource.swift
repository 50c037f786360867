import Offprint
import OffprintDates
import OffprintHypertext
import OffprintMarkup

/// A page as the sources of claims see it.
struct PageSource {
    let tree: MarkupTree
    let index: PageIndex
    /// The address that links are relative to, as far as the page tells it.
    let base: String?
    /// The address of the page itself.
    let address: String?
    let dates: DateReader

    init(_ tree: MarkupTree, address given: String?) {
        self.tree = tree
        index = PageIndex(tree)
        let element = index.base.flatMap { tree.attribute(.href, of: $0)?.trimmed }
        var canonical: String?
        for node in index.links where canonical == nil {
            if let relation = tree.attributeBytes(.rel, of: node), relation.count == 9,
                relation.starts(withSmall: "canonical")
            {
                canonical = tree.attribute(.href, of: node)?.trimmed
            }
        }
        if canonical == nil || WebAddress.scheme(of: canonical ?? "") == nil {
            canonical = index.metas.lazy.filter {
                tree.attributeBytes(.property, of: $0)?.elementsEqual("og:url".utf8) == true
            }
            .first.flatMap { tree.attribute(.content, of: $0)?.trimmed }
        }
        let page = given ?? canonical.flatMap { WebAddress.scheme(of: $0) == nil ? nil : $0 }
        self.address = page
        base = element.map { element in page.map { WebAddress.resolve(element, against: $0) } ?? element } ?? page
        dates = DateReader(
            language: Self.habit(index.root.flatMap { tree.attribute(.lang, of: $0) }, address: page)
        )
    }

    /// The language by whose habit dates are read: that of the root, with the country of the host where it has none.
    private static func habit(_ language: String?, address: String?) -> String? {
        let host =
            address?.place(of: "://").map { address?[$0.upperBound...].prefix { !"/?#:".contains($0) } ?? "" } ?? ""
        guard let country = host.split(separator: ".").last, country.utf8.count == 2,
            !["tv", "io", "me", "ai", "co", "eu", "to", "cc", "us", "am", "fm"].contains(country)
        else { return language }
        guard let language else { return String(country) }
        return String(language.prefix { $0 != "-" && $0 != "_" }) + "-" + (country == "uk" ? "gb" : country)
    }

    /// An address of the web, resolved; `nil` where it is none.
    func absolute(_ address: String) -> String? {
        guard let address = address.trimmed else { return nil }
        let resolved = base.map { WebAddress.resolve(address, against: $0) } ?? address
        return resolved.isWebAddress ? resolved : nil
    }

    func origin(_ evidence: Evidence, _ locator: String, _ node: MarkupTree.NodeID) -> Origin {
        Origin(evidence, at: locator, line: tree.line(of: node))
    }

    /// The text of an element as a value.
    func text(of node: MarkupTree.NodeID) -> String? { tree.text(of: node).claimText }

    /// The address's host without `www.`; empty where there is none.
    var host: String {
        guard let address, let start = address.place(of: "://")?.upperBound else { return "" }
        let host = address[start...].prefix { !"/?#:".contains($0) }.lowercased()
        return host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
    }

    /// Whether a word among tags is one for programs.
    private static func isCode(_ word: String) -> Bool {
        if word.utf8.count == 36, word.utf8.count(where: { $0 == 0x2D }) == 4, !word.holds(" ") { return true }
        return word.holds("_") && !word.holds(" ") || (word.holds(":") && word.hasPrefix("source:"))
    }

    /// Adds tags, each once and without what codes and systems put among them.
    func add(tags words: [String], from origin: Origin, to metadata: inout Metadata) {
        var tags: [Tag] = []
        var words = words.filter { !Self.isCode($0) }
        // A list of nothing but an agency's codes, or a sentence, files nothing.
        let capitals = words.count {
            $0.utf8.allSatisfy { (0x30...0x3A).contains($0) || (0x41...0x5A).contains($0) || $0 == 0x2D }
        }
        if words.count >= 8, capitals * 10 > words.count * 7 { return }
        if words.count == 1, words[0].count(where: { $0 == " " }) > 4 { return }
        // `topic/energy`: the name stands behind what kind of name it is.
        if words.count > 1, words.allSatisfy({ $0.holds("/") && !$0.holds(" /") }) {
            words = words.map { $0.split(separator: "/").last.map(String.init) ?? $0 }
        }
        for word in words.prefix(80) where word.utf8.count <= 120 && !word.isWebAddress {
            guard !tags.contains(where: { $0.name.agrees(with: word) }) else { continue }
            tags.append(Tag(word))
        }
        if !tags.isEmpty { metadata.tags.add(tags, from: origin) }
    }
}
