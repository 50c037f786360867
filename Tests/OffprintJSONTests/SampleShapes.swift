import OffprintInterchange

/// What is wrong with the shape of a JSON text of a format that is not ours.
///
/// Written from the formats' descriptions, for the parts that we write; the formats' own schemas are not ours to
/// keep here.
struct ShapeCheck {
    private(set) var problems: [String] = []

    mutating func require(_ isRight: Bool, _ problem: @autoclosure () -> String) {
        if !isRight { problems.append(problem()) }
    }

    /// Members must be among the names, in their order, and none may be empty.
    mutating func members(of value: JSONValue, _ names: [String], at path: String) {
        guard let object = value.object else { return problems.append("\(path) is \(value.kind)") }
        var rest = names[...]
        for member in object.members {
            guard let place = rest.firstIndex(of: member.key) else {
                problems.append("\(path).\(member.key) is unknown or out of order")
                continue
            }
            rest = rest[(place + 1)...]
            let isEmpty =
                member.value.isNull || member.value.array?.isEmpty == true
                || (member.value.string?.isEmpty == true && member.key != "content_html")
            require(!isEmpty, "\(path).\(member.key) is empty")
        }
    }

    mutating func each(_ value: JSONValue?, at path: String, _ check: (inout ShapeCheck, JSONValue, String) -> Void) {
        guard let value else { return }
        guard let array = value.array else { return problems.append("\(path) is \(value.kind)") }
        for (index, element) in array.enumerated() { check(&self, element, "\(path)[\(index)]") }
    }

    mutating func address(_ value: JSONValue?, at path: String) {
        guard let value else { return }
        let text = value.string ?? ""
        require(["http://", "https://", "urn:", "tag:"].contains(where: text.hasPrefix), "\(path) is \(text)")
    }

    mutating func date(_ value: JSONValue?, at path: String) {
        guard let value else { return }
        let pattern = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)/
        require(value.string?.wholeMatch(of: pattern) != nil, "\(path) is \(value)")
    }
}

// MARK: - ninjs

extension ShapeCheck {
    private static let association = ["uri", "name", "type", "descriptions", "by", "renditions"]
    private static let object = [
        "uri", "type", "representationType", "firstCreated", "versionCreated", "embargoedUntil", "pubStatus", "urgency",
        "copyrightNotice", "edNote", "language", "descriptions", "bodies", "headlines", "people", "organisations",
        "places", "subjects", "events", "infoSources", "title", "by", "slugline", "located", "renditions",
        "associations",
        "altIds", "standard", "genres", "expires",
    ]

    static func ninjs(_ value: JSONValue) -> [String] {
        var check = ShapeCheck()
        check.members(of: value, object, at: "$")
        check.require(value["uri"] != nil, "the uri is missing")
        check.address(value["uri"], at: "$.uri")
        for name in ["firstCreated", "versionCreated", "embargoedUntil", "expires"] {
            check.date(value[name], at: "$.\(name)")
        }
        check.require(
            value["pubStatus"].map { ["usable", "withheld", "canceled"].contains($0.string) } ?? true,
            "the status is unknown"
        )
        check.require(value["urgency"].map { (1...9).contains($0.integer ?? 0) } ?? true, "the urgency is out of range")
        for name in ["descriptions", "headlines"] {
            check.each(value[name], at: name) { $0.members(of: $1, ["role", "contentType", "value"], at: $2) }
        }
        check.each(value["bodies"], at: "bodies") {
            $0.members(of: $1, ["role", "contentType", "charCount", "wordCount", "value"], at: $2)
        }
        for name in ["people", "organisations", "places", "subjects", "events"] {
            check.each(value[name], at: name) { check, concept, path in
                check.members(of: concept, ["name", "rel", "uri"], at: path)
                check.address(concept["uri"], at: path)
            }
        }
        check.each(value["infoSources"], at: "infoSources") { $0.members(of: $1, ["name", "role", "uri"], at: $2) }
        check.each(value["associations"], at: "associations") { check, one, path in
            check.members(of: one, association, at: path)
            check.require(one["uri"] != nil && one["name"] != nil, "\(path) has no uri or no name")
            check.each(one["renditions"], at: path) {
                $0.members(of: $1, ["name", "href", "width", "height"], at: $2)
                $0.address($1["href"], at: $2)
            }
        }
        return check.problems
    }
}

// MARK: - JSON Feed

extension ShapeCheck {
    private static let item = [
        "id", "url", "title", "content_html", "summary", "image", "date_published", "date_modified", "authors", "tags",
        "language", "_offprint",
    ]

    static func jsonFeed(_ value: JSONValue) -> [String] {
        var check = ShapeCheck()
        let members = value.object?.members.map(\.key) ?? []
        check.require(members.first == "version" && members.last == "items", "the order is \(members)")
        check.require(value["version"]?.string == "https://jsonfeed.org/version/1.1", "the version is another")
        check.require(value["title"]?.string != nil, "the title is missing")
        check.address(value["home_page_url"], at: "$.home_page_url")
        var names: Set<String> = []
        check.each(value["items"], at: "items") { check, one, path in
            check.members(of: one, item, at: path)
            check.require(names.insert(one["id"]?.string ?? "").inserted, "\(path).id stands twice or nowhere")
            check.require(one["content_html"]?.string != nil, "\(path) has no content")
            for name in ["url", "image"] { check.address(one[name], at: "\(path).\(name)") }
            for name in ["date_published", "date_modified"] { check.date(one[name], at: "\(path).\(name)") }
            check.each(one["authors"], at: path) { $0.members(of: $1, ["name", "url"], at: $2) }
        }
        return check.problems
    }
}

// MARK: - JSON-LD

extension ShapeCheck {
    private static let keys = [
        "@context", "@type", "url", "mainEntityOfPage", "identifier", "headline", "alternativeHeadline", "description",
        "inLanguage", "datePublished", "dateModified", "expires", "creativeWorkStatus", "conditionsOfAccess", "author",
        "creditText", "contributor", "publisher", "sourceOrganization", "genre", "articleSection", "keywords", "about",
        "contentLocation", "copyrightNotice", "isAccessibleForFree", "image", "associatedMedia", "video", "audio",
        "liveBlogUpdate", "articleBody",
    ]

    static func jsonLD(_ value: JSONValue) -> [String] {
        var check = ShapeCheck()
        check.members(of: value, keys, at: "$")
        check.require(value["@context"]?.string == "https://schema.org", "the context is another")
        check.require(value["@type"]?.string?.isEmpty == false, "the type is missing")
        check.address(value["url"], at: "$.url")
        for name in ["author", "contributor"] {
            check.each(value[name], at: name) { check, one, path in
                check.members(of: one, ["@type", "name", "jobTitle", "description", "url"], at: path)
                check.require(["Person", "Organization"].contains(one["@type"]?.string), "\(path) is no person")
            }
        }
        for name in ["image", "associatedMedia"] {
            check.each(value[name], at: name) { check, one, path in
                check.members(
                    of: one,
                    ["@type", "url", "caption", "description", "creditText", "width", "height"],
                    at: path
                )
                check.address(one["url"], at: path)
            }
        }
        check.each(value["liveBlogUpdate"], at: "liveBlogUpdate") {
            $0.members(of: $1, ["@type", "headline", "datePublished", "author", "articleBody"], at: $2)
        }
        return check.problems
    }
}
