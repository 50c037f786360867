/// What is wrong with a JSON text, and where.
public struct JSONError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The kind of fault.
    ///
    /// A struct, so that new kinds break nobody.
    public struct Code: Sendable, Hashable, RawRepresentable {
        /// Its stable name, such as `json-syntax`.
        public let rawValue: String

        /// Creates a code from its name.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The text is not JSON.
        public static let syntax = Code(rawValue: "json-syntax")
        /// A string is not valid Unicode.
        public static let encoding = Code(rawValue: "json-encoding")
        /// The values nest deeper than the reader follows.
        public static let nesting = Code(rawValue: "json-nesting")
        /// The text is JSON, but a value is not what stands in its place.
        public static let mismatch = Code(rawValue: "json-mismatch")
        /// The text is of a version that this one does not know.
        public static let version = Code(rawValue: "json-version")
    }

    /// The kind of fault.
    public let code: Code
    /// What was expected and what was found, without the place.
    public let reason: String
    /// The line, counted from 1; `nil` where the value did not come from a text.
    public let line: Int?
    /// The column, counted from 1 in characters.
    public let column: Int?
    /// The path of the value at fault, such as `$.body[3].content`; `nil` where the text is not JSON.
    public let path: String?

    /// Creates an error.
    public init(_ code: Code, _ reason: String, line: Int? = nil, column: Int? = nil, path: String? = nil) {
        self.code = code
        self.reason = reason
        self.line = line
        self.column = column
        self.path = path
    }

    /// The place and the reason, for a person.
    public var description: String {
        var place: [String] = []
        if let line { place.append("line \(line)") }
        if let column { place.append("column \(column)") }
        if let path { place.append(path) }
        return place.isEmpty ? reason : "\(place.joined(separator: ", ")): \(reason)"
    }
}

/// A step from a value into it.
public enum JSONStep: Sendable, Hashable {
    /// To the value of a member.
    case key(String)
    /// To an element of an array.
    case index(Int)
    /// To one of several values that follow each other, as in JSON lines.
    case record(Int)
}

extension [JSONStep] {
    /// The steps as a path that a person can follow.
    public var path: String {
        reduce(into: "$") { path, step in
            switch step {
            case .key(let key) where key.utf8.allSatisfy(\.isWordByte) && !key.isEmpty: path += ".\(key)"
            case .key(let key): path += "[\"\(key)\"]"
            case .index(let index), .record(let index): path += "[\(index)]"
            }
        }
    }
}

extension UInt8 {
    fileprivate var isWordByte: Bool {
        (0x61...0x7A).contains(self | 0x20) || (0x30...0x39).contains(self) || self == 0x5F
    }
}
