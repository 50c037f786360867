package import OffprintModel

extension Metadata {
    /// The fields that anything claims.
    package var claimedFields: Set<Field> {
        var collector = ClaimedFields()
        var copy = self
        copy.visitFields(&collector)
        return collector.fields
    }
}

private struct ClaimedFields: MetadataVisitor {
    var fields: Set<Field> = []

    mutating func visit<Value: ClaimedValue & JSONConvertible>(_ field: Field, _ claims: inout Claims<Value>) {
        if !claims.isEmpty { fields.insert(field) }
    }
}

extension Diagnostics {
    /// Reports in one loss those of the fields that the article has and the format has no place for.
    package mutating func loseFields(_ fields: [Field], of metadata: Metadata, in format: String) {
        let claimed = metadata.claimedFields
        let lost = fields.filter(claimed.contains).map(\.rawValue)
        guard !lost.isEmpty else { return }
        lose("metadata-not-carried", "\(format) has no place for: \(lost.joined(separator: ", ")).")
    }
}
