import OffprintModel

// How the values of metadata fields stand in native JSON; reading and writing side by side.

extension Timestamp: JSONConvertible {
    func write(to json: inout JSONWriter) { json.string(description) }

    init(reading value: JSONValue) throws(Mismatch) {
        let text = try String(reading: value)
        guard let timestamp = Timestamp(iso8601: text) else {
            throw Mismatch("\"\(text)\" is no date; write it as ISO 8601, such as 2024-05-06T10:00:00+02:00.")
        }
        self = timestamp
    }
}

extension Contributor: JSONConvertible {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("name", name)
            if kind != .unknown { json.field("kind", kind.rawValue) }
            json.field("role", role)
            json.field("url", url)
        }
    }

    init(reading value: JSONValue) throws(Mismatch) {
        let fields = try value.fields()
        self.init(
            try fields.required("name"),
            kind: try fields.optional("kind") ?? .unknown,
            role: try fields.optional("role"),
            url: try fields.optional("url")
        )
    }
}

extension Organization: JSONConvertible {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("name", name)
            json.field("url", url)
        }
    }

    init(reading value: JSONValue) throws(Mismatch) {
        let fields = try value.fields()
        self.init(try fields.required("name"), url: try fields.optional("url"))
    }
}

extension Identifier: JSONConvertible {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("scheme", scheme)
            json.field("value", self.value)
        }
    }

    init(reading value: JSONValue) throws(Mismatch) {
        let fields = try value.fields()
        self.init(try fields.required("value"), scheme: try fields.required("scheme"))
    }
}

extension Tag: JSONConvertible {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("name", name)
            if kind != .subject { json.field("kind", kind.rawValue) }
            json.field("uri", uri)
        }
    }

    init(reading value: JSONValue) throws(Mismatch) {
        let fields = try value.fields()
        self.init(
            try fields.required("name"),
            kind: try fields.optional("kind") ?? .subject,
            uri: try fields.optional("uri")
        )
    }
}

extension Picture: JSONConvertible {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.key("image")
            image.write(to: &json)
            json.field("caption", caption)
            json.field("credit", credit)
        }
    }

    init(reading value: JSONValue) throws(Mismatch) {
        let fields = try value.fields()
        self.init(
            try fields.required("image"),
            caption: try fields.optional("caption"),
            credit: try fields.optional("credit")
        )
    }
}

extension ImageReference: JSONConvertible {
    func write(to json: inout JSONWriter) { json.object { writeFields(to: &$0) } }

    /// Writes the fields alone, for a node that is an image itself.
    func writeFields(to json: inout JSONWriter) {
        json.field("url", url)
        json.field("resource", resource?.rawValue)
        json.field("alt", alternativeText)
        json.field("title", title)
        json.field("width", width)
        json.field("height", height)
    }

    init(reading value: JSONValue) throws(Mismatch) { try self.init(reading: try value.fields()) }

    init(reading fields: JSONFields) throws(Mismatch) {
        let resource: String? = try fields.optional("resource")
        self.init(
            url: try fields.optional("url"),
            resource: resource.map(Resource.ID.init(rawValue:)),
            alternativeText: try fields.optional("alt"),
            title: try fields.optional("title"),
            width: try fields.optional("width"),
            height: try fields.optional("height")
        )
    }
}

extension Math {
    func writeFields(to json: inout JSONWriter) {
        json.field("notation", notation.rawValue)
        json.field("source", source)
        json.field("alt", alternativeText)
    }

    init(reading fields: JSONFields) throws(Mismatch) {
        self.init(
            try fields.required("notation"),
            try fields.required("source"),
            alternativeText: try fields.optional("alt")
        )
    }
}

extension Claim where Value: JSONConvertible {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.key("value")
            value.write(to: &json)
            json.field("evidence", origin.evidence.rawValue)
            json.field("locator", origin.locator)
            json.field("line", origin.line)
            json.field("confidence", confidence.rawValue)
        }
    }

    init(reading value: JSONValue) throws(Mismatch) {
        let fields = try value.fields()
        self.init(
            try fields.required("value"),
            from: Origin(
                Evidence(rawValue: try fields.required("evidence")),
                at: try fields.optional("locator") ?? "",
                line: try fields.optional("line")
            ),
            confidence: try fields.optional("confidence") ?? .medium
        )
    }
}

extension Resource {
    /// Writes the resource; its key says its identifier, unless that differs.
    func write(to json: inout JSONWriter, key: String) {
        json.object(key) { json in
            if !id.rawValue.utf8.elementsEqual(key.utf8) { json.field("id", id.rawValue) }
            json.field("mediaType", mediaType)
            switch location {
            case .bytes(let bytes):
                json.key("bytes")
                json.base64(bytes)
            case .file(let path): json.field("path", path)
            case .remote(let url): json.field("url", url)
            }
        }
    }

    init(reading value: JSONValue, key: String) throws(Mismatch) {
        let fields = try value.fields()
        let location: Location
        if let text: String = try fields.optional("bytes") {
            guard let bytes = Base64.decode(text) else {
                throw Mismatch("The text is not base64 with padding.").within(.key("bytes"))
            }
            location = .bytes(bytes)
        } else if let path: String = try fields.optional("path") {
            location = .file(path: path)
        } else if let url: String = try fields.optional("url") {
            location = .remote(url: url)
        } else {
            throw Mismatch("A resource needs one of \"bytes\", \"path\" and \"url\".")
        }
        let id: String? = try fields.optional("id")
        self.init(id: ID(rawValue: id ?? key), mediaType: try fields.optional("mediaType"), location: location)
    }
}
