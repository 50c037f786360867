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

    init(of script: Script, among profiles: [LanguageProfile]) {
        self.script = script
        self.profiles = profiles
    }

    func identify(_ sample: Span<UInt8>) -> LanguageIdentification {
        var words = WordCounts(expecting: sample.count)
        let letters = count(sample, into: &words)
        let (scores, different) = tally(&words, letters)
        let order = scores.indices.sorted { (scores[$0], -$0) > (scores[$1], -$1) }
        let (best, next) = (order[0], order[1])
        let lead = scores[best] - max(0, scores[next])
        guard words.total >= Threshold.words, different[best] >= Threshold.differentWords,
            scores[best] >= (profiles[best].leastShare ?? Threshold.scorePerWord(in: script)) * Double(words.total),
            lead >= max(Threshold.lead, Threshold.leadOfScore * scores[best])
        else { return .undetermined }
        return LanguageIdentification(tag: profiles[best].tag, confidence: min(1, lead / scores[best] + 0.3))
    }

    // MARK: Counting

    /// Counts the words of a text, and gives its letters past ASCII, or all of a script past Latin, with how often
    /// each stands there.
    private func count(_ sample: Span<UInt8>, into words: inout WordCounts) -> [UInt32: Int] {
        // Arabic and Hebrew write "and" onto the next word.
        let and: UInt32? = script == .arabic ? 0x648 : script == .hebrew ? 0x5D5 : nil
        var letters: [UInt32: Int] = [:]
        var word = Word(and: and)
        var index = 0
        let isLatin = script == .latin
        while index < sample.count {
            let byte = sample[index]
            if byte < 0x80 {
                if (byte | 0x20) &- 0x61 < 26 {
                    word.append(lettersOf: sample, &index, areLetters: isLatin)
                    continue
                }
                index += 1
                if !word.isEmpty {
                    words.add(word)
                    word = Word(and: and)
                }
                continue
            }
            let point = sample.nextCodePoint(&index).lowercased
            if point.separatesWords {
                words.add(word)
                word = Word(and: and)
            } else if !point.isArabicMark {
                let isLetter = Script(of: point) == script
                word.append(point, isLetter: isLetter)
                if isLetter, point >= 0x80 { letters[point, default: 0] += 1 }
            }
        }
        words.add(word)
        return letters
    }

    // MARK: Scoring

    /// Looks the words of the text up among those of the languages.
    private func tally(_ words: inout WordCounts, _ letters: [UInt32: Int]) -> (scores: [Double], different: [Int]) {
        let known = HashedWords.of(script)
        if script == .arabic || script == .hebrew {
            words.mark { hash in known.contains(hash) }
            words.creditWordsBehindAnd()
        }
        var scores = [Double](repeating: 0, count: profiles.count)
        var different = [Int](repeating: 0, count: profiles.count)
        words.forEach { hash, count in
            known.forEach(of: hash) { word in
                scores[Int(word.profile)] += Double(count)
                if word.isLong { different[Int(word.profile)] += 1 }
            }
        }
        for (letter, count) in letters { weigh(letter, Double(count), &scores) }
        return (scores, different)
    }

    private func weigh(_ letter: UInt32, _ count: Double, _ scores: inout [Double]) {
        let owners = profiles.map { $0.letters.unicodeScalars.contains { $0.value == letter } }
        let number = owners.count { $0 }
        if number == 0 {
            // A letter that no language of the table has: none is likely.
            guard script == .latin else { return }
            for language in scores.indices { scores[language] -= Self.letterWeight / 2 * count }
        } else {
            // A letter that half of the languages have proves none of them.
            let bonus = number <= max(3, profiles.count / 6) ? Self.letterWeight : 0
            for language in scores.indices {
                scores[language] += (owners[language] ? bonus : -Self.letterWeight) * count
            }
        }
    }
}

/// The function words of the languages of a script by their hashes, made once a script is met.
private struct HashedWords: Sendable {
    struct Entry {
        let hash: UInt64
        /// The place of its language among those of the script.
        let profile: UInt16
        /// Whether it has more than a letter.
        let isLong: Bool
        /// The number of the next word that shares its slot; -1 behind the last.
        let next: Int32
    }

    private let words: [Entry]
    /// For each slot, the number of the first word whose hash leads there; -1 for none.
    private let first: [Int32]

    private static let slots = 8_192

    private static func slot(of hash: UInt64) -> Int { Int(truncatingIfNeeded: hash >> 20) & (slots - 1) }

    /// Calls `body` with a word as it stands in each language that has it.
    @inline(__always)
    func forEach(of hash: UInt64, _ body: (Entry) -> Void) {
        var index = first[Self.slot(of: hash)]
        while index >= 0 {
            let word = words[Int(index)]
            if word.hash == hash { body(word) }
            index = word.next
        }
    }

    func contains(_ hash: UInt64) -> Bool {
        var isFound = false
        forEach(of: hash) { _ in isFound = true }
        return isFound
    }

    private init(_ script: Script) {
        var words: [Entry] = []
        words.reserveCapacity(4_096)
        var first = [Int32](repeating: -1, count: Self.slots)
        for (profile, language) in LanguageProfile.profiles(for: script).enumerated() {
            let text = language.words.utf8.span
            var index = 0
            var hash = Word.seed
            var letters = 0
            func end() {
                guard letters > 0 else { return }
                let slot = Self.slot(of: hash)
                words.append(Entry(hash: hash, profile: UInt16(profile), isLong: letters > 1, next: first[slot]))
                first[slot] = Int32(words.count - 1)
                (hash, letters) = (Word.seed, 0)
            }
            while index < text.count {
                let point = text.nextCodePoint(&index)
                if point == 0x20 {
                    end()
                } else {
                    hash = Word.hash(hash, point)
                    letters += 1
                }
            }
            end()
        }
        self.words = words
        self.first = first
    }

