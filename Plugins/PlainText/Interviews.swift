import OffprintModel

extension TextLayout {
    /// Finds the questions and answers of an interview: lines that open with the letters or words for them.
    ///
    /// Two questions and two answers at least: a letter with a colon may be anything.
    mutating func findInterview() {
        var turns: [(index: Int, role: ParagraphRole)] = []
        for index in lines.indices where roles[index] == .paragraph {
            if let role = turn(of: index) { turns.append((index, role)) }
        }
        guard turns.count(where: { $0.role == .question }) >= 2, turns.count(where: { $0.role == .answer }) >= 2 else {
            return
        }
        for turn in turns { roles[turn.index] = .turn(turn.role) }
    }

    /// What a line is by its opening: `Q: …` or `A: …`.
    func turn(of index: Int) -> ParagraphRole? {
        let start = bytes[lines[index].range].prefix(24)
        // The colon, or the last byte of the wide one.
        guard let colon = start.firstIndex(where: { $0 == 0x3A || $0 == 0x9A }) else { return nil }
        let opening = String(decoding: start[..<colon], as: UTF8.self).lowercased().trimmedOfSigns
        return Self.questions.contains(opening) ? .question : Self.answers.contains(opening) ? .answer : nil
    }

    private static let questions: Set<String> = [
        "q", "question", "frage", "f", "pregunta", "p", "pergunta", "domanda", "d", "vraag", "v", "fråga", "spørsmål",
        "spørgsmål", "pytanie", "otázka", "вопрос", "в", "питання", "soru", "س", "سؤال", "ש", "שאלה", "问", "問", "문",
        "질문", "ถาม",
    ]
    private static let answers: Set<String> = [
        "a", "answer", "antwort", "respuesta", "r", "réponse", "resposta", "risposta", "antwoord", "svar", "odpowiedź",
        "odpověď", "ответ", "о", "відповідь", "cevap", "ج", "جواب", "ת", "תשובה", "答", "답", "답변", "ตอบ",
    ]
}
