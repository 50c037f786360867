/// A bulleted, numbered or task list.
public struct ItemList: Sendable, Hashable {
    /// How the items are marked.
    public enum Marker: Sendable, Hashable {
        /// Bullets.
        case bullet
        /// Numbers, counted from `start`.
        case number(start: Int)
    }

    /// One item, which may hold further lists.
    public struct Item: Sendable, Hashable {
        /// The item's blocks.
        public var content: [Block]
        /// For an item of a task list, whether it is done; `nil` for any other.
        public var isDone: Bool?

        /// Creates an item.
        public init(_ content: [Block], isDone: Bool? = nil) {
            self.content = content
            self.isDone = isDone
        }
    }

    /// How the items are marked.
    public var marker: Marker
    /// Whether the items stand without space between them.
    public var isTight: Bool
    /// The items, in order.
    public var items: [Item]

    /// Creates a list.
    public init(_ marker: Marker, isTight: Bool = true, items: [Item]) {
        self.marker = marker
        self.isTight = isTight
        self.items = items
    }
}

/// A term of a definition list and what it means.
public struct Definition: Sendable, Hashable {
    /// The term.
    public var term: [Inline]
    /// Its meanings, each a run of blocks.
    public var meanings: [[Block]]

    /// Creates a definition.
    public init(term: [Inline], meanings: [[Block]]) {
        self.term = term
        self.meanings = meanings
    }
}
