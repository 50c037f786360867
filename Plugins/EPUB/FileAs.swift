/// The form of a person's name by which a shelf is sorted.
enum FileAs {
    /// `Ann Lee` as `Lee, Ann`; names of one word, and those with a comma already, as they are.
    ///
    /// What is written small before the last word belongs to the surname: `von der Leyen, Ursula`.
    static func name(_ name: String) -> String {
        let words = name.split(separator: " ")
        guard words.count > 1, !name.contains(",") else { return name }
        var start = words.count - 1
        while start > 1, words[start - 1].unicodeScalars.first?.properties.isLowercase == true { start -= 1 }
        return words[start...].joined(separator: " ") + ", " + words[..<start].joined(separator: " ")
    }
}
