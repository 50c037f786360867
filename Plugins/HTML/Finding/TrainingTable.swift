import Offprint
import OffprintMarkup

/// A page as the training of the content model sees it: its passages with their features, and its elements with the words
/// of their classes.
package enum TrainingTable {
    /// The names of the features, in the order of their columns.
    package static var columns: [String] { PassageFeature.allCases.map { "\($0)" } }

    /// The lines of a page: `E` element, parent, name, words; `U` element, features, text.
    package static func lines(ofPage bytes: [UInt8]) throws -> String {
        let tree = try MarkupDocument(html: bytes).tree
        var metadata = Metadata()
        var diagnostics = Diagnostics()
        let claims = PageClaims(tree, address: nil, to: &metadata, reporting: &diagnostics)
        let passages = Passages(of: tree, headline: claims.headline)
        let features = PassageFeatures(passages, claims: claims, of: metadata)
        var lines = ""
        for node in passages.body..<tree.end(of: passages.body) where !tree.isText(node) {
            let words = words(tree.attributeBytes(.class, of: node)) + words(tree.attributeBytes(.id, of: node))
            lines += "E\t\(node)\t\(tree.parent(of: node))\t\(tree.qualifiedName(of: node).local)\t"
            lines += words.joined(separator: " ") + "\n"
        }
        for (index, passage) in passages.all.enumerated() {
            let row = features.values[index * PassageFeature.count..<(index + 1) * PassageFeature.count]
            let containers = features.containers(of: index).map(String.init).joined(separator: ",")
            let text = String(decoding: tree.textBytes[passage.bytes], as: UTF8.self)
                .split(whereSeparator: \.isWhitespace).joined(separator: " ")
            lines += "U\t\(passage.holder)\t\(containers)\t\(features.measures[index].kind)\t"
            lines += row.map(String.init).joined(separator: ",") + "\t" + text + "\n"
        }
        return lines
    }

    private static func words(_ bytes: ArraySlice<UInt8>?) -> [String] {
        var words: [String] = []
        var word = ""
        var wasLower = false
        for byte in bytes ?? [] {
            let lower = byte | 0x20
            let isLetter = lower >= 0x61 && lower <= 0x7A
            let isUpper = isLetter && byte & 0x20 == 0
            if !isLetter || (isUpper && wasLower) {
                if word.utf8.count > 1 { words.append(word) }
                word = ""
            }
            if isLetter { word.unicodeScalars.append(Unicode.Scalar(lower)) }
            wasLower = isLetter && !isUpper
        }
        if word.utf8.count > 1 { words.append(word) }
        return words
    }
}
