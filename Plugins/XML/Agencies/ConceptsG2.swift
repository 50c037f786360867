import Offprint
import OffprintHypertext
import OffprintMarkup

/// The names behind the codes of an item: its own assertions, its own catalog, and the topmost of the NewsCodes.
///
/// Nothing is fetched.
struct ConceptsG2 {
    private let source: XMLSource
    private let item: MarkupTree.NodeID
    private let language: String?
    /// The addresses of the schemes that the item declares, by alias.
    private var schemes: [String: String] = [:]
    /// The elements that assert something of a code or a literal.
    private var assertions: [String: MarkupTree.NodeID] = [:]

    init(_ source: XMLSource, _ item: MarkupTree.NodeID) {
        self.source = source
        self.item = item
        language = source.tree.inherited("lang", at: item).map { $0.lowercased() }
        for path: XMLPath in ["catalog/scheme", "//header/catalog/scheme"] {
            for scheme in source.find(path, from: item) {
                guard let alias = source.attribute("alias", of: scheme), let uri = source.attribute("uri", of: scheme)
                else { continue }
                schemes[alias] = uri
            }
        }
        for node in source.find("assert", from: item) {
            for key in ["qcode", "literal"] {
                if let value = source.attribute(key, of: node), assertions[value] == nil { assertions[value] = node }
            }
        }
    }

    /// The name of a concept, in the item's language if it is there; `nil` for one that has only a code.
    func name(of node: MarkupTree.NodeID) -> String? {
        if let own = nameElement(of: node) { return own }
        for key in ["qcode", "literal"] {
            if let value = source.attribute(key, of: node), let assertion = assertions[value],
                let name = nameElement(of: assertion)
            {
                return name
            }
        }
        return source.attribute("literal", of: node)
    }

    private func nameElement(of node: MarkupTree.NodeID) -> String? {
        let names = source.find("name", from: node)
        let own = names.first { name in
            source.tree.attribute(named: "lang", of: name).map { language?.hasPrefix($0.lowercased()) ?? false } ?? true
        }
        return (own ?? names.first).flatMap { source.text($0) } ?? names.lazy.compactMap { source.text($0) }.first
    }

    /// The name that the item's assertions or the NewsCodes have for a code.
    func known(_ code: String?) -> String? {
        guard let code else { return nil }
        if let assertion = assertions[code], let name = nameElement(of: assertion) { return name }
        let parts = code.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2, ["medtop", "subj"].contains(parts[0]) else { return nil }
        return Self.topics[parts[1]]
    }

    /// What tells a party that has no name: what stands behind the colon of its code, or the host of its address.
    func identity(of node: MarkupTree.NodeID) -> String? {
        if let code = source.attribute("qcode", of: node) { return code.codeTail }
        guard let uri = source.attribute("uri", of: node), let start = uri.firstRange(of: "://")?.upperBound else {
            return nil
        }
        let host = uri[start...].prefix { $0 != "/" }
        return host.hasPrefix("www.") ? String(host.dropFirst(4)) : String(host)
    }

    /// What a code says to a person: its name, or what stands behind its colon.
    func label(of code: String) -> String { known(code) ?? code.codeTail }

    /// The address of a concept where the item's catalog gives that of its scheme, else its code.
    func address(of node: MarkupTree.NodeID) -> String? {
        if let uri = source.attribute("uri", of: node) { return uri }
        guard let code = source.attribute("qcode", of: node) else { return nil }
        let parts = code.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2, let scheme = schemes[parts[0]] else { return code }
        return scheme + parts[1]
    }

    static func kind(of type: String?) -> Tag.Kind {
        switch type?.codeTail.lowercased() ?? "" {
        case "person": .person
        case "organisation", "organization": .organization
        case "geoarea", "poi", "city", "country": .place
        case "event": .event
        default: .subject
        }
    }

    /// The first level of the IPTC's subjects and media topics (https://cv.iptc.org/newscodes/mediatopic).
    private static let topics = [
        "01000000": "arts, culture, entertainment and media", "02000000": "crime, law and justice",
        "03000000": "disaster, accident and emergency incident", "04000000": "economy, business and finance",
        "05000000": "education", "06000000": "environment", "07000000": "health", "08000000": "human interest",
        "09000000": "labour", "10000000": "lifestyle and leisure", "11000000": "politics and government",
        "12000000": "religion", "13000000": "science and technology", "14000000": "society", "15000000": "sport",
        "16000000": "conflict, war and peace", "17000000": "weather",
    ]
}
