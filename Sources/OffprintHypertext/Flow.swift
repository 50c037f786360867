import OffprintModel

/// Text and inlines on their way into paragraphs: a line of runs, each with the marks that it stands under.
///
/// White space is collapsed as a browser would show it; characters that show nothing are dropped, unless all is to be
/// kept. The marks that hold at a place are a number of the stack.
struct Flow {
    private enum Content {
        /// Bytes of `buffer`.
        case text(Range<Int>)
        case inline(Inline)
    }

    private struct Run {
        var content: Content
        var marks: MarkStack.Place
    }

    private let keepsInvisible: Bool
    private var runs: [Run] = []
    private var buffer: [UInt8] = []
    /// The marks that hold, and those that have held.
    var marks = MarkStack()
    /// The marks under which white space was met since the last visible character; `nil` where none was.
    private var pendingSpace: MarkStack.Place?

    /// Whether there is nothing in it but white space.
    var isEmpty: Bool { runs.isEmpty }

    init(keepsInvisible: Bool) { self.keepsInvisible = keepsInvisible }

    // MARK: Adding

    /// Adds text, its white space collapsed.
    mutating func append(_ text: ArraySlice<UInt8>) {
        var start = buffer.count
        var index = text.startIndex
        let end = text.endIndex
        while index < end {
            let byte = text[index]
            if byte <= 0x20 || byte == 0x7F {
                if byte != 0x7F, byte == 0x20 || (0x09...0x0D).contains(byte), pendingSpace == nil,
                    !(runs.isEmpty && buffer.count == start)
                {
                    pendingSpace = marks.current
                }
                index += 1
                continue
            }
            if byte >= 0xC2, !keepsInvisible {
                let length = Invisible.length(at: index, in: text, after: buffer)
                if length > 0 {
                    index += length
                    continue
                }
            }
            if let space = pendingSpace {
                if buffer.count > start || (space == marks.current && !endsWithBreak) {
                    buffer.append(0x20)
                } else {
                    putSpace(under: space)
                    start = buffer.count
                }
                pendingSpace = nil
            }
            // Whole words at once, and the single spaces between them.
            var stop = index + 1
            while stop < end {
                let next = text[stop]
                if Self.isPlain(next) {
                    stop += 1
                } else if next == 0x20, stop + 1 < end, Self.isPlain(text[stop + 1]) {
                    stop += 2
                } else {
                    break
                }
            }
            buffer.append(contentsOf: text[index..<stop])
            index = stop
        }
        guard buffer.count > start else { return }
        if let last = runs.last, case .text(let range) = last.content, last.marks == marks.current,
            range.upperBound == start
        {
            runs[runs.count - 1].content = .text(range.lowerBound..<buffer.count)
        } else {
            runs.append(Run(content: .text(start..<buffer.count), marks: marks.current))
        }
    }

    /// Whether a byte is neither white space nor the start of a character that may show nothing.
    @inline(__always)
    private static func isPlain(_ byte: UInt8) -> Bool {
        byte > 0x20 && byte != 0x7F && byte != 0xC2 && byte != 0xE2 && byte != 0xEF
    }

    /// Adds an inline under the marks that hold.
    mutating func append(_ inline: Inline) {
        if case .lineBreak = inline {
            guard !runs.isEmpty else { return }
        } else if let space = pendingSpace {
            putSpace(under: space)
        }
        pendingSpace = nil
        runs.append(Run(content: .inline(inline), marks: marks.current))
    }

    /// Puts a space between two runs, under the marks that both stand under: emphasis neither starts nor ends with
    /// one.
    private mutating func putSpace(under left: MarkStack.Place) {
        guard !runs.isEmpty, !endsWithBreak else { return }
        let start = buffer.count
        buffer.append(0x20)
        let shared = marks.shared(left, marks.current)
        if let last = runs.last, case .text(let range) = last.content, last.marks == shared, range.upperBound == start {
            runs[runs.count - 1].content = .text(range.lowerBound..<buffer.count)
        } else {
            runs.append(Run(content: .text(start..<buffer.count), marks: shared))
        }
    }

    /// Puts another image in the place of the last thing in it, if that is one.
    mutating func replaceLastImage(by image: ImageReference) -> Bool {
        guard let last = runs.last, case .inline(.image(let old)) = last.content else { return false }
        runs[runs.count - 1].content = .inline(.image(image.described(as: old)))
        return true
    }

    // MARK: Looking

    private var endsWithBreak: Bool {
        guard let last = runs.last, case .inline(.lineBreak) = last.content else { return false }
        return true
    }

    /// Whether the last two things in it are line ends.
    var endsWithTwoBreaks: Bool {
        guard runs.count > 1, endsWithBreak, case .inline(.lineBreak) = runs[runs.count - 2].content else {
            return false
        }
        return true
    }

    /// Whether the last thing in it is a formula, with nothing behind it.
    var endsWithMath: Bool {
        guard let last = runs.last, case .inline(.math) = last.content else { return false }
        return true
    }

    /// Where images that stand for themselves may lead.
    enum Leading {
        case nowhere, toThemselves
    }

    /// The images, where it holds nothing else and none of them leads to another page, or anywhere.
    func images(thatAreLinked leading: Leading) -> [ImageReference]? {
        guard let first = runs.first, case .inline(.image) = first.content else { return nil }
        var images: [ImageReference] = []
        for run in runs {
            switch run.content {
            case .inline(.image(let image)):
                guard !leads(run.marks, from: image, beyond: leading) else { return nil }
                images.append(image)
            case .inline(.lineBreak): continue
            case .text(let range) where buffer[range].allSatisfy({ $0 == 0x20 }): continue
            default: return nil
            }
        }
        return images
    }

    /// Whether an image is a link, to something else than itself in full size where that is no matter.
    private func leads(_ place: MarkStack.Place, from image: ImageReference, beyond leading: Leading) -> Bool {
        marks.path(to: place).contains { mark in
            guard case .link(let target, _) = mark.kind else { return false }
            if leading == .nowhere { return true }
            return !ImageAddress.isImage(target) && target != image.url && !target.hasPrefix("#")
        }
    }

    // MARK: Taking

    /// The inlines so far, without line ends at the edges; the flow is empty afterwards, and its marks hold on.
    mutating func take() -> [Inline] {
        while case .inline(.lineBreak)? = runs.last?.content { runs.removeLast() }
        let inlines: [Inline]
        if runs.allSatisfy({ $0.marks < 0 }) {
            inlines = runs.map { leaf($0.content) }
        } else {
            inlines = nested(runs.map { marks.path(to: $0.marks) }, 0..<runs.count, level: 0)
        }
        runs.removeAll(keepingCapacity: true)
        buffer.removeAll(keepingCapacity: true)
        pendingSpace = nil
        return inlines
    }

    /// Nests runs by their marks, the outermost first.
    private func nested(_ paths: [[InlineMark]], _ range: Range<Int>, level: Int) -> [Inline] {
        var result: [Inline] = []
        var index = range.lowerBound
        while index < range.upperBound {
            guard level < paths[index].count else {
                result.append(leaf(runs[index].content))
                index += 1
                continue
            }
            let mark = paths[index][level]
            var end = index + 1
            while end < range.upperBound, level < paths[end].count, paths[end][level].continues(mark) { end += 1 }
            result.append(mark.wrapping(nested(paths, index..<end, level: level + 1)))
            index = end
        }
        return result
    }

    private func leaf(_ content: Content) -> Inline {
        switch content {
        case .text(let range): .text(String(decoding: buffer[range], as: UTF8.self))
        case .inline(let inline): inline
        }
    }
}
