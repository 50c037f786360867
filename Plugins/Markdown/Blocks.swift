import Offprint

// The blocks that Markdown has marks for.
extension Composer {
    /// Writes blocks with blank lines between them; gives whether there was anything to write.
    mutating func blocks(_ blocks: [Block], depth: Int, isTight: Bool = false, taskable: Bool = false) -> Bool {
        guard depth < Article.maximumDepth else { return flattened(blocks) }
        var previous: Block?
        var bullet = self.bullet(for: blocks, isItem: taskable)
        for (index, block) in blocks.enumerated() {
            if depth == 0 { losses.block = index }
            let mark = out.count
            if let previous {
                if isTight && Self.canFollowDirectly(block, previous) || areOneList(block, previous) {
                    newLine()
                } else {
                    blankLine()
                }
                if wouldMerge(block, previous) {
                    write("<!-- -->")
                    blankLine()
                }
            }
            bullet.advance(to: block, after: previous)
            let isFirst = previous == nil && taskable
            if self.block(block, depth: depth, bullet: bullet, isFirstInItem: isFirst) {
                previous = block
            } else {
                out.removeLast(out.count - mark)
            }
        }
        return previous != nil
    }

    /// Writes one block; gives whether there was anything to write.
    mutating func block(_ block: Block, depth: Int, bullet: Bullet, isFirstInItem: Bool) -> Bool {
        switch block {
        case .paragraph(let content, let role):
            if role != .body {
                losses.approximate(
                    "role",
                    "Leads, questions and answers became plain paragraphs: Markdown has no others."
                )
            }
            return inlines(content, isFirstInItem ? .firstInItem : .paragraph)
        case .heading(let level, let content): return heading(level, content)
        case .list(let list): return self.list(list, bullet, depth: depth)
        case .quote(let content, let attribution): return quote(content, attribution, depth: depth)
        case .pullQuote(let content, let attribution):
            losses.approximate("pull-quote", "A pull quote became a block quote: Markdown has no other.")
            return quote(content, attribution, depth: depth)
        case .code(let text, let language): return code(text, language)
        case .table(let table): return self.table(table, depth: depth)
        case .figure(let figure): return self.figure(figure)
        case .embed(let embed): return self.embed(embed, depth: depth)
        case .aside(let aside): return self.aside(aside, depth: depth)
        case .liveEntry(let entry): return liveEntry(entry, depth: depth)
        case .definitionList(let definitions): return definitionList(definitions, depth: depth)
        case .thematicBreak: return thematicBreak(isFirstInItem: isFirstInItem)
        case .math(let math): return mathBlock(math)
        case .footnote(let id, let content): return footnote(id, content, depth: depth)
        case .custom(let custom):
            losses.add(
                "custom-block",
                "A \"\(custom.name)\" block was written as its fallback; its data are not in the file."
            )
            return blocks(custom.fallback, depth: depth + 1)
        }
    }

    /// Whether a reader takes `block` as a new block though no blank line precedes it.
    static func canFollowDirectly(_ block: Block, _ previous: Block) -> Bool {
        switch previous {
        case .heading, .code, .thematicBreak: return true
        case .paragraph: return interrupts(block)
        case .list:
            if case .list = block { return false }
            return interrupts(block)
        case .quote, .pullQuote:
            if case .quote = block { return false }
            return interrupts(block)
        case .table, .figure, .embed, .aside, .liveEntry, .definitionList, .math, .footnote, .custom: return false
        }
    }

    /// Whether a block ends a paragraph before it.
    private static func interrupts(_ block: Block) -> Bool {
        switch block {
        case .heading, .code, .quote, .thematicBreak: return true
        case .list(let list):
            guard let first = list.items.first, !first.content.isEmpty else { return false }
            switch list.marker {
            case .bullet: return true
            case .number(let start): return start == 1
            }
        case .paragraph, .pullQuote, .table, .figure, .embed, .aside, .liveEntry, .definitionList, .math, .footnote,
            .custom:
            return false
        }
    }

    /// What is nested deeper than any reader allows: its words.
    private mutating func flattened(_ blocks: [Block]) -> Bool {
        losses.approximate(
            "depth",
            "Blocks nested deeper than \(Article.maximumDepth) levels were written as plain text."
        )
        var words: [Inline] = []
        blocks.walk { block, _ in
            for run in block.inlines { words.append(.text(run.plainText + " ")) }
            if case .code(let text, _) = block { words.append(.text(text + " ")) }
        }
        return inlines(words, .paragraph)
    }

    // MARK: Headings, quotes, rules

