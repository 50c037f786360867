import Offprint
import OffprintXHTML

/// Writes one article: the bytes so far, and where in the document they stand.
///
/// The cursor is always at the end of `out`, at the column where content goes. A block writes itself and leaves the
/// cursor behind its last character; whoever writes the next one separates them.
struct Composer {
    let dialect: Dialect
    let resources: [Resource.ID: Resource]
    var out: [UInt8] = []
    /// What begins each line: the marks of quotes and the indents of list items.
    var prefix: [UInt8] = []
    var losses = Losses()
    var notes = Notes()
    var run = Run()
    /// Whether the bullets of the list around the cursor are asterisks; `nil` where there are none.
    var isStarred: Bool?
    /// The language and direction of the text around the cursor.
    var language: String?
    var direction: Direction?

    init(_ dialect: Dialect, _ article: Article) {
        self.dialect = dialect
        resources = article.resources
        language = article.metadata.language.best
        direction = article.metadata.direction.best
    }

    // MARK: Lines

    mutating func write(_ text: String) { out.append(contentsOf: text.utf8) }

    /// Goes to the next line.
    mutating func newLine() {
        out.append(.newline)
        out.append(contentsOf: prefix)
    }

    /// Ends the line and leaves a blank one, without spaces at its end.
    mutating func blankLine() {
        out.append(.newline)
        var end = prefix.count
        while end > 0, prefix[end - 1] == .blank { end -= 1 }
        out.append(contentsOf: prefix[..<end])
        newLine()
    }

    /// Writes what `body` writes with a longer prefix on the lines behind the first.
    mutating func indented(_ marks: [UInt8], _ body: (inout Composer) -> Bool) -> Bool {
        let outer = prefix.count
        prefix.append(contentsOf: marks)
        let wrote = body(&self)
        prefix.removeLast(prefix.count - outer)
        return wrote
    }

    // MARK: The document

    mutating func document(_ article: Article) {
        notes.define(in: article.body, dialect)
        let start = out.count
        if start > 0 { blankLine() }
        var isEmpty = true
        // A heading that says the title once more stands for it.
        if dialect.hasTitle, !article.repeatsTitle, let title = article.metadata.title.best {
            let mark = out.count
            write("# ")
            if inlines([.text(title)], .heading) { isEmpty = false } else { out.removeLast(out.count - mark) }
        }
        if !isEmpty { blankLine() }
        let mark = out.count
        if blocks(article.body, depth: 0) {
            isEmpty = false
        } else {
            out.removeLast(out.count - mark)
        }
        losses.block = nil
        footnotes(isFirst: isEmpty)
        while let last = out.last, last == .newline || last == .blank { out.removeLast() }
        if !out.isEmpty { out.append(.newline) }
    }
}
