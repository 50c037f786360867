import OffprintMarkup
import OffprintModel

/// Text and inlines on their way into paragraphs: a line of runs, each with the marks that it stands under.
///
/// White space is collapsed as a browser would show it. Soft hyphens and zero-width spaces are hints for line
/// breaking, not text.
struct Flow {
    private enum Content {
        /// Bytes of `buffer`.
        case text(Range<Int>)
        case inline(Inline)
    }

    private struct Run {
        var content: Content
        var marks: [InlineMark]
    }

    private var runs: [Run] = []
    private var buffer: [UInt8] = []
    /// The marks under which white space was met since the last visible character; `nil` where none was.
    private var pendingSpace: [InlineMark]?

    /// Whether there is nothing in it but white space.
    var isEmpty: Bool { runs.isEmpty }

    /// Whether it holds nothing but images.
    var images: [ImageReference]? {
        var images: [ImageReference] = []
        for run in runs {
            guard case .inline(.image(let image)) = run.content else { return nil }
            images.append(image)
        }
        return images.isEmpty ? nil : images
    }

    // MARK: Adding

    mutating func append(_ text: some Collection<UInt8>, under marks: [InlineMark]) {
        var start = buffer.count
        var lead: UInt8 = 0
        for byte in text {
            switch byte {
            case 0x20, 0x09, 0x0A, 0x0C, 0x0D:
                if pendingSpace == nil, !(runs.isEmpty && buffer.count == start) { pendingSpace = marks }
                continue
            case 0..<0x20, 0x7F: continue
            default: break
            }
            if let space = pendingSpace {
                if buffer.count > start || (space == marks && !endsWithBreak) {
                    buffer.append(0x20)
                } else {
                    putSpace(under: space, and: marks)
                    start = buffer.count
                }
                pendingSpace = nil
            }
            buffer.append(byte)
            if lead != 0 || byte >= 0xC2 { dropInvisible(&lead, byte) }
        }
        guard buffer.count > start else { return }
        if let last = runs.last, case .text(let range) = last.content, last.marks == marks, range.upperBound == start {
            runs[runs.count - 1].content = .text(range.lowerBound..<buffer.count)
        } else {
            runs.append(Run(content: .text(start..<buffer.count), marks: marks))
        }
    }

    mutating func append(_ inline: Inline, under marks: [InlineMark]) {
        if case .lineBreak = inline {
            guard !runs.isEmpty else { return }
        } else if let space = pendingSpace {
            putSpace(under: space, and: marks)
        }
        pendingSpace = nil
        runs.append(Run(content: .inline(inline), marks: marks))
    }

    /// Puts a space between two runs, under the marks that both stand under: emphasis neither starts nor ends with
    /// one.
    private mutating func putSpace(under left: [InlineMark], and right: [InlineMark]) {
        guard !runs.isEmpty, !endsWithBreak else { return }
        let start = buffer.count
        buffer.append(0x20)
        let shared = zip(left, right).prefix { $0 == $1 }.map(\.0)
        if let last = runs.last, case .text(let range) = last.content, last.marks == shared, range.upperBound == start {
            runs[runs.count - 1].content = .text(range.lowerBound..<buffer.count)
        } else {
            runs.append(Run(content: .text(start..<buffer.count), marks: shared))
        }
    }

    private var endsWithBreak: Bool {
        guard let last = runs.last, case .inline(.lineBreak) = last.content else { return false }
        return true
    }

    /// Takes back U+00AD, U+200B and U+FEFF once their last byte is in the buffer.
    private mutating func dropInvisible(_ lead: inout UInt8, _ byte: UInt8) {
        switch byte {
        case 0xC2, 0xE2, 0xEF: lead = byte
        case 0x80...0xBF:
            let tail = buffer.suffix(3)
            if lead == 0xC2, byte == 0xAD {
                buffer.removeLast(2)
            } else if tail.elementsEqual([0xE2, 0x80, 0x8B]) || tail.elementsEqual([0xEF, 0xBB, 0xBF]) {
                buffer.removeLast(3)
            }
            if lead == 0xC2 || tail.first == lead { lead = 0 }
        default: lead = 0
        }
    }

    // MARK: Taking

    /// Whether the last two things in it are line ends.
    var endsWithTwoBreaks: Bool {
        runs.suffix(2).count == 2
            && runs.suffix(2).allSatisfy { if case .inline(.lineBreak) = $0.content { true } else { false } }
    }

    /// The inlines so far, without line ends at the edges; the flow is empty afterwards.
    mutating func take() -> [Inline] {
        while case .inline(.lineBreak)? = runs.last?.content { runs.removeLast() }
        let inlines = nested(runs[...], level: 0)
        runs.removeAll(keepingCapacity: true)
        buffer.removeAll(keepingCapacity: true)
        pendingSpace = nil
        return inlines
    }

    /// Nests runs by their marks, the outermost first.
    ///
    /// Marks are few: ``BlockBuilder`` opens no mark twice.
    private func nested(_ runs: ArraySlice<Run>, level: Int) -> [Inline] {
        var result: [Inline] = []
        var index = runs.startIndex
        while index < runs.endIndex {
            guard level < runs[index].marks.count else {
                result.append(leaf(runs[index].content))
                index += 1
                continue
            }
            let mark = runs[index].marks[level]
            var end = index + 1
            while end < runs.endIndex, level < runs[end].marks.count, runs[end].marks[level].continues(mark) {
                end += 1
            }
            result.append(mark.wrapping(nested(runs[index..<end], level: level + 1)))
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

extension InlineMark {
    fileprivate func wrapping(_ inlines: [Inline]) -> Inline {
        switch kind {
        case .emphasis: .emphasis(inlines)
        case .strong: .strong(inlines)
        case .strikethrough: .strikethrough(inlines)
        case .superscript: .superscript(inlines)
        case .subscript: .subscript(inlines)
        case .quoted: .quoted(inlines)
        case .cite: .cite(inlines)
        case .link(let target, let title): .link(inlines, target: target, title: title)
        case .span(let language, let direction):
            .span(inlines, language: language, direction: direction.flatMap(Direction.init))
        }
    }
}