    private mutating func heading(_ level: Int, _ content: [Inline]) -> Bool {
        for _ in 0..<min(max(level, 1), 6) { out.append(.hash) }
        out.append(.blank)
        return inlines(content, .heading)
    }

    mutating func quote(_ content: [Block], _ attribution: [Inline], depth: Int) -> Bool {
        quoted { composer in
            let mark = composer.out.count
            let wrote = composer.blocks(content, depth: depth + 1)
            if !wrote { composer.out.removeLast(composer.out.count - mark) }
            return composer.attribution(attribution, isFirst: !wrote) || wrote
        }
    }

    /// Writes what `body` writes as a block quote.
    mutating func quoted(_ body: (inout Composer) -> Bool) -> Bool {
        write("> ")
        return indented([.greater, .blank], body)
    }

    /// Who is quoted, on a line of its own behind a dash.
    private mutating func attribution(_ attribution: [Inline], isFirst: Bool) -> Bool {
        guard !attribution.isEmpty else { return false }
        let mark = out.count
        if !isFirst { blankLine() }
        let dash = attribution.plainText.drop(while: \.isWhitespace).first
        let hasDash = dash.map { "–—―-".contains($0) } ?? false
        if inlines(hasDash ? attribution : [.text("— ")] + attribution, .paragraph), !attribution.plainText.isEmpty {
            return true
        }
        out.removeLast(out.count - mark)
        return false
    }

    /// Asterisks, never dashes: those would underline a heading or open front matter.
    ///
    /// Behind a bullet that is an asterisk itself they would be one rule, so underscores stand there.
    private mutating func thematicBreak(isFirstInItem: Bool) -> Bool {
        write(isFirstInItem ? "___" : "***")
        return true
    }

    // MARK: Code

    mutating func code(_ text: String, _ language: String?) -> Bool {
        let bytes = Self.withoutControls(text)
        if dialect.isTemplate { warnOfTemplate(bytes) }
        var longest = 0
        var count = 0
        for byte in bytes {
            count = byte == .backtick ? count + 1 : 0
            longest = max(longest, count)
        }
        let fence = [UInt8](repeating: .backtick, count: max(3, longest + 1))
        out.append(contentsOf: fence)
        out.append(contentsOf: Self.infoString(language ?? ""))
        var line: [UInt8] = []
        var end = bytes.count
        while end > 0, bytes[end - 1] == .newline { end -= 1 }
        func put(_ line: [UInt8], _ composer: inout Composer) {
            if line.isEmpty {
                composer.out.append(.newline)
                var end = composer.prefix.count
                while end > 0, composer.prefix[end - 1] == .blank { end -= 1 }
                composer.out.append(contentsOf: composer.prefix[..<end])
            } else {
                composer.newLine()
                composer.out.append(contentsOf: line)
            }
        }
        for byte in bytes[..<end] {
            if byte == .newline {
                put(line, &self)
                line.removeAll(keepingCapacity: true)
            } else {
                line.append(byte)
            }
        }
        if end > 0 { put(line, &self) }
        newLine()
        out.append(contentsOf: fence)
        return true
    }

    /// A language's name as it may stand behind a fence.
    private static func infoString(_ language: String) -> [UInt8] {
        var info: [UInt8] = []
        for byte in language.utf8 {
            if byte <= .blank || byte == .backtick || byte == 0x7F { break }
            if byte == .backslash { info.append(.backslash) }
            info.append(byte)
            if byte == .ampersand { info.append(contentsOf: "amp;".utf8) }
        }
        return info
    }

    /// The text without control characters, its line ends as `\n`, without spaces at the ends of its lines.
    private static func withoutControls(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        var previous: UInt8 = 0
        for byte in text.utf8 {
            defer { previous = byte }
            if byte == .newline && previous == 0x0D { continue }
            if byte == .newline || byte == 0x0D {
                while let last = bytes.last, last == .blank || last == 0x09 { bytes.removeLast() }
                bytes.append(.newline)
            } else if byte >= .blank && byte != 0x7F || byte == 0x09 {
                bytes.append(byte)
            }
        }
        while let last = bytes.last, last == .blank || last == 0x09 { bytes.removeLast() }
        return bytes
    }

    /// Code cannot be escaped, so who writes for a template engine should know.
    mutating func warnOfTemplate(_ bytes: [UInt8]) {
        var previous: UInt8 = 0
        for byte in bytes {
            if previous == .brace && (byte == .brace || byte == .percent) {
                losses.warn(
                    "template-tag",
                    "Code holds a template tag (\"{{\" or \"{%\"), which \(dialect.frontMatter.rawValue) will act upon."
                )
                return
            }
            previous = byte
        }
    }
}
