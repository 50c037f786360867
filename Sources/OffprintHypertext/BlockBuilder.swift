public import OffprintMarkup
public import OffprintModel

/// Makes blocks of the elements of HTML: of a page, of a feed's content, of an XHTML payload.
///
/// Boxes are walked over in a loop, so that a page may nest them as deep as it likes; only what nests in the model
/// (lists, quotes, tables, figures) recurses, down to ``Article/maximumDepth``.
public struct BlockBuilder {
    /// What there is to know besides the tree.
    public struct Context {
        /// The address against which links and images are resolved.
        public var base: String?
        /// The language of the document, which spans need not repeat.
        public var language: String?
        /// Whether everything is taken as the markup says it, and nothing for what its writers may have meant.
        ///
        /// Otherwise what pages do for want of better is read as what it stands for: two line ends in a row end a
        /// paragraph, the end of a caption names who made the picture, a table may only arrange, classes tell of boxes
        /// and pull quotes, and icons, permalinks and characters that show nothing are left out.
        public var isLiteral: Bool
        /// Whether images that the page holds within itself (`data:`) go to ``BlockBuilder/resources``; a loss else.
        public var keepsHeldImages: Bool

        /// For other vocabularies, the elements of HTML that mean the same, by local name.
        public var synonyms: [String: MarkupName]

        /// Creates a context.
        public init(
            base: String? = nil,
            language: String? = nil,
            isLiteral: Bool = false,
            keepsHeldImages: Bool = false,
            synonyms: [String: MarkupName] = [:]
        ) {
            self.base = base
            self.language = language
            self.isLiteral = isLiteral
            self.keepsHeldImages = keepsHeldImages
            self.synonyms = synonyms
        }
    }

    /// Reads an element of another vocabulary whole; `nil` for one that it leaves to the builder.
    public typealias ElementReading = (inout BlockBuilder, MarkupTree.NodeID) -> [Block]?

    private let page: Page
    /// The tree, lent: a copy of it would count eight references.
    var tree: MarkupTree {
        @inline(__always) _read { yield page.tree }
    }
    let context: Context
    let base: BaseAddress?
    private let isNotOfText: (MarkupTree.NodeID) -> Bool
    /// Whether everything is read, as in the caption of a picture that is of the text, or in a note that it refers to.
    var readsAll = false
    private let hasSynonyms: Bool
    private let language: [UInt8]
    private let readElement: ElementReading?
    /// What the model could not carry, each kind once.
    public private(set) var losses: [Diagnostic] = []
    /// The images that the page holds within itself.
    public internal(set) var resources: [Resource.ID: Resource] = [:]
    /// Elements that are read elsewhere than where they stand, such as captions.
    var setAside: Set<MarkupTree.NodeID> = []
    /// The footnotes of what is being read.
    var notes = Footnotes()
    /// Whether the children of an element are entries of a live blog: the element asked about last, and the answer.
    var lastLiveParent: (node: MarkupTree.NodeID, isLive: Bool) = (-1, false)

    /// Creates a builder for a tree; `isLeftOut` tells of elements that are not part of the text.
    public init(
        _ tree: MarkupTree,
        context: Context = Context(),
        leavingOut isLeftOut: @escaping (MarkupTree.NodeID) -> Bool = { _ in false },
        reading readElement: ElementReading? = nil
    ) {
        page = Page(tree)
        self.context = context
        self.readElement = readElement
        isNotOfText = isLeftOut
        base = context.base.flatMap(BaseAddress.init)
        hasSynonyms = !context.synonyms.isEmpty
        language = Array((context.language ?? "").utf8)
    }

    /// The name of an element, or of the element of HTML that means the same.
    @inline(__always)
    func name(of node: MarkupTree.NodeID) -> MarkupName {
        let name = tree.name(of: node)
        guard hasSynonyms, name != .text else { return name }
        return context.synonyms[tree.qualifiedName(of: node).local] ?? name
    }

    /// The blocks within an element, and the notes that they refer to.
    public mutating func blocks(in node: MarkupTree.NodeID) -> [Block] {
        findFootnotes(in: node)
        let blocks = blocks(in: node, under: [], depth: 0)
        return blocks + footnotesFromElsewhere()
    }

    /// The inlines within an element; where it holds several paragraphs, spaces join them.
    public mutating func inlines(in node: MarkupTree.NodeID) -> [Inline] { inlines(in: node, depth: 0) }

    mutating func inlines(in node: MarkupTree.NodeID, depth: Int) -> [Inline] {
        Self.joined(blocks(in: node, under: [], depth: depth))
    }

    mutating func lose(_ code: Diagnostic.Code, _ message: String, at node: MarkupTree.NodeID) {
        guard !losses.contains(where: { $0.code == code }) else { return }
        losses.append(Diagnostic(.loss, code, message, line: tree.line(of: node)))
    }

    mutating func loseDepth(at node: MarkupTree.NodeID) {
        lose("depth-limit", "Blocks that nest deeper than \(Article.maximumDepth) levels were flattened.", at: node)
    }

    @inline(__always)
    func isLeftOut(_ node: MarkupTree.NodeID) -> Bool { !readsAll && isNotOfText(node) }

