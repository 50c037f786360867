import OffprintModel

extension TextLayout {
    /// Finds the words of others that a mail repeats with `>` before them.
    mutating func findQuotes() {
        for index in lines.indices where lines[index].quoteDepth > 0 && roles[index] == .paragraph {
            roles[index] = .quote
        }
    }

    /// The quotation that starts at a line, and the line after it; those within it are nested.
    func quote(from start: Int) -> (blocks: [Block], next: Int) {
        var open: [[Block]] = [[]]
        var next = start
        while next < lines.count, roles[next] == .quote {
            // As deep as the model nests, and no deeper.
            let depth = min(Int(lines[next].quoteDepth), 16)
            while open.count > depth + 1 { close(&open) }
            while open.count <= depth { open.append([]) }
            open[open.count - 1].append(.paragraph([.text(text(of: next))]))
            next += 1
        }
        while open.count > 1 { close(&open) }
        return (open[0], next)
    }

    private func close(_ open: inout [[Block]]) {
        let blocks = open.removeLast()
        if !blocks.isEmpty { open[open.count - 1].append(.quote(blocks)) }
    }

    /// Whether a line says who wrote what is quoted under it: `On Monday, 3 March, Ann Lee wrote:`.
    func introducesQuote(_ index: Int) -> Bool {
        guard index + 1 < lines.count, lines[index + 1].quoteDepth > lines[index].quoteDepth, lines[index].width <= 160
        else { return false }
        guard bytes[lines[index].range].last == UInt8(ascii: ":") else { return false }
        let line = text(of: index)
        // "He wrote to me in May:" is a sentence of the text.
        return line.contains("@")
            || Self.writes(line)
                && (line.contains(where: \.isNumber) || DateWords.nameWeekday(line))
    }

    private static func writes(_ line: String) -> Bool {
        let line = line.lowercased()
        return verbs.contains { line.contains($0) }
    }

    /// What mail programs put after the writer's name.
    private static let verbs = [
        "wrote", "schrieb", "a écrit", "escribió", "escribio", "escreveu", "ha scritto", "schreef", "skrev", "napisał",
        "napsal", "napísal", "kirjoitti", "írta", "a scris", "yazdı", "έγραψε", "написал", "пишет", "писал", "написав",
        "כתב", "كتب", "nak napisao", "je napisao", "menulis", "đã viết", "写道", "写到", "寫道", "書きました", "작성", "เขียน",
    ]
}
