import Offprint
import OffprintInterchange
import OffprintMarkup

/// A mapping file while it is read: its values, and where in the file each stands.
///
/// It may hold one mapping, or an array of them. A key that means nothing is an error: it is a slip of the pen.
struct MappingFile {
    private let name: String
    private let bytes: [UInt8]

    init(_ bytes: [UInt8], name: String) {
        self.bytes = bytes
        self.name = name
    }

    /// Its mappings.
    ///
    /// - Throws: ``ConversionError`` with file, line and column where it says what no mapping can.
    func mappings() throws(ConversionError) -> [Mapping] {
        let value: JSONValue
        do throws(JSONError) { value = try JSONParser().parse(bytes) } catch {
            throw ConversionError(.invalidOption, "\(name):\(error.line ?? 1):\(error.column ?? 1): \(error.reason)")
        }
        guard let several = value.array else { return [try mapping(value, [])] }
        var mappings: [Mapping] = []
        for (index, value) in several.enumerated() { mappings.append(try mapping(value, [.index(index)])) }
        return mappings
    }

    private func fault(_ steps: [JSONStep], _ message: String) -> ConversionError {
        let (line, column) = JSONParser().place(of: steps, in: bytes)
        return ConversionError(.invalidOption, "\(name):\(line):\(column): \(message)")
    }

    // MARK: The parts

    private func mapping(_ value: JSONValue, _ steps: [JSONStep]) throws(ConversionError) -> Mapping {
        let known = ["name", "version", "namespaces", "match", "each", "fields", "body", "images"]
        let members = try object(value, steps, of: known)
        if let version = value["version"], version.integer != 1 {
            throw fault(steps + [.key("version")], "This reads mappings of version 1.")
        }
        let match = try match(members["match"] ?? .null, steps + [.key("match")])
        var mapping = Mapping(name: try text("name", of: members, steps) ?? name, match: match)
        for member in try object(members["namespaces"] ?? .object(JSONObject()), steps + [.key("namespaces")]).members {
            guard let name = member.value.string else {
                throw fault(steps + [.key("namespaces"), .key(member.key)], "A namespace is a string.")
            }
            mapping.namespaces.append((member.key, name))
        }
        if let each = try expression("each", of: members, steps) { mapping.each = each }
        mapping.fields = try fields(members["fields"] ?? .object(JSONObject()), steps + [.key("fields")])
        if let body = members["body"] { mapping.body = try self.body(body, steps + [.key("body")]) }
        if let images = members["images"] { mapping.images = try self.images(images, steps + [.key("images")]) }
        return mapping
    }

    private func match(_ value: JSONValue, _ steps: [JSONStep]) throws(ConversionError) -> Mapping.Match {
        let members = try object(value, steps, of: ["root", "ns", "has"])
        let root = try text("root", of: members, steps)
        let has = try expression("has", of: members, steps)
        guard root != nil || has != nil else {
            throw fault(steps, "A mapping says which documents it is for: give \"match\" a \"root\" or a \"has\".")
        }
        return Mapping.Match(root: root, namespace: try text("ns", of: members, steps), has: has)
    }

    private func fields(
        _ value: JSONValue,
        _ steps: [JSONStep]
    ) throws(ConversionError) -> [(field: Field, rule: Mapping.Rule)] {
        var fields: [(field: Field, rule: Mapping.Rule)] = []
        for member in try object(value, steps, of: Field.allCases.map(\.rawValue).filter { $0 != "images" }).members {
            guard let field = Field(rawValue: member.key) else { continue }
            let rules = member.value.array ?? [member.value]
            for (index, value) in rules.enumerated() {
                let place = steps + [.key(member.key)] + (member.value.array == nil ? [] : [.index(index)])
                fields.append((field, try rule(value, place)))
            }
        }
        return fields
    }

