import OffprintMarkup

/// Where on a page the elements stand that may say something about its article: found in one pass.
struct PageIndex {
    private(set) var root: MarkupTree.NodeID?
    private(set) var body: MarkupTree.NodeID?
    private(set) var title: MarkupTree.NodeID?
    private(set) var base: MarkupTree.NodeID?
    private(set) var metas: [MarkupTree.NodeID] = []
    private(set) var links: [MarkupTree.NodeID] = []
    /// Scripts that hold JSON-LD.
    private(set) var structured: [MarkupTree.NodeID] = []
    private(set) var headings: [MarkupTree.NodeID] = []
    private(set) var secondHeadings: [MarkupTree.NodeID] = []
    private(set) var times: [MarkupTree.NodeID] = []
    /// Elements of the body with `itemprop` or `property`.
    private(set) var properties: [MarkupTree.NodeID] = []
    /// Links with `rel`, and those to pages of authors.
    private(set) var anchors: [MarkupTree.NodeID] = []
    /// Elements whose classes say something.
    private(set) var marked: [(node: MarkupTree.NodeID, marks: ElementMarks)] = []
    /// What is not of the article whatever stands in it.
    private(set) var asides: [MarkupTree.NodeID] = []

    init(_ tree: MarkupTree) {
        for node in tree.all {
            let name = tree.name(of: node)
            switch name {
            case .text, .document, .br, .img, .source, .option, .input: continue
            case .html: root = root ?? node
            case .meta:
                metas.append(node)
                if body != nil { addProperty(node, tree) }
                continue
            case .link:
                links.append(node)
                continue
            case .title:
                title = title ?? node
                continue
            case .base:
                base = base ?? node
                continue
            case .script:
                if let type = tree.attributeBytes(.type, of: node), type.count >= 19, type.contains(0x2B) {
                    structured.append(node)
                }
                continue
            case .h1: headings.append(node)
            case .h2, .h3: if secondHeadings.count < 60 { secondHeadings.append(node) }
            case .time: times.append(node)
            case .body:
                body = body ?? node
                continue
            case .nav, .footer, .aside: asides.append(node)
            case .a:
                if tree.attributeBytes(.rel, of: node) != nil || Self.leadsToAuthor(tree, node) { anchors.append(node) }
            default: break
            }
            addProperty(node, tree)
            if let classes = tree.attributeBytes(.class, of: node) { addMarks(classes, node, tree) }
            if name == .div || name == .section || name == .ul || name == .ol, let id = tree.attributeBytes(.id, of: node) {
                addMarks(id, node, tree)
            }
        }
    }

    private mutating func addMarks(_ classes: ArraySlice<UInt8>, _ node: MarkupTree.NodeID, _ tree: MarkupTree) {
        let marks = ElementMarks(classes: classes)
        guard !marks.isEmpty else { return }
        if marks.contains(.aside) {
            // A class of the whole page names a part that it has.
            if tree.textRange(of: node).count * 3 < tree.textBytes.count { asides.append(node) }
        } else {
            marked.append((node, marks))
        }
    }

    private mutating func addProperty(_ node: MarkupTree.NodeID, _ tree: MarkupTree) {
        if tree.attributeBytes(.itemprop, of: node) != nil
            || (tree.name(of: node) != .meta && tree.attributeBytes(.property, of: node) != nil)
        {
            properties.append(node)
        }
    }

    /// Whether a link leads to the page of an author.
    static func leadsToAuthor(_ tree: MarkupTree, _ node: MarkupTree.NodeID) -> Bool {
        guard let address = tree.attributeBytes(.href, of: node) else { return false }
        var index = address.startIndex
        while let slash = address[index...].firstIndex(of: 0x2F) {
            let rest = address[(slash + 1)...]
            if rest.starts(withSmall: "au") {
                for word in words where rest.starts(withSmall: word) {
                    let behind = rest.startIndex + word.utf8.count
                    if behind < rest.endIndex, rest[behind] == 0x2F || rest[behind] == 0x2D { return true }
                }
            } else {
                for word in others where rest.starts(withSmall: word) { return true }
            }
            index = slash + 1
        }
        return false
    }

    private static let words: [String] = ["author", "authors", "autor", "autoren", "autores", "auteur", "auteurs", "autore"]
    private static let others: [String] = [
        "redaktion/", "writers/", "profile/", "people/", "journalist/", "journalists/", "columnist/", "mitarbeiter/",
        "contributors/", "contributor/", "reporter/", "redakteur/", "profil/", "creator/", "newsteam/",
    ]
}