    /// Calls `body` while everything is read.
    mutating func readingAll<Result>(_ body: (inout Self) -> Result) -> Result {
        let before = readsAll
        readsAll = true
        defer { readsAll = before }
        return body(&self)
    }

    // MARK: The walk

    mutating func blocks(in node: MarkupTree.NodeID, under inherited: [InlineMark], depth: Int) -> [Block] {
        blocks(from: node + 1, to: tree.end(of: node), under: inherited, depth: depth)
    }

    /// The blocks of the nodes of a range, which begins and ends with whole elements.
    mutating func blocks(from start: Int, to end: Int, under inherited: [InlineMark], depth: Int) -> [Block] {
        var walk = Walk(marks: inherited, isLiteral: context.isLiteral)
        var index = start
        while index < end {
            walk.leave(before: index)
            if tree.isText(index) {
                if !isLeftOut(index) { walk.flow.append(tree.textBytes[tree.textRange(of: index)]) }
                index += 1
            } else {
                index = enter(index, &walk, depth: depth)
            }
        }
        walk.leave(before: .max)
        walk.endParagraph()
        return walk.blocks
    }

    /// Reads an element, or opens what it means for what it holds; gives where to go on.
    private mutating func enter(_ node: MarkupTree.NodeID, _ walk: inout Walk, depth: Int) -> Int {
        let end = tree.end(of: node)
        let name = name(of: node)
        let role = ElementRole(name)
        if let readElement, let read = readElement(&self, node) {
            walk.add(read)
            return end
        }
        if case .skipped = role { return end }
        if !setAside.isEmpty, setAside.contains(node) { return end }
        let traits = traits(of: node)
        if isLeftOut(node) {
            // What is said about a picture of the text is of the text.
            let isWords = !traits.isDisjoint(with: [.caption, .credit])
            if isWords { _ = addToFigure(node, isCredit: !traits.contains(.caption), in: &walk, depth: depth) }
            return end
        }
        if isInvisible(node, traits) {
            if let math = hiddenMath(in: node) { walk.flow.append(.math(math)) }
            return end
        }
        if !notes.isEmpty, readNote(node, into: &walk, depth: depth) { return end }
        switch role {
        case .skipped: return end
        case .mark:
            if let kind = InlineMark.Kind(name) { walk.open(InlineMark(kind: kind, node: node), until: end) }
        case .plain:
            if !traits.isEmpty, readByTraits(traits, node, into: &walk, depth: depth) { return end }
            if name == .a { openLink(at: node, in: &walk) }
            if name == .wbr { return end }
        case .transparent:
            if readByMeaning(traits, name, node, into: &walk, depth: depth) { return end }
            walk.enterBox(until: end)
        case .unknown:
            switch readUnknown(node, into: &walk, depth: depth) {
            case .read: return end
            case .box: walk.enterBox(until: end)
            case .inline: break
            }
        case .structure:
            guard depth < Article.maximumDepth - 2 else {
                loseDepth(at: node)
                walk.enterBox(until: end)
                return node + 1
            }
            if readStructure(name, traits, node, into: &walk, depth: depth) { return end }
        }
        openSpan(at: node, name, in: &walk)
        return node + 1
    }

    private func openLink(at node: MarkupTree.NodeID, in walk: inout Walk) {
        guard let target = linkTarget(of: node) else { return }
        let kind = InlineMark.Kind.link(target: target, title: tree.attribute(.title, of: node)?.tidied.trimmed)
        walk.open(InlineMark(kind: kind, node: node), until: tree.end(of: node))
    }

    /// A language or direction of its own becomes a mark.
    private func openSpan(at node: MarkupTree.NodeID, _ name: MarkupName, in walk: inout Walk) {
        guard tree.hasAttribute(.lang, on: node) || tree.hasAttribute(.dir, on: node) else { return }
        let language = tree.attributeBytes(.lang, of: node)
        let direction = tree.attributeBytes(.dir, of: node)
        let tag = language.flatMap {
            $0.elementsEqual(self.language) ? nil : String(decoding: $0, as: UTF8.self).trimmed
        }
        let way = direction.map { String(decoding: $0, as: UTF8.self).lowercased() }
        let isWay = way == "rtl" || way == "ltr"
        guard tag != nil || (isWay && name != .body) else { return }
        let kind = InlineMark.Kind.span(language: tag, direction: isWay ? way : nil)
        walk.open(InlineMark(kind: kind, node: node), until: tree.end(of: node))
    }

    /// The inlines of paragraphs, joined by spaces.
    static func joined(_ blocks: [Block]) -> [Inline] {
        var result: [Inline] = []
        for block in blocks {
            let inlines: [Inline]
            switch block {
            case .paragraph(let text, _), .heading(_, let text): inlines = text
            case .math(let math): inlines = [.math(math)]
            case .list, .quote, .pullQuote, .code, .table, .figure, .embed, .aside, .liveEntry, .definitionList,
                .thematicBreak, .footnote, .custom:
                continue
            }
            if !result.isEmpty { result.append(.text(" ")) }
            result += inlines
        }
        return result
    }
}

/// Holds a tree, so that whoever reads it shares one reference.
private final class Page {
    let tree: MarkupTree

    init(_ tree: MarkupTree) { self.tree = tree }
}