    /// A rule, or the expression alone.
    private func rule(_ value: JSONValue, _ steps: [JSONStep]) throws(ConversionError) -> Mapping.Rule {
        if let select = value.string { return Mapping.Rule(select: try checked(select, steps)) }
        let keys = ["select", "value", "split", "take", "strip", "map", "format", "zone", "content", "many"]
        let members = try object(value, steps, of: keys)
        var rule = Mapping.Rule(
            select: try expression("select", of: members, steps),
            value: try text("value", of: members, steps)
        )
        guard (rule.select == nil) != (rule.value == nil) else {
            throw fault(steps, "A rule has either a \"select\" or a \"value\".")
        }
        rule.split = try pattern("split", of: members, steps)
        rule.strip = try pattern("strip", of: members, steps)
        if let take = members["take"] {
            guard let number = take.integer, number != 0 else {
                throw fault(
                    steps + [.key("take")],
                    "\"take\" is the number of a part: from 1, or from the end with a minus."
                )
            }
            rule.take = number
        }
        if let many = members["many"] {
            guard let isMany = many.bool else { throw fault(steps + [.key("many")], "\"many\" is true or false.") }
            rule.isMany = isMany
        }
        for member in try object(members["map"] ?? .object(JSONObject()), steps + [.key("map")]).members {
            guard let text = member.value.string else {
                throw fault(steps + [.key("map"), .key(member.key)], "What a value means is a string.")
            }
            rule.map[member.key] = text
        }
        if let format = try text("format", of: members, steps) {
            guard let pattern = DatePattern(format) else {
                throw fault(
                    steps + [.key("format")],
                    "\"\(format)\" is no order of y, M, d, H, m, s and Z, such as yyyyMMdd."
                )
            }
            rule.format = pattern
        }
        if let zone = try text("zone", of: members, steps) {
            guard let known = Zone(zone) else {
                throw fault(
                    steps + [.key("zone")],
                    "The zone \"\(zone)\" is not known here: give an offset, such as +01:00."
                )
            }
            rule.zone = known
        }
        rule.isHTML = try choice("content", ["text", "html"], of: members, steps) == "html"
        return rule
    }

    private func body(_ value: JSONValue, _ steps: [JSONStep]) throws(ConversionError) -> Mapping.Body {
        if let select = value.string { return Mapping.Body(select: try checked(select, steps)) }
        let members = try object(value, steps, of: ["select", "content", "blocks", "unknown", "strip"])
        guard let select = try expression("select", of: members, steps) else {
            throw fault(steps, "The body needs a \"select\": where its text stands.")
        }
        var body = Mapping.Body(select: select)
        let contents = Mapping.Body.Content.allCases.map(\.rawValue)
        if let content = try choice("content", contents, of: members, steps) {
            body.content = Mapping.Body.Content(rawValue: content) ?? .html
        }
        body.strip = try pattern("strip", of: members, steps)
        let unknowns = Mapping.Unknown.allCases.map(\.rawValue)
        if let unknown = try choice("unknown", unknowns, of: members, steps) {
            body.unknown = Mapping.Unknown(rawValue: unknown) ?? .unwrap
        }
        for member in try object(members["blocks"] ?? .object(JSONObject()), steps + [.key("blocks")]).members {
            guard let word = member.value.string, let role = Mapping.BlockRole(word) else {
                throw fault(
                    steps + [.key("blocks"), .key(member.key)],
                    "An element may be \(Mapping.BlockRole.words.joined(separator: ", ")), heading:1 to heading:6."
                )
            }
            body.blocks[member.key] = role
        }
        return body
    }

    private func images(_ value: JSONValue, _ steps: [JSONStep]) throws(ConversionError) -> Mapping.Images {
        let members = try object(value, steps, of: ["each", "src", "caption", "credit", "alt"])
        guard let each = try expression("each", of: members, steps) else {
            throw fault(steps, "Images need an \"each\": the element of each.")
        }
        var images = Mapping.Images(each: each)
        if let rule = members["src"] { images.source = try self.rule(rule, steps + [.key("src")]) }
        if let rule = members["caption"] { images.caption = try self.rule(rule, steps + [.key("caption")]) }
        if let rule = members["credit"] { images.credit = try self.rule(rule, steps + [.key("credit")]) }
        if let rule = members["alt"] { images.alternativeText = try self.rule(rule, steps + [.key("alt")]) }
        return images
    }

