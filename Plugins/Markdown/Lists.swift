import Offprint

/// Which of the two marks of its kind a list uses.
///
/// Two lists in a row with one mark would be one list.
struct Bullet {
    private let usual: Bool
    private(set) var isSecond: Bool

    /// Creates the marks for the lists among some blocks; `isSecond` says which the first of them has.
    init(isSecond: Bool) {
        usual = isSecond
        self.isSecond = isSecond
    }

    mutating func advance(to block: Block, after previous: Block?) {
        guard case .list(let list) = block, case .list(let before)? = previous, list.isNumbered == before.isNumbered
        else {
            isSecond = usual
            return
        }
        isSecond.toggle()
    }
}

extension ItemList {
    fileprivate var isNumbered: Bool {
        switch marker {
        case .bullet: false
        case .number: true
        }
    }
}

extension Composer {
    /// The marks for lists among the blocks of an item, or of anything else.
    ///
    /// A bullet directly behind another is a different one: `- - -` would be a rule.
    func bullet(for blocks: [Block], isItem: Bool) -> Bullet {
        guard isItem, case .list(let list)? = blocks.first, !list.isNumbered, isStarred == false else {
            return Bullet(isSecond: false)
        }
        return Bullet(isSecond: true)
    }

    mutating func list(_ list: ItemList, _ bullet: Bullet, depth: Int) -> Bool {
        guard !list.items.isEmpty else { return false }
        let outer = isStarred
        isStarred = list.isNumbered ? nil : bullet.isSecond
        defer { isStarred = outer }
        let isTight = list.isTight && Self.canBeTight(list)
        for (index, item) in list.items.enumerated() {
            if index > 0 { if isTight { newLine() } else { blankLine() } }
            let marker = self.marker(of: list, index, bullet)
            out.append(contentsOf: marker)
            out.append(.blank)
            let indent = [UInt8](repeating: .blank, count: marker.count + 1)
            let content = out.count
            let wrote = indented(indent) { $0.item(item, isTight: isTight, depth: depth) }
            if !wrote {
                out.removeLast(out.count - content)
                if out.last == .blank { out.removeLast() }
            }
        }
        return true
    }

    /// Whether no item needs a blank line within, which would make every reader take the list as loose.
    private static func canBeTight(_ list: ItemList) -> Bool {
        list.items.allSatisfy { item in
            item.content.allSatisfy(isOneBlock)
                && zip(item.content, item.content.dropFirst()).allSatisfy { canFollowDirectly($1, $0) }
        }
    }

    /// Whether what is written for a block needs no blank line within.
    private static func isOneBlock(_ block: Block) -> Bool {
        switch block {
        case .figure(let figure):
            figure.images.count + (figure.caption.isEmpty ? 0 : 1) + (figure.credit == nil ? 0 : 1) < 2
        case .table(let table): table.caption.isEmpty
        case .embed(let embed): embed.fallback.isEmpty
        case .custom(let custom): custom.fallback.count < 2
        case .liveEntry: false
        case .paragraph, .heading, .list, .quote, .pullQuote, .code, .aside, .definitionList, .thematicBreak, .math,
            .footnote:
            true
        }
    }

    private mutating func marker(of list: ItemList, _ index: Int, _ bullet: Bullet) -> [UInt8] {
        switch list.marker {
        case .bullet: return [bullet.isSecond ? .star : .dash]
        case .number(let start):
            if start < 0 || start > 999_999_999 {
                losses.approximate(
                    "list-start",
                    "A list counts from \(start), which Markdown cannot; it counts from 1."
                )
            }
            let first = (0...999_999_999).contains(start) ? start : 1
            let number = min(first + index, 999_999_999)
            return Array(String(number).utf8) + [bullet.isSecond ? .rightParenthesis : .dot]
        }
    }

    private mutating func item(_ item: ItemList.Item, isTight: Bool, depth: Int) -> Bool {
        guard let isDone = item.isDone else {
            return blocks(item.content, depth: depth + 1, isTight: isTight, taskable: true)
        }
        // Only a paragraph can carry a box.
        if case .paragraph? = item.content.first {
            write(isDone ? "[x] " : "[ ] ")
            let mark = out.count
            if blocks(item.content, depth: depth + 1, isTight: isTight) { return true }
            out.removeLast(out.count - mark)
        }
        losses.approximate("task", "The box of a task that starts with no paragraph became a sign.")
        let box = Block.paragraph([.text(isDone ? "☑" : "☐")])
        return blocks([box] + item.content, depth: depth + 1, isTight: isTight)
    }
}
