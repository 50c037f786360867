// A key and its value in one call. Where the value is `nil` nothing is written, not even the key.

extension JSONWriter {
    /// Writes a key and a string, or nothing.
    public mutating func field(_ name: String, _ text: String?) {
        guard let text else { return }
        key(name)
        string(text)
    }

    /// Writes a key and a whole number, or nothing.
    public mutating func field(_ name: String, _ number: Int?) {
        guard let number else { return }
        key(name)
        integer(number)
    }

    /// Writes a key and a truth value, or nothing.
    public mutating func field(_ name: String, _ value: Bool?) {
        guard let value else { return }
        key(name)
        bool(value)
    }

    /// Writes a key and an array of strings.
    public mutating func field(_ name: String, _ texts: [String]) {
        array(name, texts) { $0.string($1) }
    }

    /// Writes a key and what `write` writes.
    public mutating func field<Failure>(
        _ name: String,
        _ write: (inout JSONWriter) throws(Failure) -> Void
    ) throws(Failure) {
        key(name)
        try write(&self)
    }

    /// Writes an object whose fields `write` writes.
    public mutating func object<Failure>(_ write: (inout JSONWriter) throws(Failure) -> Void) throws(Failure) {
        beginObject()
        try write(&self)
        endObject()
    }

    /// Writes a key and an object whose fields `write` writes.
    public mutating func object<Failure>(
        _ name: String,
        _ write: (inout JSONWriter) throws(Failure) -> Void
    ) throws(Failure) {
        key(name)
        try object(write)
    }

    /// Writes an array, one value a call of `write`.
    public mutating func array<Element, Failure>(
        _ elements: some Sequence<Element>,
        _ write: (inout JSONWriter, Element) throws(Failure) -> Void
    ) throws(Failure) {
        beginArray()
        for element in elements { try write(&self, element) }
        endArray()
    }

    /// Writes a key and an array, one value a call of `write`.
    public mutating func array<Element, Failure>(
        _ name: String,
        _ elements: some Sequence<Element>,
        _ write: (inout JSONWriter, Element) throws(Failure) -> Void
    ) throws(Failure) {
        key(name)
        try array(elements, write)
    }

    /// Writes a key and an array of objects, whose fields `write` writes; nothing where there is none.
    public mutating func objects<Element>(
        _ name: String,
        _ elements: [Element],
        _ write: (inout JSONWriter, Element) -> Void
    ) {
        guard !elements.isEmpty else { return }
        array(name, elements) { json, element in json.object { write(&$0, element) } }
    }
}
