/// A table: rows in a head, any number of bodies and a foot.
public struct Table: Sendable, Hashable {
    /// How the text of a cell or column is set.
    public enum Alignment: String, Sendable, Hashable, CaseIterable {
        /// At the left edge.
        case left
        /// In the middle.
        case center
        /// At the right edge.
        case right
    }

    /// A cell; it holds blocks and may span columns and rows.
    public struct Cell: Sendable, Hashable {
        /// The cell's blocks.
        public var content: [Block]
        /// Whether it names its row or column.
        public var isHeader: Bool
        /// How many columns it spans, at least 1.
        public var columnSpan: Int
        /// How many rows it spans, at least 1.
        public var rowSpan: Int
        /// How it is set, where that differs from its column.
        public var alignment: Alignment?

        /// Creates a cell.
        public init(
            _ content: [Block],
            isHeader: Bool = false,
            columnSpan: Int = 1,
            rowSpan: Int = 1,
            alignment: Alignment? = nil
        ) {
            self.content = content
            self.isHeader = isHeader
            self.columnSpan = max(1, columnSpan)
            self.rowSpan = max(1, rowSpan)
            self.alignment = alignment
        }
    }

    /// A row of cells; a cell that spans down from an earlier row is not repeated.
    public typealias Row = [Cell]

    /// The caption.
    public var caption: [Inline]
    /// How each column is set.
    ///
    /// `nil` where the source does not say, and shorter than the table where it says nothing more.
    public var columns: [Alignment?]
    /// The rows that head the columns.
    public var head: [Row]
    /// The groups of rows between head and foot.
    public var bodies: [[Row]]
    /// The rows that close the table, such as totals.
    public var foot: [Row]

    /// Creates a table.
    public init(
        caption: [Inline] = [],
        columns: [Alignment?] = [],
        head: [Row] = [],
        bodies: [[Row]] = [],
        foot: [Row] = []
    ) {
        self.caption = caption
        self.columns = columns
        self.head = head
        self.bodies = bodies
        self.foot = foot
    }

    /// All rows, from the head to the foot.
    public var rows: [Row] { head + bodies.joined() + foot }
}
