package import OffprintModel

/// What a body's plain text lacks of the body, block by block.
package enum TextLosses {
    /// Reports each kind of loss once a top-level block.
    package static func report(_ body: [Block], to diagnostics: inout Diagnostics) {
        for (index, block) in body.enumerated() {
            diagnostics.currentBlock = index
            var finder = Finder()
            CollectionOfOne(block).walk { inner, _ in finder.look(at: inner) }
            finder.report(to: &diagnostics)
        }
        diagnostics.currentBlock = nil
    }

    private struct Finder {
        private var custom: [String] = []
        private var losses: Set<Loss> = []

        private enum Loss: Int { case link, image, embed, formula }

        mutating func look(at block: Block) {
            block.inlines.forEach { look(at: $0) }
            switch block {
            case .embed(let embed):
                if embed.url != nil, embed.kind != .video, embed.kind != .audio { losses.insert(.embed) }
            case .math(let math): look(at: [.math(math)])
            case .custom(let node): custom.append(node.name)
            case .paragraph, .heading, .list, .quote, .pullQuote, .code, .table, .figure, .aside, .liveEntry,
                .definitionList, .thematicBreak, .footnote:
                break
            }
        }

        private mutating func look(at run: [Inline]) {
            run.walk { inline in
                switch inline {
                case .link: losses.insert(.link)
                case .image: losses.insert(.image)
                case .math(let math):
                    if math.notation == .mathML, math.alternativeText == nil { losses.insert(.formula) }
                case .custom(let node): custom.append(node.name)
                case .text, .emphasis, .strong, .strikethrough, .superscript, .subscript, .code, .lineBreak,
                    .footnoteReference, .quoted, .cite, .ruby, .span:
                    break
                }
            }
        }

        func report(to diagnostics: inout Diagnostics) {
            for name in custom {
                diagnostics.lose("custom-node", "Of the node \"\(name)\" only the fallback is carried.")
            }
            for loss in losses.sorted(by: { $0.rawValue < $1.rawValue }) {
                switch loss {
                case .link: diagnostics.lose("link-dropped", "The body is carried as plain text, without its links.")
                case .image: diagnostics.lose("image-dropped", "A picture within a line leaves only its words.")
                case .embed: diagnostics.lose("embed-dropped", "An embed leaves its words without its address.")
                case .formula: diagnostics.lose("formula-dropped", "A formula in MathML has no words to stand in.")
                }
            }
        }
    }
}
