import OffprintHypertext
import OffprintMarkup

/// A path to elements by their local names, whatever their namespace.
///
/// `a/b` goes from element to element, `a//b` to any depth, `*` takes every element. A step may ask for an attribute:
/// `[@role]` that it is there, `[!@role]` that it is not, `[@role=main]` for its value, of which case and what stands
/// before a colon do not count. `@name` at the end takes an attribute instead of the text: `docdata/date.issue@norm`.
struct XMLPath: Sendable, ExpressibleByStringLiteral {
    private struct Condition: Sendable {
        let attribute: String
        /// `nil` where it only has to be there.
        let value: String?
        let isNegated: Bool
    }

    private struct Step: Sendable {
        let name: String
        let isDeep: Bool
        let condition: Condition?
    }

    /// The path as written.
    let text: String
    private let steps: [Step]
    /// The attribute that the path ends with.
    let attribute: String?

    init(_ text: String) {
        self.text = text
        let bytes = Array(text.utf8)
        var steps: [Step] = []
        var attribute: String?
        var index = 0
        while index < bytes.count {
            let slashes = bytes[index...].prefix { $0 == 0x2F }.count
            index += slashes
            let start = index
            while index < bytes.count, bytes[index] != 0x2F, bytes[index] != 0x40, bytes[index] != 0x5B { index += 1 }
            let name = String(decoding: bytes[start..<index], as: UTF8.self)
            var condition: Condition?
            if index < bytes.count, bytes[index] == 0x5B {
                let end = bytes[index...].firstIndex(of: 0x5D) ?? bytes.count
                condition = Self.condition(bytes[(index + 1)..<end])
                index = min(end + 1, bytes.count)
            }
            if !name.isEmpty { steps.append(Step(name: name, isDeep: slashes > 1, condition: condition)) }
            if index < bytes.count, bytes[index] == 0x40 {
                attribute = String(decoding: bytes[(index + 1)...], as: UTF8.self)
                break
            }
        }
        self.steps = steps
        self.attribute = attribute
    }

    init(stringLiteral value: String) { self.init(value) }

    private static func condition(_ bytes: ArraySlice<UInt8>) -> Condition {
        let isNegated = bytes.first == 0x21
        let rest = bytes.drop { $0 == 0x21 || $0 == 0x40 }
        let parts = rest.split(separator: 0x3D, maxSplits: 1).map { String(decoding: $0, as: UTF8.self) }
        return Condition(
            attribute: parts.first ?? "",
            value: parts.count > 1 ? parts[1].lowercased() : nil,
            isNegated: isNegated
        )
    }

    /// The elements that the path leads to, in the order of the document.
    func nodes(in tree: MarkupTree, from node: MarkupTree.NodeID) -> [MarkupTree.NodeID] {
        var current = [node]
        for step in steps {
            var next: [MarkupTree.NodeID] = []
            for node in current {
                if step.isDeep {
                    for index in tree.descendants(of: node) where matches(step, index, tree) { next.append(index) }
                } else {
                    for child in tree.children(of: node) where matches(step, child, tree) { next.append(child) }
                }
            }
            current = next
            if current.isEmpty { return [] }
        }
        return current
    }

    private func matches(_ step: Step, _ node: MarkupTree.NodeID, _ tree: MarkupTree) -> Bool {
        guard !tree.isText(node), step.name == "*" || tree.qualifiedName(of: node).local == step.name else {
            return false
        }
        guard let condition = step.condition else { return true }
        guard let value = tree.attribute(named: condition.attribute, of: node)?.trimmed else {
            return condition.isNegated
        }
        guard let wanted = condition.value else { return !condition.isNegated }
        return (value.lowercased().codeTail == wanted) != condition.isNegated
    }
}

extension String {
    /// What stands behind the last colon: `stat:usable` is `usable`, whatever the catalog calls its schemes.
    var codeTail: String {
        guard let colon = utf8.lastIndex(of: 0x3A) else { return self }
        return String(self[utf8.index(after: colon)...])
    }
}
