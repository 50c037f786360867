import Foundation
import OffprintMarkup

/// Finds in what was written whatever a reader might run.
struct ActiveContent {
    /// What was found, in a few words each.
    private(set) var found: [String] = []
    /// Whether a frame that shows an address of the web may stand, as Markdown has it for an embed.
    var allowsFrames = false

    private static let forbidden: Set<String> = [
        "iframe", "frame", "object", "embed", "applet", "form", "input", "button", "textarea", "select", "base",
        "portal", "handler", "foreignobject", "animate", "set",
    ]
    private static let addressed: Set<String> = [
        "href", "src", "action", "formaction", "poster", "data", "cite", "background", "srcset", "longdesc",
        "ping", "manifest", "profile", "usemap", "resource", "about", "full-path",
    ]

    /// Whether following an address runs something.
    ///
    /// Browsers leave out white space and controls, and so does this.
    static func isActive(_ address: String) -> Bool {
        let visible = String(decoding: address.utf8.filter { $0 > 0x20 && $0 != 0x7F }, as: UTF8.self).lowercased()
        if visible.hasPrefix("data:") {
            // Words alone, or a picture of pixels.
            return !["image/png", "image/jpeg", "image/gif", "image/webp", "image/avif", ",", "text/plain"].contains {
                visible.dropFirst(5).hasPrefix($0)
            }
        }
        return ["javascript:", "vbscript:", "livescript:"].contains { visible.hasPrefix($0) }
    }

    /// Looks at a page or a piece of one, as a browser reads it.
    mutating func look(atHTML bytes: [UInt8]) throws {
        lookForScripts(in: bytes)
        look(at: try MarkupDocument(html: bytes).tree)
    }

    /// Looks at a document of XML.
    mutating func look(atXML bytes: [UInt8]) throws {
        lookForScripts(in: bytes)
        let document = try MarkupDocument(xml: bytes)
        for issue in document.issues { found.append("not well formed: \(issue)") }
        look(at: document.tree)
    }

    /// Our parser leaves scripts out, so the bytes are looked at: in text every `<` is escaped.
    private mutating func lookForScripts(in bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self).lowercased()
        let data = "<script type=\"application/ld+json\">"
        for part in text.replacingOccurrences(of: data, with: "").components(separatedBy: "<script").dropFirst() {
            found.append("<script\(part.prefix(40))")
        }
        for part in text.components(separatedBy: data).dropFirst() {
            look(atJSON: Array((part.components(separatedBy: "</script>").first ?? "").utf8))
        }
    }

    private mutating func look(at tree: MarkupTree) {
        for node in tree.all where !tree.isText(node) && node != tree.document {
            let name = tree.qualifiedName(of: node).local.lowercased()
            // What shows whether a task is done takes no input.
            let isTask = name == "input" && tree.hasAttribute(.disabled, on: node)
            if Self.forbidden.contains(name), !isTask, name != "iframe" || !allowsFrames { found.append("<\(name)>") }
            for attribute in tree.attributes(of: node) {
                let (key, value) = (attribute.name.local.lowercased(), attribute.value)
                let isHook = key.hasPrefix("on") || ["srcdoc", "style", "http-equiv"].contains(key)
                if isHook || Self.addressed.contains(key) && Self.isActive(value) {
                    found.append("\(key)=\"\(value)\"")
                }
            }
            // Drawings and formulas are kept from the parser of pages.
            if name == "svg" || name == "math", let content = tree.opaqueContent(of: node) {
                do { look(at: try MarkupDocument(xml: Array(content)).tree) } catch {
                    found.append("\(name): \(error)")
                }
            }
        }
    }

    /// Looks at JSON: no string of it may be an address that runs something.
    mutating func look(atJSON bytes: [UInt8]) {
        for line in bytes.first == UInt8(ascii: "{") ? lines(of: bytes) : [bytes] {
            guard let value = try? JSONSerialization.jsonObject(with: Data(line), options: [.fragmentsAllowed]) else {
                found.append("no JSON: \(String(decoding: line.prefix(80), as: UTF8.self))")
                continue
            }
            look(atValue: value, of: "")
        }
    }

    /// One line a value, or one value on many lines.
    private func lines(of bytes: [UInt8]) -> [[UInt8]] {
        if (try? JSONSerialization.jsonObject(with: Data(bytes))) != nil { return [bytes] }
        return bytes.split(separator: 0x0A).map(Array.init)
    }

    private mutating func look(atValue value: Any, of key: String) {
        if let object = value as? [String: Any] {
            // Words of pandoc's tree are words.
            if let kind = object["t"] as? String, ["Str", "Code", "CodeBlock", "Math"].contains(kind) { return }
            if let kind = object["t"] as? String, kind.hasPrefix("Raw"), let markup = (object["c"] as? [String])?.last {
                do { try look(atHTML: Array(markup.utf8)) } catch { found.append("\(kind): \(error)") }
            }
            // What a feed has of ours alone is native JSON, for programs.
            for (key, value) in object.sorted(by: { $0.key < $1.key }) where key != "_offprint" {
                look(atValue: value, of: key)
            }
        } else if let list = value as? [Any] {
            for value in list { look(atValue: value, of: key) }
        } else if let text = value as? String {
            if Self.isActive(text) { found.append("\(key): \(text.prefix(80))") }
            // What is markup by its key is read as markup.
            if key.lowercased().contains("html") { try? look(atHTML: Array(text.utf8)) }
        }
    }
}
