package import Offprint
import OffprintEncoding
package import OffprintMarkup

extension Limits {
    /// The limits of the markup parser.
    package var forMarkup: MarkupDocument.Limits {
        MarkupDocument.Limits(
            depth: markupDepth,
            nodes: markupNodes,
            attributes: attributesPerElement,
            entityBytes: entityBytes
        )
    }
}

extension ConversionError {
    /// The error of a reader whose source the markup parser refused.
    package init(_ error: MarkupError, in source: Source) {
        let code: Code = error.code == .malformed ? .malformedSource : .limitExceeded
        self.init(code, "\"\(source.name)\": \(error.message)", line: error.line)
    }
}

extension MarkupDocument {
    /// Reports what a reader of the document should know about its source.
    package func report(to diagnostics: inout Diagnostics) {
        reportEncoding(to: &diagnostics)
        for issue in issues {
            switch issue {
            case .notWellFormed(let message, let line):
                diagnostics.warn(
                    "not-well-formed",
                    "The XML is not well-formed (\(message)); the rest was recovered.",
                    line: line
                )
            case .externalEntity(let name, let line):
                diagnostics.warn(
                    "entity-refused",
                    "The entity \(name) lies outside the document and was not opened.",
                    line: line
                )
            case .unknownEntity(let name, let line):
                diagnostics.warn(
                    "entity-unknown",
                    "Nothing declares the entity \(name); it stands as text.",
                    line: line
                )
            case .attributesLeftOut(let line):
                diagnostics.lose("attributes-left-out", "An element has more attributes than the limit.", line: line)
            }
        }
    }

    private func reportEncoding(to diagnostics: inout Diagnostics) {
        if repairs > 0 {
            let count = repairs == 1 ? "One sequence of bytes is" : "\(repairs) sequences of bytes are"
            diagnostics.warn("invalid-bytes", "\(count) no character in \(encoding); U+FFFD stands there.")
        }
        switch encodingEvidence {
        case .fallback, .statistics:
            diagnostics.note("encoding-assumed", "The document does not say its encoding; it was read as \(encoding).")
        case .valid:
            guard let declaredEncoding, let name = EncodingLabels.name(of: declaredEncoding), name != "utf-8",
                tree.textBytes.contains(where: { $0 >= 0x80 })
            else { return }
            diagnostics.note(
                "encoding-differs",
                "The document says \(declaredEncoding) and is in UTF-8; it was read as that."
            )
        case .byteOrderMark, .pattern, .declared: return
        }
    }
}
