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
        /// Whether two line ends in a row end a paragraph, as writers of old pages meant them.
        public var splitsAtDoubleBreaks: Bool

        /// For other vocabularies, the elements of HTML that mean the same, by local name.
        public var synonyms: [String: MarkupName]

        /// Creates a context.
        public init(
            base: String? = nil,
            language: String? = nil,
            splitsAtDoubleBreaks: Bool = true,
            synonyms: [String: MarkupName] = [:]
        ) {
            self.base = base
            self.language = language
            self.splitsAtDoubleBreaks = splitsAtDoubleBreaks
            self.synonyms = synonyms
        }
    }

    /// Reads an element of another vocabulary whole; `nil` for one that it leaves to the builder.
    public typealias ElementReading = (inout BlockBuilder, MarkupTree.NodeID) -> [Block]?

    let tree: MarkupTree
    let context: Context
    let isLeftOut: (MarkupTree.NodeID) -> Bool
    private let readElement: ElementReading?
    /// What the model could not carry, each kind once.
    public private(set) var losses: [Diagnostic] = []

    /// Creates a builder for a tree; `isLeftOut` tells of elements that are not part of the text.
    public init(
        _ tree: MarkupTree,
        context: Context = Context(),
        leavingOut isLeftOut: @escaping (MarkupTree.NodeID) -> Bool = { _ in false },
        reading readElement: ElementReading? = nil
    ) {
        self.tree = tree
        self.context = context
        self.readElement = readElement
        self.isLeftOut = isLeftOut
    }

    /// The name of an element, or of the element of HTML that means the same.
    @inline(__always)
    func name(of node: MarkupTree.NodeID) -> MarkupName {
        let name = tree.name(of: node)
        guard !context.synonyms.isEmpty, name != .text else { return name }
        return context.synonyms[tree.qualifiedName(of: node).local] ?? name
    }

    /// The blocks within an element.
    public mutating func blocks(in node: MarkupTree.NodeID) -> [Block] { blocks(in: node, under: [], depth: 0) }

    /// The inlines within an element; where it holds several paragraphs, spaces join them.
    public mutating func inlines(in node: MarkupTree.NodeID) -> [Inline] {
        Self.joined(blocks(in: node, under: [], depth: 0))
    }

    mutating func lose(_ code: Diagnostic.Code, _ message: String, at node: MarkupTree.NodeID) {
        guard !losses.contains(where: { $0.code == code }) else { return }
        losses.append(Diagnostic(.loss, code, message, line: tree.line(of: node)))
    }

    // MARK: The walk

    mutating func blocks(in node: MarkupTree.NodeID, under inherited: [InlineMark], depth: Int) -> [Block] {
        var walk = Walk(marks: inherited)
        var index = node + 1
        let end = tree.end(of: node)
        while index < end {
            walk.leave(before: index)
            if isLeftOut(index) {
                index = max(index + 1, tree.end(of: index))
                continue
            }
            if tree.isText(index) {
                walk.flow.append(tree.textBytes[tree.textRange(of: index)], under: walk.marks)
                index += 1
                continue
            }
            if isHidden(index) {
                index = tree.end(of: index)
                continue
            }
            if let readElement, let read = readElement(&self, index) {
                walk.add(read)
                index = tree.end(of: index)
                continue
            }
            switch ElementRole(name(of: index)) {
            case .skipped: index = tree.end(of: index)
            case .transparent:
                walk.enterBox(until: tree.end(of: index))
                openSpan(at: index, in: &walk)
                index += 1
            case .mark(let kind):
                walk.open(InlineMark(kind: kind, node: index), until: tree.end(of: index))
                openSpan(at: index, in: &walk)
                index += 1
            case .plain:
                openLink(at: index, in: &walk)
                openSpan(at: index, in: &walk)
                index += 1
            case .structure:
                if depth < Article.maximumDepth - 2 {
                    readStructure(index, into: &walk, depth: depth)
                    index = tree.end(of: index)
                } else {
                    lose(
                        "depth-limit",
                        "Blocks that nest deeper than \(Article.maximumDepth) levels were flattened.",
                        at: index
                    )
                    walk.enterBox(until: tree.end(of: index))
                    index += 1
                }
            }
        }
        walk.leave(before: .max)
        walk.endParagraph()
        return walk.blocks
    }

    private mutating func openLink(at node: MarkupTree.NodeID, in walk: inout Walk) {
        guard name(of: node) == .a, let target = linkTarget(of: node) else { return }
        let kind = InlineMark.Kind.link(target: target, title: tree.attribute(.title, of: node).flatMap(\.trimmed))
        walk.open(InlineMark(kind: kind, node: node), until: tree.end(of: node))
    }

    /// A language or direction of its own becomes a mark.
    private func openSpan(at node: MarkupTree.NodeID, in walk: inout Walk) {
        let language = tree.attribute(.lang, of: node).flatMap(\.trimmed).flatMap { $0 == context.language ? nil : $0 }
        let direction = tree.attribute(.dir, of: node)?.lowercased()
        let isDirection = direction == "rtl" || direction == "ltr"
        guard language != nil || (isDirection && name(of: node) != .body) else { return }
        let kind = InlineMark.Kind.span(language: language, direction: isDirection ? direction : nil)
        walk.open(InlineMark(kind: kind, node: node), until: tree.end(of: node))
    }

    private func isHidden(_ node: MarkupTree.NodeID) -> Bool {
        tree.attributeBytes(.hidden, of: node).map { !$0.elementsEqual("until-found".utf8) } ?? false
    }

    // MARK: Structures

    private mutating func readStructure(_ node: MarkupTree.NodeID, into walk: inout Walk, depth: Int) {
        switch name(of: node) {
        case .br:
            walk.flow.append(.lineBreak, under: walk.marks)
            if context.splitsAtDoubleBreaks, walk.flow.endsWithTwoBreaks { walk.endParagraph() }
        case .hr: walk.add([.thematicBreak])
        case .h1, .h2, .h3, .h4, .h5, .h6: walk.add(heading(node, under: walk.marks, depth: depth))
        case .ul, .ol, .menu, .dir: walk.add(list(node, under: walk.marks, depth: depth))
        case .dl: walk.add(definitionList(node, depth: depth))
        case .blockquote: walk.add(quote(node, under: walk.marks, depth: depth))
        case .pre: walk.add([code(node)])
        case .table: walk.add(table(node, depth: depth))
        case .figure: walk.add(figure(node, depth: depth))
        case .img, .amp_img: if let image = image(node) { walk.flow.append(.image(image), under: walk.marks) }
        case .picture:
            if let inner = tree.first(.img, in: node), let image = image(inner) {
                walk.flow.append(.image(image), under: walk.marks)
            }
        case .video, .audio, .iframe, .embed, .object, .amp_video, .amp_youtube: walk.add(embed(node))
        case .code, .kbd, .samp:
            let text = tree.text(of: node)
            if !text.isEmpty { walk.flow.append(.code(text), under: walk.marks) }
        case .ruby: walk.flow.append(ruby(node), under: walk.marks)
        case .math: if let math = math(node) { walk.flow.append(.math(math), under: walk.marks) }
        default: lose("drawing-left-out", "A drawing of the page (svg) was left out.", at: node)
        }
    }

    private mutating func heading(_ node: MarkupTree.NodeID, under marks: [InlineMark], depth: Int) -> [Block] {
        let level = Int(name(of: node).rawValue.utf8.last ?? 0x32) - 0x30
        let inner = blocks(in: node, under: marks.filter { $0.kind != .strong }, depth: depth + 1)
        let inlines = Self.joined(inner)
        // A picture within a heading stands behind it.
        let others = inner.filter { if case .paragraph = $0 { false } else { true } }
        return (inlines.isEmpty ? [] : [.heading(level: level, inlines)]) + others
    }

    /// The inlines of paragraphs, joined by spaces.
    static func joined(_ blocks: [Block]) -> [Inline] {
        var result: [Inline] = []
        for block in blocks {
            guard case .paragraph(let inlines, _) = block else { continue }
            if !result.isEmpty { result.append(.text(" ")) }
            result += inlines
        }
        return result
    }
}

