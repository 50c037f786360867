/// A value that is not what its place asks for.
///
/// The path grows while the error passes outwards, so that reading what is right costs nothing.
struct Mismatch: Error {
    let code: JSONError.Code
    let reason: String
    /// The steps to the value, the innermost first.
    private var reversedSteps: [JSONStep] = []

    init(_ reason: String, code: JSONError.Code = .mismatch) {
        self.reason = reason
        self.code = code
    }

    func within(_ step: JSONStep) -> Mismatch {
        var error = self
        error.reversedSteps.append(step)
        return error
    }

    /// The error with its path alone.
    func located() -> JSONError { JSONError(code, reason, path: reversedSteps.reversed().path) }

    /// The error with its line and column in the text, behind the steps to the article.
    func located(in bytes: [UInt8], behind start: [JSONStep]) -> JSONError {
        let steps = start + reversedSteps.reversed()
        var scanner = JSONScanner(bytes, mode: .strict, maximumDepth: ArticleJSON.maximumDepth)
        let (line, column) = scanner.place(of: steps)
        return JSONError(code, reason, line: line, column: column, path: steps.path)
    }
}

/// The members of an object, read by name and type; `null` counts as absent.
struct JSONFields {
    let object: JSONObject

    func optional<Value: JSONConvertible>(_ name: String) throws(Mismatch) -> Value? {
        try optional(name) { (value) throws(Mismatch) in try Value(reading: value) }
    }

    func required<Value: JSONConvertible>(_ name: String) throws(Mismatch) -> Value {
        guard let value: Value = try optional(name) else { throw Mismatch("\"\(name)\" is missing.") }
        return value
    }

    func optional<Value>(
        _ name: String,
        _ read: (JSONValue) throws(Mismatch) -> Value
    ) throws(Mismatch) -> Value? {
        guard let value = object[name], value != .null else { return nil }
        do throws(Mismatch) { return try read(value) } catch { throw error.within(.key(name)) }
    }

    /// The elements of an array, each as `read` reads it; none where the array is absent.
    func elements<Element>(
        _ name: String,
        _ read: (JSONValue) throws(Mismatch) -> Element
    ) throws(Mismatch) -> [Element] {
        try optional(name) { (value) throws(Mismatch) in try value.elements(read) } ?? []
    }
}

extension JSONValue {
    func fields() throws(Mismatch) -> JSONFields {
        guard case .object(let object) = self else { throw Mismatch("Expected an object, found \(kind).") }
        return JSONFields(object: object)
    }

    func elements<Element>(_ read: (JSONValue) throws(Mismatch) -> Element) throws(Mismatch) -> [Element] {
        guard case .array(let values) = self else { throw Mismatch("Expected an array, found \(kind).") }
        var elements: [Element] = []
        elements.reserveCapacity(values.count)
        for (index, value) in values.enumerated() {
            do throws(Mismatch) { elements.append(try read(value)) } catch { throw error.within(.index(index)) }
        }
        return elements
    }
}
