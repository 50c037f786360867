public import Offprint
import OffprintInterchange

/// Writes pandoc's own document tree, from which pandoc makes every format that it knows.
///
/// The version of the tree is 1.23, which pandoc 3 reads.
public struct PandocWriter: Writer {
    /// `pandoc`.
    public let format = Format.pandoc

    /// Creates the writer.
    public init() {}

    /// Writes the article as one document.
    public func write(_ request: WriteRequest, reporting diagnostics: inout Diagnostics) -> Rendition {
        var bytes: [UInt8] = []
        for entry in request.entries {
            var encoder = PandocEncoder(entry.article, diagnostics)
            encoder.document(entry.article)
            diagnostics = encoder.diagnostics
            bytes += encoder.json.bytes
        }
        return Rendition(bytes)
    }
}

/// The state of writing one document.
///
/// Its methods are in the files of the things that they write.
struct PandocEncoder {
    typealias Content = (inout PandocEncoder) -> Void

    var json = JSONWriter()
    var diagnostics: Diagnostics
    var notes: PandocNotes
    let resources: [Resource.ID: Resource]
    /// Whether a link is open, within which none may begin.
    var isInLink = false

    init(_ article: Article, _ diagnostics: Diagnostics) {
        self.diagnostics = diagnostics
        notes = PandocNotes(in: article.body)
        resources = article.resources
    }

    mutating func document(_ article: Article) {
        json.beginObject()
        json.array("pandoc-api-version", [1, 23, 1, 1]) { $0.integer($1) }
        json.key("meta")
        metadata(article)
        json.key("blocks")
        blocks(article.body, depth: 0)
        diagnostics.currentBlock = nil
        json.endObject()
        json.endLine()
    }

    // MARK: Nodes

    /// A node with its content.
    mutating func node(_ type: String, _ content: Content) {
        json.beginObject()
        json.field("t", type)
        json.key("c")
        content(&self)
        json.endObject()
    }

    /// A node whose content is an array.
    mutating func tuple(_ type: String, _ content: Content) {
        node(type) { encoder in
            encoder.json.beginArray()
            content(&encoder)
            encoder.json.endArray()
        }
    }

    /// A node that its name says all about.
    mutating func tag(_ type: String) {
        json.beginObject()
        json.field("t", type)
        json.endObject()
    }

    /// Classes and attributes: pandoc has a place for them on most nodes.
    mutating func attributes(_ classes: [String] = [], _ pairs: [(String, String)] = [], id: String = "") {
        json.beginArray()
        json.string(id)
        json.array(classes) { $0.string($1) }
        json.array(pairs) { json, pair in
            json.beginArray()
            json.string(pair.0)
            json.string(pair.1)
            json.endArray()
        }
        json.endArray()
    }

    mutating func array(_ content: Content) {
        json.beginArray()
        content(&self)
        json.endArray()
    }
}
