/// A JSON value as it stood in its text: members keep their order and numbers their digits.
public enum JSONValue: Sendable, Hashable {
    /// Members by key.
    case object(JSONObject)
    /// Values in order.
    case array([JSONValue])
    /// Text.
    case string(String)
    /// A number, as written.
    case number(String)
    /// `true` or `false`.
    case bool(Bool)
    /// `null`.
    case null

    /// The members of an object; `nil` for any other value.
    public var object: JSONObject? { if case .object(let object) = self { object } else { nil } }
    /// The elements of an array; `nil` for any other value.
    public var array: [JSONValue]? { if case .array(let elements) = self { elements } else { nil } }
    /// The text of a string; `nil` for any other value.
    public var string: String? { if case .string(let text) = self { text } else { nil } }
    /// A number that is whole and fits; `nil` for any other value.
    public var integer: Int? { if case .number(let digits) = self { Int(digits) } else { nil } }
    /// A number, rounded to the nearest that a `Double` holds; `nil` for any other value.
    public var double: Double? { if case .number(let digits) = self { Double(digits) } else { nil } }
    /// A truth value; `nil` for any other value.
    public var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
    /// Whether it is `null`.
    public var isNull: Bool { self == .null }

    /// The value of a member; `nil` where this is no object or has none of that key.
    public subscript(key: String) -> JSONValue? { object?[key] }

    /// What it is, with its article, for messages.
    public var kind: String {
        switch self {
        case .object: "an object"
        case .array: "an array"
        case .string: "a string"
        case .number: "a number"
        case .bool: "a truth value"
        case .null: "null"
        }
    }
}

/// The members of a JSON object, in their order.
///
/// Where a key stands twice, both members are kept and the later one is found.
public struct JSONObject: Sendable, Hashable {
    /// A key and its value.
    public struct Member: Sendable, Hashable {
        /// The key.
        public let key: String
        /// The value.
        public let value: JSONValue

        /// Creates a member.
        public init(_ key: String, _ value: JSONValue) {
            self.key = key
            self.value = value
        }
    }

    /// The members, in order.
    public let members: [Member]
    /// Where each key stands, for objects so large that looking through them would take long.
    private let places: [String: Int]?

    /// Creates an object.
    public init(_ members: [Member] = []) {
        self.members = members
        places =
            members.count > 24
            ? Dictionary(members.indices.map { (members[$0].key, $0) }, uniquingKeysWith: { _, later in later }) : nil
    }

    /// The value of a member; `nil` where none has that key.
    public subscript(key: String) -> JSONValue? {
        if let places { return places[key].map { members[$0].value } }
        return members.last { $0.key == key }?.value
    }

    /// Whether both have the same members in the same order.
    public static func == (left: Self, right: Self) -> Bool { left.members == right.members }

    /// Feeds the members to a hasher.
    public func hash(into hasher: inout Hasher) { hasher.combine(members) }
}

extension JSONWriter {
    /// Writes a whole value.
    ///
    /// It does not recurse.
    public mutating func value(_ value: JSONValue) {
        // The containers that are open, and what of each is still to be written.
        var open: [Remainder] = []
        begin(value, &open)
        while let last = open.indices.last {
            switch open[last] {
            case .members(var rest):
                if let member = rest.popFirst() {
                    open[last] = .members(rest)
                    key(member.key)
                    begin(member.value, &open)
                } else {
                    endObject()
                    open.removeLast()
                }
            case .elements(var rest):
                if let element = rest.popFirst() {
                    open[last] = .elements(rest)
                    begin(element, &open)
                } else {
                    endArray()
                    open.removeLast()
                }
            }
        }
    }

    private enum Remainder {
        case members(ArraySlice<JSONObject.Member>)
        case elements(ArraySlice<JSONValue>)
    }

    private mutating func begin(_ value: JSONValue, _ open: inout [Remainder]) {
        switch value {
        case .object(let object):
            beginObject()
            open.append(.members(object.members[...]))
        case .array(let elements):
            beginArray()
            open.append(.elements(elements[...]))
        case .string(let text): string(text)
        case .number(let digits): raw(digits)
        case .bool(let flag): bool(flag)
        case .null: null()
        }
    }
}
