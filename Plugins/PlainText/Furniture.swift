import OffprintLanguage

/// What a page has around an article, and its text still shows.
enum Furniture: String {
    case typeSize = "a control for the size of type"
    case share = "a button for sharing or printing"
    case advertisement = "the label of an advertisement"
    case foreignWord = "a single word in another script after the text"
    case strayRule = "a rule that parts nothing"
    case endMark = "an end mark"
    case continued = "a mark that the copy goes on"
    case signature = "the signature of a mail"
    case service = "a line of service of a newsletter"
    case signOff = "the initials of the desk"
    case mark = "a mark of the format"
}

extension TextLayout {
    /// Finds the lines that belong to the page and not to the article.
    ///
    /// Share buttons stand over and under the body: within it, `Telegram` may well be a crosshead. Where there is no
    /// body nothing is dropped, for then the short lines are all there is.
    mutating func findFurniture(in script: Script?) {
        guard let body = firstBodyLine() else { return }
        for index in lines.indices where roles[index] == .paragraph && lines[index].width <= 60 {
            let line = bytes[lines[index].range]
            if line.contains(UInt8(ascii: "+")), Self.isTypeSizeControl(text(of: index)) {
                roles[index] = .furniture(.typeSize)
            } else if FurnitureLexicon.mayOpenAdvertisement(bytes.span.extracting(lines[index].range).firstCodePoint),
                FurnitureLexicon.isAdvertisementLabel(text(of: index))
            {
                roles[index] = .furniture(.advertisement)
            } else if index < min(body, Self.linesAtTop), FurnitureLexicon.isShareRow(text(of: index)) {
                roles[index] = .furniture(.share)
            }
        }
        findTrailingFurniture(after: body, in: script)
    }

    /// How many lines are looked at for buttons and bylines over the body.
    static let linesAtTop = 64

    private mutating func findTrailingFurniture(after body: Int, in script: Script?) {
        var isLast = true
        for index in lines.indices.reversed() where index > body {
            switch roles[index] {
            case .furniture, .rule, .note, .rights: continue
            case .title, .subtitle, .byline, .affiliation, .date, .photo, .crosshead, .markedHeading, .item, .row,
                .quote, .verse, .turn,
                .entry,
                .highlight, .slug, .label:
                return
            case .paragraph: break
            }
            guard lines[index].width <= 60 else { return }
            if FurnitureLexicon.isShareRow(text(of: index)) {
                roles[index] = .furniture(.share)
            } else if isLast, let script, isForeignWord(index, in: script) {
                roles[index] = .furniture(.foreignWord)
            } else {
                return
            }
            isLast = false
        }
    }

    /// Whether a line is one word of another script than the text's; the name of an agency is a sign-off.
    private func isForeignWord(_ index: Int, in script: Script) -> Bool {
        let text = text(of: index)
        guard lines[index].width <= 20, !text.utf8.contains(0x20), !closesSentence(index),
            !PhotoCredits.isKnown(text), let own = scripts(of: index).dominant
        else { return false }
        // Japanese is written in both.
        return own != script && !(own == .han && script == .kana)
    }

    /// Whether a line is a control such as `A+ A-`: one letter, at most two, with a plus and with a minus.
    private static func isTypeSizeControl(_ text: String) -> Bool {
        var letters: (plus: [Unicode.Scalar], minus: [Unicode.Scalar]) = ([], [])
        var (last, words) = ([Unicode.Scalar](), 0)
        for token in text.unicodeScalars.split(whereSeparator: { $0.value.isTrimmed || $0 == "|" || $0 == "/" }) {
            let signs: [Unicode.Scalar] = ["+", "-", "−", "–"]
            let name = token.filter { !signs.contains($0) }
            guard name.count <= 2 else {
                words += 1
                continue
            }
            if !name.isEmpty { last = Array(name) }
            guard let sign = token.last, signs.contains(sign), token.count - name.count == 1 else { continue }
            if sign == "+" { letters.plus = last } else { letters.minus = last }
        }
        return words <= 3 && !letters.plus.isEmpty && letters.plus == letters.minus
    }
}