    static func of(_ script: Script) -> HashedWords {
        switch script {
        case .latin: latin
        case .cyrillic: cyrillic
        case .arabic: arabic
        case .hebrew: hebrew
        case .devanagari: devanagari
        case .bengali: bengali
        case .ethiopic: ethiopic
        default: HashedWords(script)
        }
    }

    private static let latin = HashedWords(.latin)
    private static let cyrillic = HashedWords(.cyrillic)
    private static let arabic = HashedWords(.arabic)
    private static let hebrew = HashedWords(.hebrew)
    private static let devanagari = HashedWords(.devanagari)
    private static let bengali = HashedWords(.bengali)
    private static let ethiopic = HashedWords(.ethiopic)
}

/// The word being read: a hash of it, and one of what stands behind an "and" at its start.
private struct Word {
    /// FNV-1a over code points (http://www.isthe.com/chongo/tech/comp/fnv/).
    ///
    /// Words are short, and 64 bits tell them apart.
    static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

    static func hash(_ hash: UInt64, _ point: UInt32) -> UInt64 { (hash ^ UInt64(point)) &* 0x100_0000_01B3 }

    private static let longest = 14
    private let and: UInt32?
    private var length = 0
    private(set) var letters = 0
    private(set) var hash = Self.seed
    private var hashBehindAnd = Self.seed
    private var startsWithAnd = false

    init(and: UInt32?) { self.and = and }

    var isEmpty: Bool { length == 0 }

    @inline(__always)
    mutating func append(_ point: UInt32, isLetter: Bool) {
        if let and {
            if length == 0, point == and {
                startsWithAnd = true
            } else {
                hashBehindAnd = Self.hash(hashBehindAnd, point)
            }
        }
        hash = Self.hash(hash, point)
        length += 1
        if isLetter { letters += 1 }
    }

    /// Appends the run of ASCII letters at `index`, which moves past it.
    @inline(__always)
    mutating func append(lettersOf sample: Span<UInt8>, _ index: inout Int, areLetters: Bool) {
        if and != nil {
            append(UInt32(sample[index] | 0x20), isLetter: areLetters)
            index += 1
            return
        }
        let start = index
        var hash = hash
        while index < sample.count, (sample[index] | 0x20) &- 0x61 < 26 {
            hash = Self.hash(hash, UInt32(sample[index] | 0x20))
            index += 1
        }
        self.hash = hash
        length += index - start
        if areLetters { letters += index - start }
    }

    /// Whether it is short enough for a function word.
    var isShort: Bool { length <= Self.longest }
    /// The hash of what stands behind the "and".
    var behindAnd: UInt64? { startsWithAnd && length > 1 ? hashBehindAnd : nil }
}

/// How often each word of a text stands there.
private struct WordCounts {
    private struct Slot {
        var hash: UInt64 = 0
        var behindAnd: UInt64 = 0
        var count: Int32 = 0
        /// Whether it is a function word of some language.
        var isMarked = false
    }

    private var slots: [Slot]
    private var used = 0
    /// How many words the text has, the long ones included.
    private(set) var total = 0

    init(expecting bytes: Int) {
        var size = 256
        while size < bytes / 8, size < 4_096 { size *= 2 }
        slots = [Slot](repeating: Slot(), count: size)
    }

    mutating func add(_ word: Word) {
        guard word.letters > 0 else { return }
        total += 1
        guard word.isShort, let slot = find(word.hash) else { return }
        slots[slot].count += 1
        slots[slot].behindAnd = word.behindAnd ?? 0
    }

    /// Calls `body` with each word and how often it stands there.
    func forEach(_ body: (_ hash: UInt64, _ count: Int) -> Void) {
        for slot in slots where slot.count > 0 { body(slot.hash, Int(slot.count)) }
    }

    mutating func mark(where isKnown: (UInt64) -> Bool) {
        for slot in slots.indices where slots[slot].hash != 0 { slots[slot].isMarked = isKnown(slots[slot].hash) }
    }

    /// Counts what stands behind an "and" as words of their own, where the whole is no function word.
    mutating func creditWordsBehindAnd() {
        for index in slots.indices where slots[index].behindAnd != 0 && !slots[index].isMarked {
            if let slot = find(slots[index].behindAnd) { slots[slot].count += slots[index].count }
        }
    }

    private func place(of hash: UInt64) -> Int? {
        var slot = Int(truncatingIfNeeded: hash >> 20) & (slots.count - 1)
        while slots[slot].hash != 0 {
            if slots[slot].hash == hash { return slot }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    /// The slot of a word, which gets one where it has none; `nil` once the table is nearly full.
    private mutating func find(_ hash: UInt64) -> Int? {
        if let slot = place(of: hash) { return slot }
        guard used < slots.count * 3 / 4 else { return nil }
        var slot = Int(truncatingIfNeeded: hash >> 20) & (slots.count - 1)
        while slots[slot].hash != 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot].hash = hash
        used += 1
        return slot
    }
}
