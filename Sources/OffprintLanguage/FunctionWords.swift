/// Tells the languages of one script apart by function words and by the letters that only some of them have.
///
/// A hit counts 1. A letter that few of the languages have speaks for those that do, and any letter speaks against
/// those whose alphabet lacks it. The best language must be clearly ahead of the next.
struct FunctionWords {
    /// What a language needs to be named.
    private enum Threshold {
        static let words = 4
        /// How many different words of more than a letter: those of one letter also come from codes and tables.
        static let differentWords = 2
        static let lead = 1.0
        static let leadOfScore = 0.1

        /// The score a word.
        ///
        /// Running text in Latin letters has 0.3 to 0.5 in its own language, and under 0.1 in an unrelated one.
        /// Semitic languages write many function words onto the next, and their scripts have few others to mistake.
        static func scorePerWord(in script: Script) -> Double { script == .latin || script == .cyrillic ? 0.15 : 0.05 }
    }

    private static let letterWeight = 0.3

    private let script: Script
    private let profiles: [LanguageProfile]
    /// For each function word, the languages that have it.
    private let words: [String: [Int]]
    /// For each letter beyond the script's common ones, what it says of each language.
    private let letters: [UInt32: [Double]]

    init(of script: Script, among profiles: [LanguageProfile]) {
        self = Self.built[script] ?? Self(building: script, profiles)
    }

    private init(building script: Script, _ profiles: [LanguageProfile]) {
        var words: [String: [Int]] = [:]
        var owners: [UInt32: Set<Int>] = [:]
        for (index, profile) in profiles.enumerated() {
            for word in Set(profile.words.split(separator: " ")) { words[String(word), default: []].append(index) }
            for letter in profile.letters.unicodeScalars { owners[letter.value, default: []].insert(index) }
        }
        self.script = script
        self.profiles = profiles
        self.words = words
        letters = owners.mapValues { owners in
            // A letter that half of the languages have proves none of them.
            let bonus = owners.count <= max(3, profiles.count / 6) ? Self.letterWeight : 0
            return profiles.indices.map { owners.contains($0) ? bonus : -Self.letterWeight }
        }
    }

    /// The tables of the scripts that several languages share, made once.
    private static let built: [Script: FunctionWords] = Dictionary(
        uniqueKeysWithValues: Script.allCases.compactMap { script in
            let profiles = LanguageProfile.profiles(for: script)
            return profiles.count > 1 ? (script, FunctionWords(building: script, profiles)) : nil
        }
    )

    func identify(_ sample: Span<UInt8>) -> LanguageIdentification {
        let (scores, different, count) = tally(sample)
        let order = scores.indices.sorted { (scores[$0], -$0) > (scores[$1], -$1) }
        let (best, next) = (order[0], order[1])
        let lead = scores[best] - max(0, scores[next])
        guard count >= Threshold.words, different[best].count >= Threshold.differentWords,
            scores[best] >= Threshold.scorePerWord(in: script) * Double(count),
            lead >= max(Threshold.lead, Threshold.leadOfScore * scores[best])
        else { return .undetermined }
        return LanguageIdentification(tag: profiles[best].tag, confidence: min(1, lead / scores[best] + 0.3))
    }

    private func tally(_ sample: Span<UInt8>) -> (scores: [Double], different: [Set<String>], words: Int) {
        var scores = [Double](repeating: 0, count: profiles.count)
        var different = [Set<String>](repeating: [], count: profiles.count)
        var count = 0
        var word = WordBuffer()
        func close() {
            guard word.letters > 0 else { return word.clear() }
            count += 1
            for index in languages(of: word) {
                scores[index] += 1
                if word.letters > 1, different[index].count < Threshold.differentWords, let text = word.text {
                    different[index].insert(text)
                }
            }
            word.clear()
        }
        var index = 0
        while index < sample.count {
            let point = sample.nextCodePoint(&index).lowercased
            if point.separatesWords {
                close()
            } else if !point.isArabicMark {
                let isLetter = Script(of: point) == script
                word.append(point, isLetter: isLetter)
                if isLetter, let says = letters[point] {
                    for language in says.indices { scores[language] += says[language] }
                } else if isLetter, point >= 0x80, script == .latin {
                    // A letter that no language of the table has: none is likely.
                    for language in scores.indices { scores[language] -= Self.letterWeight / 2 }
                }
            }
        }
        close()
        return (scores, different, count)
    }

    private func languages(of word: WordBuffer) -> [Int] {
        guard let text = word.text else { return [] }
        if let found = words[text] { return found }
        // Arabic and Hebrew write "and" onto the next word.
        let and: Unicode.Scalar? = script == .arabic ? "و" : script == .hebrew ? "ו" : nil
        guard let and, text.unicodeScalars.first == and else { return [] }
        return words[String(text.unicodeScalars.dropFirst())] ?? []
    }
}

/// The word being read; one that is too long for a function word keeps only its count of letters.
private struct WordBuffer {
    private static let longest = 14
    private var scalars = String.UnicodeScalarView()
    private var length = 0
    private(set) var letters = 0

    mutating func append(_ point: UInt32, isLetter: Bool) {
        length += 1
        if isLetter { letters += 1 }
        if length <= Self.longest, let scalar = Unicode.Scalar(point) { scalars.append(scalar) }
    }

    mutating func clear() {
        scalars.removeAll(keepingCapacity: true)
        (length, letters) = (0, 0)
    }

    var text: String? { length <= Self.longest ? String(scalars) : nil }
}
