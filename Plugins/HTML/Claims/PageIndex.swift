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
    /// Links to what else is filed under a tag.
    private(set) var tagLinks: [MarkupTree.NodeID] = []
    /// Elements whose classes say something.
    private(set) var marked: [(node: MarkupTree.NodeID, marks: ElementMarks)] = []
    /// What is not of the article whatever stands in it.
    private(set) var asides: [MarkupTree.NodeID] = []
    /// Those of them that their classes name, and the footer of the page.
    private(set) var namedAsides: [MarkupTree.NodeID] = []

    init(_ tree: MarkupTree) {
        var articleEnd = 0
        var recent = [(classes: ArraySlice<UInt8>, marks: ElementMarks)](repeating: ([], []), count: 16)
        let whole = tree.textRange(of: tree.document).count
        for node in tree.all {
            let name = tree.name(of: node)
            switch name {
            case .text, .document, .br, .img, .source, .option, .input: continue
            case .html: root = root ?? node
            case .meta:
                metas.append(node)
                if tree.attributeBytes(.itemprop, of: node) != nil { properties.append(node) }
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
            case .article, .main: articleEnd = max(articleEnd, tree.end(of: node))
            case .nav, .aside: asides.append(node)
            case .footer:
                // An article has a footer of its own.
                if node >= articleEnd {
                    asides.append(node)
                    namedAsides.append(node)
                }
            case .a:
                let target = tree.attributeBytes(.href, of: node).flatMap { Self.target(of: $0) }
                if target == .author || tree.attributeBytes(.rel, of: node) != nil { anchors.append(node) }
                if target == .tag { tagLinks.append(node) }
            default: break
            }
            if tree.attributeBytes(.itemprop, of: node) != nil || tree.attributeBytes(.property, of: node) != nil {
                properties.append(node)
            }
            // What shows no text says nothing by its class.
            if tree.textRange(of: node).isEmpty, tree.attributeBytes(.title, of: node) == nil { continue }
            var marks: ElementMarks = []
            if let classes = tree.attributeBytes(.class, of: node) {
                // Elements of one kind follow each other.
                let place = classes.count & 15
                if recent[place].classes == classes {
                    marks = recent[place].marks
                } else {
                    marks = ElementMarks(classes: classes)
                    recent[place] = (classes, marks)
                }
            }
            if name == .div || name == .section, let id = tree.attributeBytes(.id, of: node) {
                marks.formUnion(ElementMarks(classes: id))
            }
            if marks.contains(.aside) {
                // A class of the whole page names a part that it has.
                if tree.textRange(of: node).count * 3 < whole {
                    asides.append(node)
                    namedAsides.append(node)
                }
            } else if !marks.isEmpty {
                marked.append((node, marks))
            }
        }
    }

    // MARK: Where links lead

    /// What the path of a link says that it leads to.
    enum LinkTarget {
        case author, tag
    }

    /// Whether a link leads to the page of an author.
    static func leadsToAuthor(_ tree: MarkupTree, _ node: MarkupTree.NodeID) -> Bool {
        tree.attributeBytes(.href, of: node).flatMap { target(of: $0) } == .author
    }

    private static func target(of address: ArraySlice<UInt8>) -> LinkTarget? {
        guard address.count <= 300 else { return nil }
        var index = address.startIndex
        while let slash = address[index...].firstIndex(of: 0x2F) {
            let rest = address[(slash + 1)...]
            if let first = rest.first {
                for (word, target) in words[Int(first & 0x1F)] where rest.starts(withSmall: word) {
                    let behind = rest.startIndex + word.utf8.count
                    if behind < rest.endIndex, rest[behind] == 0x2F || (target == .author && rest[behind] == 0x2D) {
                        return target
                    }
                }
            }
            index = slash + 1
        }
        return nil
    }

    /// Words of paths by their first letter.
    private static let words: [[(String, LinkTarget)]] = {
        var words = [[(String, LinkTarget)]](repeating: [], count: 32)
        for (target, list) in [
            (
                LinkTarget.author,
                [
                    "author", "authors", "autor", "autoren", "autores", "auteur", "auteurs", "autore", "redaktion",
                    "writers",
                    "profile", "people", "journalist", "journalists", "columnist", "mitarbeiter", "contributors",
                    "contributor",
                    "reporter", "redakteur", "profil", "creator", "newsteam",
                ]
            ),
            (
                LinkTarget.tag,
                [
                    "tag", "tags", "thema", "themen", "topic", "topics", "keyword", "keywords", "schlagwort",
                    "schlagworte",
                    "label", "mot", "tema", "temas", "etiqueta", "emne", "amne",
                ]
            ),
        ] {
            for word in list { words[Int(word.utf8.first.map { $0 & 0x1F } ?? 0)].append((word, target)) }
        }
        return words
    }()
}
