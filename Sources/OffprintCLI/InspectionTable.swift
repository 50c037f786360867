import Offprint

/// What a reader found, for a person.
struct InspectionTable {
    /// How many columns there are; `nil` for as many as it takes.
    let width: Int?
    let style: Style

    func text(_ label: String, _ format: Format.ID, _ articles: [Article], _ diagnostics: Diagnostics) -> String {
        var lines = [
            "\(style.paint(label.printable, .bold))  \(format), "
                + (articles.count == 1 ? "1 article" : "\(articles.count) articles")
        ]
        for (index, article) in articles.enumerated() {
            lines.append("")
            if articles.count > 1 { lines.append(style.paint("Article \(index + 1)", .bold)) }
            lines += table(of: InspectedField.all(of: article.metadata))
            lines.append("")
            lines += outline(of: article.body)
        }
        if !diagnostics.all.isEmpty {
            lines.append("")
            lines += diagnostics.all.map(line)
            if diagnostics.omitted > 0 { lines.append("and \(diagnostics.omitted) more") }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    // MARK: Metadata

    private func table(of fields: [InspectedField]) -> [String] {
        guard !fields.isEmpty else { return ["No metadata."] }
        let lines = fields.flatMap(\.lines)
        let nameWidth = fields.map(\.name.utf8.count).max() ?? 0
        let trustWidth = "medium".utf8.count
        let origins = lines.map { origin($0.origin).columns }.max() ?? 0
        var (valueWidth, originWidth) = (fields.flatMap(columns).max() ?? 0, origins)
        if let width {
            // The origin may have two fifths of what the value does not need.
            let room = max(20, width - nameWidth - trustWidth - 6)
            originWidth = min(origins, max(room * 2 / 5, room - valueWidth))
            valueWidth = min(valueWidth, room - originWidth)
        }
        return fields.flatMap { field in
            field.lines.enumerated().map { index, claim in
                let name = (index == 0 ? field.name : "").padded(to: nameWidth)
                let value = (index == 0 ? "" : "· ") + claim.value.printable
                let cells = [
                    style.paint(name, .bold),
                    style.paint(value.shortened(to: valueWidth).padded(to: valueWidth), index == 0 ? nil : .dim),
                    style.paint(claim.confidence.rawValue.padded(to: trustWidth), ink(claim.confidence)),
                    style.paint(origin(claim.origin).shortened(to: originWidth), .dim),
                ]
                return cells.joined(separator: "  ")
            }
        }
    }

    /// How wide the values of a field are; all but the best have a mark before them.
    private func columns(of field: InspectedField) -> [Int] {
        field.lines.enumerated().map { index, claim in claim.value.printable.columns + (index == 0 ? 0 : 2) }
    }

    private func origin(_ origin: Origin) -> String {
        var text = origin.evidence.rawValue
        if !origin.locator.isEmpty { text += " " + origin.locator }
        // A locator in a text is the line itself.
        if let line = origin.line, origin.locator != "line \(line)" { text += " (line \(line))" }
        return text.printable
    }

    private func ink(_ confidence: Confidence) -> Style.Ink? {
        switch confidence {
        case .high: .cyan
        case .medium: nil
        case .low: .yellow
        }
    }

    // MARK: Body and diagnostics

    private func outline(of body: [Block]) -> [String] {
        let outline = Outline(of: body)
        return [style.paint("Body", .bold) + "  \(outline.summary)"]
            + outline.headings.map { heading in
                let indent = String(repeating: "  ", count: max(1, heading.level))
                let text = "\(indent)h\(heading.level) \(heading.text.printable)"
                return width.map { text.shortened(to: $0) } ?? text
            }
    }

    private func line(_ diagnostic: Diagnostic) -> String {
        let ink: Style.Ink =
            switch diagnostic.severity {
            case .note, .approximation: .cyan
            case .warning: .yellow
            case .loss: .magenta
            case .error: .red
            }
        let place = diagnostic.line.map { "line \($0): " } ?? ""
        let code = diagnostic.code.rawValue.printable
        return place + style.paint(diagnostic.severity.rawValue, ink) + "[\(code)]: \(diagnostic.message.printable)"
    }
}
