import OffprintMarkup
import OffprintModel

extension BlockBuilder {
    /// A list; where its numbers jump or count down, as many lists as keep each item its number.
    mutating func list(
        _ node: MarkupTree.NodeID,
        _ name: MarkupName,
        under marks: [InlineMark],
        depth: Int
    ) -> [Block] {
        var lists: [Block] = []
        var run = ListRun(isNumbered: name == .ol, isLiteral: context.isLiteral)
        if !notes.isEmpty { nameOtherNotes(in: node) }
        var numbers = name == .ol ? Numbering(of: node, in: tree) : nil
        for child in tree.children(of: node) {
            if tree.isText(child) {
                if tree.textBytes[tree.textRange(of: child)].contains(where: { $0 > 0x20 }) {
                    run.append(blocks(from: child, to: child + 1, under: marks, depth: depth + 1))
                }
                continue
            }
            guard !isSkipped(child) else { continue }
            guard self.name(of: child) == .li else {
                // A list straight within a list belongs to the item before it.
                run.append(blocks(from: child, to: tree.end(of: child), under: marks, depth: depth + 1))
                continue
            }
            if let id = notes.definitions[child] {
                run.flush(into: &lists)
                lists.append(footnote(child, id, depth: depth))
                continue
            }
            guard let item = item(child, under: marks, depth: depth) else { continue }
            let number = numbers?.next(child, in: tree)
            run.isTight = run.isTight && !tree.children(of: child).contains { self.name(of: $0) == .p }
            run.append(item, number: number, into: &lists)
        }
        run.flush(into: &lists)
        return lists
    }

    private mutating func item(_ node: MarkupTree.NodeID, under marks: [InlineMark], depth: Int) -> ItemList.Item? {
        var content = blocks(in: node, under: marks, depth: depth + 1)
        let isDone = taskState(of: node)
        if content.isEmpty {
            // An item that the author left empty counts; one that held only what is left out does not.
            guard context.isLiteral || isDone != nil || tree.children(of: node).allSatisfy(tree.isText) else {
                return nil
            }
            content = [.paragraph([])]
        }
        return ItemList.Item(content, isDone: isDone)
    }

    /// Whether an element is no part of the text where a structure looks for its parts.
    mutating func isSkipped(_ node: MarkupTree.NodeID) -> Bool {
        if case .skipped = ElementRole(name(of: node)) { return true }
        return setAside.contains(node) || isLeftOut(node) || isInvisible(node, traits(of: node))
    }

    /// The state of a task: that of the checkbox that its item starts with.
    private func taskState(of item: MarkupTree.NodeID) -> Bool? {
        for node in tree.descendants(of: item).prefix(6) {
            switch tree.name(of: node) {
            case .text:
                if tree.textBytes[tree.textRange(of: node)].contains(where: { $0 > 0x20 }) { return nil }
            case .input:
                guard tree.attribute(.type, of: node)?.lowercased() == "checkbox" else { return nil }
                return tree.attributeBytes(.checked, of: node) != nil
            case .p, .label, .span, .div: continue
            default: return nil
            }
        }
        return nil
    }
}

/// The items of a list as they come.
private struct ListRun {
    let isNumbered: Bool
    /// Whether a list of pictures stays a list.
    let isLiteral: Bool
    var isTight = true
    private var items: [ItemList.Item] = []
    private var start = 1
    private var next: Int?

    init(isNumbered: Bool, isLiteral: Bool) {
        self.isNumbered = isNumbered
        self.isLiteral = isLiteral
    }

    /// Adds an item; one whose number does not follow starts a list of its own.
    mutating func append(_ item: ItemList.Item, number: Int?, into lists: inout [Block]) {
        if let number {
            if number != next, !items.isEmpty { flush(into: &lists) }
            if items.isEmpty { start = number }
            next = number < Int.max ? number + 1 : number
        }
        items.append(item)
    }

    /// Adds what stands in the list and in no item to the last item.
    mutating func append(_ content: [Block]) {
        guard !content.isEmpty else { return }
        if items.isEmpty {
            items.append(ItemList.Item(content))
        } else {
            items[items.count - 1].content += content
        }
    }

    mutating func flush(into lists: inout [Block]) {
        guard !items.isEmpty else { return }
        defer { items = [] }
        // A list of nothing but pictures is a series of them.
        let content = items.flatMap(\.content)
        if !isLiteral, items.count > 1, content.allSatisfy({ if case .figure = $0 { true } else { false } }) {
            lists += content
        } else {
            lists.append(.list(ItemList(isNumbered ? .number(start: start) : .bullet, isTight: isTight, items: items)))
        }
    }
}

/// The numbers of the items of a list (https://html.spec.whatwg.org/#ordinal-value).
private struct Numbering {
    private var value: Int
    private let step: Int

    init(of list: MarkupTree.NodeID, in tree: MarkupTree) {
        let isReversed = tree.attribute(named: "reversed", of: list) != nil
        step = isReversed ? -1 : 1
        let count = isReversed ? tree.children(of: list).count { tree.name(of: $0) == .li } : 1
        value = tree.attribute(.start, of: list)?.trimmed.flatMap { Int($0) } ?? count
    }

    mutating func next(_ item: MarkupTree.NodeID, in tree: MarkupTree) -> Int {
        if let own = tree.attributeBytes(.value, of: item) {
            value = String(decoding: own, as: UTF8.self).trimmed.flatMap { Int($0) } ?? value
        }
        defer { value &+= step }
        return value
    }
}