/// Where a walk over the boxes of an element stands.
struct Walk {
    private(set) var blocks: [Block] = []
    var flow = Flow()
    private var opened: [(mark: InlineMark, end: Int)] = []
    private var boxes: [Int] = []
    /// The marks that text stands under here, the outermost first.
    private(set) var marks: [InlineMark]
    private let inherited: Int

    init(marks: [InlineMark]) {
        self.marks = marks
        inherited = marks.count
    }

    /// Opens a mark, unless text stands under one of its kind: bold within bold is bold.
    mutating func open(_ mark: InlineMark, until end: Int) {
        guard marks.count < 24, !marks.contains(where: { $0.kind == mark.kind }) else { return }
        opened.append((mark, end))
        marks.append(mark)
    }

    mutating func enterBox(until end: Int) {
        endParagraph()
        boxes.append(end)
    }

    /// Closes the marks and boxes that end before a node.
    mutating func leave(before node: Int) {
        while let box = boxes.last, box <= node {
            endParagraph()
            boxes.removeLast()
        }
        while let last = opened.last, last.end <= node {
            opened.removeLast()
            marks.removeLast()
        }
    }

    /// Adds blocks behind what has been read so far.
    mutating func add(_ more: [Block]) {
        endParagraph()
        blocks += more
    }

    /// Makes a paragraph of the flow, or a figure where it holds only images.
    mutating func endParagraph() {
        guard !flow.isEmpty else { return }
        if let images = flow.images {
            _ = flow.take()
            blocks += images.map { .figure(Figure(images: [$0])) }
            return
        }
        let inlines = flow.take()
        if !inlines.isEmpty { blocks.append(.paragraph(inlines)) }
    }
}