    // MARK: Values

    private func object(
        _ value: JSONValue,
        _ steps: [JSONStep],
        of known: [String]? = nil
    ) throws(ConversionError) -> JSONObject {
        guard let object = value.object else { throw fault(steps, "Here an object is wanted, not \(value.kind).") }
        if let known, let stray = object.members.first(where: { !known.contains($0.key) }) {
            throw fault(
                steps + [.key(stray.key)],
                "\"\(stray.key)\" means nothing here. Known: \(known.joined(separator: ", "))."
            )
        }
        return object
    }

    private func text(_ key: String, of members: JSONObject, _ steps: [JSONStep]) throws(ConversionError) -> String? {
        guard let value = members[key], !value.isNull else { return nil }
        guard let text = value.string else {
            throw fault(steps + [.key(key)], "\"\(key)\" is a string, not \(value.kind).")
        }
        return text
    }

    private func choice(
        _ key: String,
        _ words: [String],
        of members: JSONObject,
        _ steps: [JSONStep]
    ) throws(ConversionError) -> String? {
        guard let word = try text(key, of: members, steps) else { return nil }
        guard words.contains(word) else {
            throw fault(steps + [.key(key)], "\"\(key)\" is \(words.joined(separator: ", ")), not \"\(word)\".")
        }
        return word
    }

    private func expression(
        _ key: String,
        of members: JSONObject,
        _ steps: [JSONStep]
    ) throws(ConversionError) -> String? {
        guard let text = try text(key, of: members, steps) else { return nil }
        return try checked(text, steps + [.key(key)])
    }

    private func checked(_ expression: String, _ steps: [JSONStep]) throws(ConversionError) -> String {
        guard let problem = XPathDocument.problem(in: expression) else { return expression }
        throw fault(steps, "\"\(expression)\" is no XPath 1.0: \(problem).")
    }

    private func pattern(
        _ key: String,
        of members: JSONObject,
        _ steps: [JSONStep]
    ) throws(ConversionError) -> Pattern? {
        guard let text = try text(key, of: members, steps) else { return nil }
        guard let pattern = Pattern(text) else {
            throw fault(steps + [.key(key)], "\"\(text)\" is no regular expression.")
        }
        guard !RepeatedGroups.areNested(in: text) else {
            throw fault(
                steps + [.key(key)],
                "\"\(text)\" may never end: a group that repeats without a bound holds another repetition."
            )
        }
        return pattern
    }
}

extension Mapping.BlockRole {
    /// What an element may be, but for headings.
    static let words = elements.map(\.word) + ParagraphRole.allCases.map(\.word) + ["note", "skip", "unwrap"]

    private static let elements: [(word: String, name: String)] = [
        ("list", "ul"), ("numbered-list", "ol"), ("item", "li"), ("quote", "blockquote"), ("table", "table"),
        ("row", "tr"), ("cell", "td"), ("header-cell", "th"), ("figure", "figure"), ("image", "img"),
        ("caption", "figcaption"), ("aside", "aside"), ("code", "pre"), ("rule", "hr"), ("emphasis", "em"),
        ("strong", "strong"), ("link", "a"), ("break", "br"), ("superscript", "sup"), ("subscript", "sub"),
    ]

    init?(_ word: String) {
        if let role = ParagraphRole.allCases.first(where: { $0.word == word }) {
            self = .paragraph(role)
        } else if let element = Self.elements.first(where: { $0.word == word }) {
            self = .element(element.name)
        } else if word.hasPrefix("heading:"), let level = Int(word.dropFirst(8)), (1...6).contains(level) {
            self = .heading(level)
        } else {
            switch word {
            case "note": self = .note
            case "skip": self = .skip
            case "unwrap": self = .unwrap
            default: return nil
            }
        }
    }
}

extension ParagraphRole {
    fileprivate var word: String { self == .body ? "paragraph" : rawValue }
}
