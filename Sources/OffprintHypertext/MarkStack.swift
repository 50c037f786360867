/// The marks of a text: emphasis, links and the like, as elements open and close.
///
/// The marks that hold at a place are a number: that of the innermost, which knows the one around it.
struct MarkStack {
    /// The innermost mark at a place; -1 where there is none.
    typealias Place = Int

    private struct State {
        let mark: InlineMark
        let parent: Place
        let level: Int
    }

    private var states: [State] = []
    /// The marks under which the next text stands.
    private(set) var current: Place = -1

    /// Opens a mark within those that hold, unless one of its kind holds: bold within bold is bold.
    ///
    /// Gives the marks to go back to; `nil` where nothing was opened.
    mutating func open(_ mark: InlineMark) -> Place? {
        guard level(of: current) < 24 else { return nil }
        var state = current
        while state >= 0 {
            if states[state].mark.kind == mark.kind { return nil }
            state = states[state].parent
        }
        let outer = current
        states.append(State(mark: mark, parent: outer, level: level(of: outer) + 1))
        current = states.count - 1
        return outer
    }

    /// Goes back to the marks that held before one was opened.
    mutating func close(backTo outer: Place) { current = outer }

    private func level(of place: Place) -> Int { place < 0 ? 0 : states[place].level }

    /// The marks that hold at a place, the outermost first.
    func path(to place: Place) -> [InlineMark] {
        var path: [InlineMark] = []
        var state = place
        while state >= 0 {
            path.append(states[state].mark)
            state = states[state].parent
        }
        path.reverse()
        return path
    }

    /// The marks that hold at both of two places.
    func shared(_ left: Place, _ right: Place) -> Place {
        var (left, right) = (left, right)
        while left != right {
            if level(of: left) >= level(of: right) { left = states[left].parent } else { right = states[right].parent }
        }
        return left
    }
}
