import OffprintMarkup
import OffprintModel

/// Where a walk over the boxes of an element stands.
struct Walk {
    private(set) var blocks: [Block] = []
    var flow: Flow
    private var opened: [(outer: MarkStack.Place, end: Int)] = []
    private var boxes: [Int] = []
    /// Before this node no mark and no box ends.
    private var nextEnd = Int.max
    /// The image that was read last, to which a caption behind it belongs.
    var lastImage: MarkupTree.NodeID?
    /// The element whose formula was read last, which a script behind it may hold too.
    var lastFormula: MarkupTree.NodeID?

    /// Whether paragraphs that only make room, and links around pictures to the same in large, are kept.
    private let isLiteral: Bool

    init(marks: [InlineMark], isLiteral: Bool) {
        self.isLiteral = isLiteral
        flow = Flow(keepsInvisible: isLiteral)
        for mark in marks { _ = flow.marks.open(mark) }
    }

    /// The marks that text stands under here, the outermost first.
    var marks: [InlineMark] { flow.marks.path(to: flow.marks.current) }

    mutating func open(_ mark: InlineMark, until end: Int) {
        guard let outer = flow.marks.open(mark) else { return }
        opened.append((outer, end))
        nextEnd = min(nextEnd, end)
    }

    mutating func enterBox(until end: Int) {
        endParagraph()
        boxes.append(end)
        nextEnd = min(nextEnd, end)
    }

    /// Closes the marks and boxes that end before a node.
    @inline(__always)
    mutating func leave(before node: Int) {
        if nextEnd <= node { close(before: node) }
    }

    private mutating func close(before node: Int) {
        while let box = boxes.last, box <= node {
            endParagraph()
            boxes.removeLast()
        }
        while let last = opened.last, last.end <= node {
            opened.removeLast()
            flow.marks.close(backTo: last.outer)
        }
        nextEnd = min(boxes.last ?? .max, opened.last?.end ?? .max)
    }

    /// Adds blocks behind what has been read so far.
    mutating func add(_ more: [Block]) {
        endParagraph()
        blocks += more
    }

    /// Makes a paragraph of the flow, or a figure where it holds only images.
    mutating func endParagraph() {
        guard !flow.isEmpty else { return }
        if let images = flow.images(thatAreLinked: isLiteral ? .nowhere : .toThemselves) {
            _ = flow.take()
            blocks += images.map { .figure(Figure(images: [$0])) }
            return
        }
        let inlines = flow.take()
        if !inlines.isEmpty, isLiteral || !Self.isBlank(inlines) { blocks.append(.paragraph(inlines)) }
    }

    /// Whether a paragraph only makes room: no-break spaces and nothing else.
    private static func isBlank(_ inlines: [Inline]) -> Bool {
        guard inlines.count == 1, case .text(let text) = inlines[0], text.utf8.count <= 64 else { return false }
        return text.unicodeScalars.allSatisfy { $0 == "\u{A0}" || $0 == " " }
    }

    /// Puts another picture in the place of the one that was read last.
    mutating func replaceLastImage(by image: ImageReference) {
        if flow.replaceLastImage(by: image) { return }
        _ = changeLastFigure { figure in
            guard let old = figure.images.popLast() else { return false }
            figure.images.append(image.described(as: old))
            return true
        }
    }

    /// Changes the figure that was read last; `false` where the last block is none.
    mutating func changeLastFigure(_ change: (inout Figure) -> Bool) -> Bool {
        endParagraph()
        guard case .figure(var figure)? = blocks.last, change(&figure) else { return false }
        blocks[blocks.count - 1] = .figure(figure)
        return true
    }
}

extension ImageReference {
    /// The image, with what another one says and it does not.
    func described(as other: ImageReference) -> ImageReference {
        var image = self
        if image.alternativeText ?? "" == "" { image.alternativeText = other.alternativeText }
        image.title = image.title ?? other.title
        return image
    }
}
