/// Something a reader, transform or writer noticed and went on from.
public struct Diagnostic: Sendable, Hashable {
    /// How much it matters.
    public enum Severity: String, Sendable, Hashable, CaseIterable {
        /// Nothing is wrong; somebody may want to know, as of furniture that was dropped.
        case note
        /// The input is not as it should be, or says something a person should see.
        case warning
        /// The output says something of the article in another form, as a merged cell written twice.
        case approximation
        /// The output lacks something that the article has.
        case loss
        /// An article of the source is missing; the others go on.
        case error
    }

    /// A stable name for tools to match, such as `furniture-dropped`.
    public struct Code: Sendable, Hashable, ExpressibleByStringLiteral, RawRepresentable {
        /// The name.
        public let rawValue: String

        /// Creates a code from its name.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// Creates a code from a literal.
        public init(stringLiteral value: String) { rawValue = value }
    }

    /// How much it matters.
    public var severity: Severity
    /// Its stable name.
    public var code: Code
    /// What happened, in a sentence for a person.
    public var message: String
    /// The line of the source, counted from 1, where it is known.
    public var line: Int?
    /// The block of ``Article/body`` that it is about, counted from 0, where a writer says so.
    public var block: Int?

    /// Creates a diagnostic.
    public init(_ severity: Severity, _ code: Code, _ message: String, line: Int? = nil, block: Int? = nil) {
        self.severity = severity
        self.code = code
        self.message = message
        self.line = line
        self.block = block
    }
}

/// The diagnostics of one conversion, in the order they arose.
///
/// At most ``capacity`` are kept, so that a hostile document cannot fill the memory; the rest are counted.
public struct Diagnostics: Sendable, Hashable {
    /// How many diagnostics are kept.
    public static let capacity = 1_000

    /// The diagnostics that were kept.
    public private(set) var all: [Diagnostic] = []
    /// How many more arose.
    public private(set) var omitted = 0
    /// The block of ``Article/body`` that is being written: what is reported meanwhile is about it.
    ///
    /// A writer sets it as it goes from block to block, and to `nil` at the end.
    public var currentBlock: Int?

    /// Creates an empty collection.
    public init() {}

    /// Adds a diagnostic.
    public mutating func report(_ diagnostic: Diagnostic) {
        guard all.count < Self.capacity else { return omitted += 1 }
        all.append(diagnostic)
    }

    /// Reports something that somebody may want to know.
    public mutating func note(_ code: Diagnostic.Code, _ message: String, line: Int? = nil) {
        report(Diagnostic(.note, code, message, line: line))
    }

    /// Reports an article that is missing from what its source gives.
    public mutating func fail(_ code: Diagnostic.Code, _ message: String, line: Int? = nil) {
        report(Diagnostic(.error, code, message, line: line))
    }

    /// Reports something that is not as it should be.
    public mutating func warn(_ code: Diagnostic.Code, _ message: String, line: Int? = nil) {
        report(Diagnostic(.warning, code, message, line: line))
    }

    /// Reports that the output says something of the article in another form; `block` is the current one if not given.
    public mutating func approximate(_ code: Diagnostic.Code, _ message: String, block: Int? = nil) {
        report(Diagnostic(.approximation, code, message, block: block ?? currentBlock))
    }

    /// Reports that the output lacks something the article has; `block` is the current one if not given.
    public mutating func lose(_ code: Diagnostic.Code, _ message: String, line: Int? = nil, block: Int? = nil) {
        report(Diagnostic(.loss, code, message, line: line, block: block ?? currentBlock))
    }

    /// The losses among them.
    public var losses: [Diagnostic] { all.filter { $0.severity == .loss } }
}
