import Offprint
import OffprintHypertext
import OffprintMarkup

extension XMLSource {
    /// The most kinds of elements that are named in a line, and in lines of their own.
    private static let mostPaths = 24
    private static let mostLines = 500

    /// A kind of element that holds something which no rule has carried.
    private struct Kind {
        let path: String
        let line: Int
        var count = 1
        let example: String
    }

    /// Says in a line which elements hold something that no rule has carried.
    func reportUncarried(to diagnostics: inout Diagnostics) {
        let kinds = uncarried()
        guard let first = kinds.first else { return }
        let named = kinds.prefix(Self.mostPaths).map { $0.count == 1 ? $0.path : "\($0.path) (\($0.count) times)" }
        let rest = kinds.count - named.count
        diagnostics.note(
            "not-carried",
            "No rule carries \(named.joined(separator: ", "))\(rest > 0 ? " and \(rest) more" : "").",
            line: first.line
        )
    }

    /// Says the same in a line for each kind, with what its first element holds.
    func explainUncarried(to diagnostics: inout Diagnostics) {
        for kind in uncarried().prefix(Self.mostLines) {
            let times = kind.count == 1 ? "" : " (\(kind.count) times)"
            let example = kind.example.isEmpty ? "" : ": \"\(kind.example)\""
            diagnostics.warn("no-rule", "No rule looks at \(kind.path)\(times)\(example).", line: kind.line)
        }
    }

    private func uncarried() -> [Kind] {
        var places: [String: Int] = [:]
        var kinds: [Kind] = []
        for index in root + 1..<tree.end(of: root) where !tree.isText(index) && !isCarried(index) {
            guard holdsSomething(index) else { continue }
            let path = path(to: index)
            if let place = places[path] {
                kinds[place].count += 1
                continue
            }
            guard kinds.count < 1_000 else { break }
            places[path] = kinds.count
            let words = tree.text(of: index).tidied
            let example = words.isEmpty ? tree.attributes(of: index).first?.value ?? "" : words
            kinds.append(Kind(path: path, line: tree.line(of: index), example: String(example.prefix(60))))
        }
        return kinds
    }

    /// Whether an element has words straight within it, or attributes of its own.
    private func holdsSomething(_ node: MarkupTree.NodeID) -> Bool {
        if tree.holdsWords(node) { return true }
        let hasAttributes = tree.attributes(of: node).contains {
            !$0.value.isEmpty && $0.name.local != "lang" && $0.name.local != "space"
        }
        // What only arranges others goes with them.
        return hasAttributes && !tree.descendants(of: node).contains(where: isCarried)
    }

    /// The names on the way to an element, from its third ancestor on.
    private func path(to node: MarkupTree.NodeID) -> String {
        var names = [name(of: node)]
        var parent = tree.parent(of: node)
        while names.count < 3, parent > root {
            names.append(name(of: parent))
            parent = tree.parent(of: parent)
        }
        return names.reversed().joined(separator: "/")
    }
}
