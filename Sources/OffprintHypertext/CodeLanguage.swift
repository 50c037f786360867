import OffprintMarkup

/// The language of code, as classes and data attributes of the block, of what it holds and of the boxes around tell it.
enum CodeLanguage {
    static func of(pre: MarkupTree.NodeID, in tree: MarkupTree) -> String? {
        if let own = named(by: pre, in: tree) { return own }
        for inner in tree.descendants(of: pre).prefix(3) where tree.name(of: inner) == .code {
            if let language = named(by: inner, in: tree) { return language }
        }
        // Boxes around that hold nothing but the code and its numbers.
        let text = tree.textRange(of: pre)
        var box = tree.parent(of: pre)
        for _ in 0..<6 where box > 0 {
            let around = tree.textRange(of: box)
            guard around.count <= text.count + 40 + text.count / 8 else { return nil }
            if let language = named(by: box, in: tree) { return language }
            box = tree.parent(of: box)
        }
        return nil
    }

    private static func named(by node: MarkupTree.NodeID, in tree: MarkupTree) -> String? {
        let classes = tree.attribute(.class, of: node)?.split(whereSeparator: \.isWhitespace) ?? []
        for name in classes {
            // `highlight-source-x` before `highlight-x`.
            for prefix in ["language-", "lang-", "highlight-source-", "brush:", "src-"] where name.hasPrefix(prefix) {
                if let language = accepted(name.dropFirst(prefix.count)) { return language }
            }
        }
        for attribute in ["data-lang", "data-language", "data-enlighter-language", "data-code-language"] {
            if let language = tree.attribute(named: attribute, of: node).flatMap({ accepted($0[...]) }) {
                return language
            }
        }
        // Behind a word that announces code, the next class names its language.
        for (word, next) in zip(classes, classes.dropFirst()) {
            switch word {
            case "sourceCode", "hljs", "highlight", "src", "brush:", "prettyprint", "code-block":
                if let language = accepted(next), !modifiers.contains(language) { return language }
            default: continue
            }
        }
        return nil
    }

    /// Classes beside such a word that say how code is shown, not what it is.
    private static let modifiers: Set<String> = [
        "linenums", "numberLines", "wrap", "dark", "light", "copy", "hljs", "code", "block", "pre", "notranslate",
        "prettyprinted", "highlight", "collapse", "undefined", "nolang", "lineAnchors",
    ]

    /// A name that a language may have, without what follows it.
    private static func accepted(_ name: Substring) -> String? {
        let language = name.prefix { $0 != ";" && $0 != "{" && $0 != "," }
        guard let text = String(language).trimmed, text.utf8.count <= 32,
            text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x3C && $0 != 0x22 }),
            !["none", "undefined", "plain", "plaintext", "text", "nohighlight", "auto"].contains(text.lowercased())
        else { return nil }
        return text
    }
}
