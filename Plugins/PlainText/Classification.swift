import OffprintLanguage

extension TextLayout {
    /// Finds what each line is.
    ///
    /// The order matters: a rule looks only at lines that the ones before it left as paragraphs. Lines whose format
    /// says what they are have their roles already, and a format that names the headline leaves none to find.
    mutating func classify(in script: Script?, namesHeadline: Bool = false) {
        findRules()
        findMarkedHeadings(namesHeadline: namesHeadline)
        findQuotes()
        findTables()
        findPhotoLines()
        findHighlights()
        findLiveEntries()
        findInterview()
        findFurniture(in: script)
        findLists()
        findCopyLabels()
        findContacts()
        findBylines()
        findDateLines()
        findEndMarks()
        findSignOffs()
        findStanzas()
        if !namesHeadline, !roles.contains(.title) { findHeadlines() }
        findCrossheads()
        dropStrayRules()
    }

    /// Takes what a format says of lines, by their number in the source.
    mutating func take(_ known: [Int: LineRole]) {
        guard !known.isEmpty else { return }
        for index in lines.indices {
            if let role = known[Int(lines[index].number)] { roles[index] = role }
        }
    }

    /// Takes the first line for the headline where it repeats the one that the format names.
    mutating func takeTitle(_ title: String) {
        guard roles.first == .paragraph, lines[0].width <= HeadlineLimits.widest * 2, text(of: 0) == title else {
            return
        }
        roles[0] = .title
    }
}
