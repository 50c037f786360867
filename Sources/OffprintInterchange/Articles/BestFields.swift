package import OffprintModel

// Metadata beside the article's own form: formats with a place for what they do not know carry it so.

extension ArticleJSON {
    /// Writes the best values of some fields, each under its name in native JSON, in the order of native JSON.
    package static func writeBest(_ fields: Set<Field>, of metadata: Metadata, to json: inout JSONWriter) {
        var writing = BestWriting(json: json, fields: fields)
        var copy = metadata
        copy.visitFields(&writing)
        json = writing.json
    }

    /// Adds to metadata the claims of an object that ``writeBest(_:of:to:)`` wrote.
    ///
    /// - Returns: The names of the members that hold no value of their field.
    package static func readBest(
        _ object: JSONObject,
        into metadata: inout Metadata,
        from origin: (Field) -> Origin
    ) -> [String] {
        withoutActuallyEscaping(origin) { origin in
            var reading = BestReading(object: object, origin: origin)
            metadata.visitFields(&reading)
            return reading.refused
        }
    }
}

private struct BestWriting: MetadataVisitor {
    var json: JSONWriter
    let fields: Set<Field>

    mutating func visit<Value: ClaimedValue & JSONConvertible>(_ field: Field, _ claims: inout Claims<Value>) {
        guard fields.contains(field), let best = claims.best else { return }
        json.key(field.rawValue)
        best.write(to: &json)
    }
}

private struct BestReading: MetadataVisitor {
    let object: JSONObject
    let origin: (Field) -> Origin
    var refused: [String] = []

    mutating func visit<Value: ClaimedValue & JSONConvertible>(_ field: Field, _ claims: inout Claims<Value>) {
        guard let value = object[field.rawValue], value != .null else { return }
        do throws(Mismatch) {
            claims.add(try Value(reading: value), from: origin(field))
        } catch {
            refused.append(field.rawValue)
        }
    }
}
