/// Tables (https://html.spec.whatwg.org/#parsing-main-intable and the next six).
extension HTMLParser {
    mutating func startTablePart(_ name: HTMLName, at start: Int) {
        guard name.kind != .table else { return startTable(name, at: start) }
        let table = open.index(of: .table)
        let island = max(open.index(of: .template), open.index(of: .noscript))
        if island > table {
            // Rows to be put into a table later.
            closeSameParts(as: name.kind, behind: island)
            return name.kind == .column ? insertVoid(name, at: start) : insert(name, at: start)
        }
        guard table >= 0 else { return ignoreTag() }
        switch name.kind {
        case .column:
            if open.current.name.kind != .columnGroup { closeElements(to: table + 1) }
            return insertVoid(name, at: start)
        case .row: closeElements(to: max(table, open.index(ofAny: .tbody, .thead, .tfoot)) + 1)
        case .cell:
            let row = open.index(of: .tr)
            if row > table {
                closeElements(to: row + 1)
            } else {
                closeElements(to: max(table, open.index(ofAny: .tbody, .thead, .tfoot)) + 1)
                openNode(HTMLName(.tr), at: start)
            }
        default: closeElements(to: table + 1)
        }
        insert(name, at: start)
    }

    private mutating func startTable(_ name: HTMLName, at start: Int) {
        let table = open.index(of: .table)
        // A table between the rows of another ends that.
        if table >= 0, table > open.index(ofAny: .td, .th, .caption, .template, .noscript) {
            closeElements(to: table)
        }
        closeParagraph()
        insert(name, at: start)
    }

    private mutating func closeSameParts(as kind: HTMLElementKind, behind island: Int) {
        let same =
            switch kind {
            case .cell: open.index(ofAny: .td, .th)
            case .row: open.index(of: .tr)
            case .rowGroup: open.index(ofAny: .tbody, .thead, .tfoot)
            default: -1
            }
        if same > island { closeElements(to: same) }
    }

    mutating func endTablePart(_ name: HTMLName) {
        let index = open.index(of: name)
        guard index >= 0, index >= open.index(ofAny: .table, .template, .noscript) else { return }
        closeElements(to: index)
    }
}
