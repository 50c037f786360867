import OffprintLanguage

extension TextLayout {
    /// Finds what each line is.
    ///
    /// The order matters: a rule looks only at lines that the ones before it left as paragraphs.
    mutating func classify(in script: Script?) {
        findRules()
        findPhotoLines()
        findFurniture(in: script)
        findLists()
        findBylines()
        findHeadlines()
        findCrossheads()
        dropStrayRules()
    }
}
