import Offprint
import OffprintMarkup

extension XMLSource {
    /// The most kinds of elements that are named.
    private static let mostPaths = 24

    /// Says which elements hold something that no rule has carried, each kind once.
    func reportUncarried(to diagnostics: inout Diagnostics) {
        var kinds: [String: (count: Int, line: Int)] = [:]
        var order: [String] = []
        var index = root + 1
        while index < tree.end(of: root) {
            guard !tree.isText(index), !isCarried(index), holdsSomething(index) else {
                index += 1
                continue
            }
            let path = path(to: index)
            if kinds[path] == nil {
                guard order.count < 1_000 else { break }
                order.append(path)
                kinds[path] = (0, tree.line(of: index))
            }
            kinds[path]?.count += 1
            index += 1
        }
        guard let first = order.first else { return }
        let named = order.prefix(Self.mostPaths).map { path in
            let count = kinds[path]?.count ?? 1
            return count == 1 ? path : "\(path) (\(count) times)"
        }
        let rest = order.count - named.count
        diagnostics.note(
            "not-carried",
            "No rule carries \(named.joined(separator: ", "))\(rest > 0 ? " and \(rest) more" : "").",
            line: kinds[first]?.line
        )
    }

    /// Whether an element has words straight within it, or attributes of its own.
    private func holdsSomething(_ node: MarkupTree.NodeID) -> Bool {
        if tree.children(of: node).contains(where: { child in
            tree.isText(child) && tree.textBytes[tree.textRange(of: child)].contains { $0 > 0x20 }
        }) {
            return true
        }
        return tree.attributes(of: node).contains { !$0.value.isEmpty && $0.name.local != "lang" && $0.name.local != "space" }
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
