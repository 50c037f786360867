import Offprint

extension Origin {
    /// Where the claims of samples come from.
    static let sample = Origin(.user, at: "sample")
}

extension Metadata {
    /// Metadata in which one field alone has a claim.
    static func sample(of field: Field) -> Metadata {
        var metadata = Metadata()
        let moment = Timestamp(iso8601: "2031-02-03T04:05:06Z")
        func claim(_ claims: WritableKeyPath<Metadata, Claims<String>>, _ text: String) {
            metadata[keyPath: claims].add(text, from: .sample)
        }
        func claim(_ claims: WritableKeyPath<Metadata, Claims<[String]>>, _ text: String) {
            metadata[keyPath: claims].add([text], from: .sample)
        }
        func claim(_ claims: WritableKeyPath<Metadata, Claims<Timestamp>>) {
            if let moment { metadata[keyPath: claims].add(moment, from: .sample) }
        }
        switch field {
        case .title: claim(\.title, "Bridge opens")
        case .subtitle: claim(\.subtitle, "Ferries go back")
        case .kicker: claim(\.kicker, "Traffic")
        case .authors: metadata.authors.add([Contributor("Ada Marsh", kind: .person)], from: .sample)
        case .byline: claim(\.byline, "By Ada Marsh in Port Sample")
        case .contributors: metadata.contributors.add([Contributor("Ben Field", role: "Photographer")], from: .sample)
        case .published: claim(\.published)
        case .modified: claim(\.modified)
        case .expires: claim(\.expires)
        case .embargo: claim(\.embargo)
        case .status: metadata.status.add(.canceled, from: .sample)
        case .language: claim(\.language, "sv")
        case .direction: metadata.direction.add(.rightToLeft, from: .sample)
        case .description: claim(\.description, "The bridge carries traffic again.")
        case .publisher: metadata.publisher.add(Organization("The Daily Sample"), from: .sample)
        case .agencies: metadata.agencies.add([Organization("Sample Wire")], from: .sample)
        case .url: claim(\.url, "https://sample.example/bridge")
        case .identifiers: metadata.identifiers.add([Identifier("4711", scheme: "guid")], from: .sample)
        case .tags: metadata.tags.add([Tag("bridges")], from: .sample)
        case .sections: claim(\.sections, "Local")
        case .kind: metadata.kind.add(.opinion, from: .sample)
        case .images:
            let image = ImageReference(url: "https://sample.example/bridge.jpg", alternativeText: "A bridge")
            metadata.images.add([Picture(image)], from: .sample)
        case .access: metadata.access.add(.paid, from: .sample)
        case .rights: claim(\.rights, "© The Daily Sample")
        case .places: claim(\.places, "Port Sample")
        case .notes: claim(\.notes, "Adds a quote.")
        case .slug: claim(\.slug, "bridge-open")
        case .priority: claim(\.priority, "4")
        }
        return metadata
    }
}
