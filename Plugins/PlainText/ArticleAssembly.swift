import Offprint

extension TextLayout {
    /// Makes the article of a layout whose lines are classified; says what of the text is not in it.
    func article(reporting diagnostics: inout Diagnostics) -> Article {
        var article = Article()
        var index = 0
        while index < lines.count {
            let number = Int(lines[index].number)
            let origin = Origin(.textLayout, at: "line \(number)", line: number)
            switch roles[index] {
            case .title: article.metadata.title.add(text(of: index), from: origin)
            case .subtitle: article.metadata.subtitle.add(text(of: index), from: origin)
            case .byline: addByline(index, from: origin, to: &article.metadata)
            case .paragraph: article.body.append(.paragraph([.text(text(of: index))]))
            case .crosshead: article.body.append(.heading(level: 2, [.text(text(of: index))]))
            case .photo: article.body.append(figure(at: index))
            case .rule: article.body.append(.thematicBreak)
            case .item:
                let (list, next) = list(from: index)
                article.body.append(.list(list))
                index = next
                continue
            case .furniture(let furniture):
                diagnostics.note(
                    "furniture-dropped",
                    "Dropped \"\(text(of: index))\": \(furniture.rawValue).",
                    line: number
                )
            }
            index += 1
        }
        return article
    }

    private func addByline(_ index: Int, from origin: Origin, to metadata: inout Metadata) {
        let line = text(of: index)
        metadata.byline.add(line, from: origin)
        if let byline = Byline(line) {
            metadata.authors.add(byline.names.map { Contributor($0, kind: .person) }, from: origin)
        }
    }

    private func figure(at index: Int) -> Block {
        guard let parts = photoLine(at: index) else { return .paragraph([.text(text(of: index))]) }
        return .figure(Figure(caption: [.text(parts.caption)], credit: parts.credit))
    }

    /// The list that starts at a line, and the line after it.
    private func list(from start: Int) -> (list: ItemList, next: Int) {
        var (items, isTight) = ([ItemList.Item](), true)
        var next = start
        repeat {
            let content = mark(of: next)?.content ?? lines[next].range.lowerBound
            let text = String(decoding: bytes[content..<lines[next].range.upperBound], as: UTF8.self)
            items.append(ItemList.Item([.paragraph([.text(text)])]))
            if next > start, lines[next].followsBlank { isTight = false }
            next += 1
        } while next < lines.count && roles[next] == .item(opensList: false)
        var marker = ItemList.Marker.bullet
        if case .number(let first, _) = mark(of: start)?.mark { marker = .number(start: first) }
        return (ItemList(marker, isTight: isTight, items: items), next)
    }
}
