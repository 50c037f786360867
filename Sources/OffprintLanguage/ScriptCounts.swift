/// How many letters of each script a text has.
public struct ScriptCounts: Sendable, Hashable {
    private var counts = [Int](repeating: 0, count: Script.allCases.count)

    /// Counts the letters of a text in UTF-8.
    public init(of utf8: Span<UInt8>) {
        var index = 0
        var latin = 0
        defer { counts[Int(Script.latin.rawValue)] += latin }
        while index < utf8.count {
            let byte = utf8[index]
            if byte < 0x80 {
                if (0x61...0x7A).contains(byte | 0x20) { latin += 1 }
                index += 1
                continue
            }
            if let script = Script(of: utf8.nextCodePoint(&index)) { counts[Int(script.rawValue)] += 1 }
        }
    }

    /// How many letters of a script there are.
    public subscript(script: Script) -> Int { counts[Int(script.rawValue)] }

    /// How many letters there are.
    public var letters: Int { counts.reduce(0, +) }

    /// The script in which most of the text is written; `nil` where no script has more than half of it.
    ///
    /// An ideograph says as much as three letters and a syllable as two, or a few Latin names would outweigh a
    /// Chinese text. Kana and the ideographs beside them are one script here: kana where there are any to speak of.
    public var dominant: Script? {
        var weights = Script.allCases.map { script in
            switch script {
            case .han: self[script] * 3
            case .kana, .hangul: self[script] * 2
            default: self[script]
            }
        }
        let total = weights.reduce(0, +)
        let (han, kana, hangul) = (Int(Script.han.rawValue), Int(Script.kana.rawValue), Int(Script.hangul.rawValue))
        // Japanese has kana in every sentence; Chinese quotes a word of them now and then.
        let eastAsian = self[.han] + self[.kana]
        if self[.kana] * 10 >= eastAsian, self[.kana] > 0 {
            weights[kana] += weights[han]
            weights[han] = 0
        } else if self[.hangul] > self[.han] {
            weights[hangul] += weights[han]
            weights[han] = 0
        }
        guard let best = Script.allCases.max(by: { weights[Int($0.rawValue)] < weights[Int($1.rawValue)] }) else {
            return nil
        }
        return weights[Int(best.rawValue)] * 2 > total ? best : nil
    }
}
