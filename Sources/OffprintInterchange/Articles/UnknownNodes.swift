import OffprintModel

// A node of a type that this model does not know becomes a custom node: its type is the name, its JSON the data, but
// for a fallback, which is read as nodes. Written again, it is what it was.

extension Custom {
    /// Creates a custom node from a node of an unknown type, without its fallback.
    init(unknown object: JSONObject, name: String) {
        let members = object.hasFallback ? object.members.filter { $0.key != "fallback" } : object.members
        self.init(name: name, data: JSONObject(members).canonicalText)
    }

    /// The members to write where this node came from one of a type unknown to the model, and reading them gives it
    /// again.
    ///
    /// `nil` for any other.
    func passedThrough<Known: RawRepresentable<String>>(past known: Known.Type) -> JSONObject? {
        guard Known(rawValue: name) == nil, let object = JSONObject(canonical: data), object["type"] == .string(name)
        else { return nil }
        // A fallback of its own beside this one would be read in its place.
        let keepsFallback = object["fallback"] == nil || (fallback.isEmpty && !object.hasFallback)
        return keepsFallback ? object : nil
    }
}

extension JSONObject {
    /// Whether there is a fallback to read as nodes.
    var hasFallback: Bool { self["fallback"]?.array?.isEmpty == false }

    /// Creates the object that `text` stands for, if it is written exactly as this module writes objects, so that
    /// nothing of the text is lost.
    init?(canonical text: String) {
        let parser = JSONParser(maximumDepth: ArticleJSON.maximumDataDepth)
        guard text.utf8.first == 0x7B, let value = try? parser.parse(Array(text.utf8)), let object = value.object,
            object.canonicalBytes.elementsEqual(text.utf8)
        else { return nil }
        self = object
    }

    /// The object in one line.
    var canonicalText: String { String(decoding: canonicalBytes, as: UTF8.self) }

    private var canonicalBytes: [UInt8] {
        var json = JSONWriter()
        json.value(.object(self))
        return json.bytes
    }
}
