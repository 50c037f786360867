import OffprintIdentity

/// A cover for a book without a picture: its title, where it is from and its date, drawn as PNG, which every shop and
/// every reader shows.
///
/// A title in a script that ``StrokeFont`` has no letters of is not drawn: a page of a newspaper in outline stands
/// there, and the reader's shelf shows the title beside it.
struct DrawnCover {
    private static let size = (width: 800, height: 1_200)
    private static let margin = 72
    private static let bandHeight = 208

    let title: String
    let source: String
    let date: String
    /// Whether lines begin at the right.
    let isRightToLeft: Bool

    private let font = StrokeFont()

    init(title: String, source: String, date: String, isRightToLeft: Bool) {
        (self.title, self.source, self.date) = (title, source, date)
        self.isRightToLeft = isRightToLeft
    }

    /// Whether the picture has the title's words.
    var saysTitle: Bool { !title.isEmpty && font.holds(title) }

    /// The picture.
    func png() -> [UInt8] {
        var canvas = Canvas(width: Self.size.width, height: Self.size.height)
        canvas.band(rows: 0..<Self.bandHeight)
        let room = Double(Self.size.width - 2 * Self.margin)
        if font.holds(source), !source.isEmpty {
            let scale = min(2.6, room / max(1, font.width(of: source)))
            draw(source, scale: scale, baseline: Double(Self.bandHeight) - 60, on: &canvas)
        } else {
            canvas.fill(x: side(0..<320), y: (Self.bandHeight - 88)..<(Self.bandHeight - 60))
        }
        if saysTitle {
            drawTitle(room: room, on: &canvas)
        } else {
            drawPage(on: &canvas)
        }
        let bottom = Self.size.height - 120
        canvas.fill(x: side(0..<120), y: (bottom - 62)..<(bottom - 56))
        if font.holds(date) { draw(date, scale: 2, baseline: Double(bottom) + 24, on: &canvas) }
        return canvas.png(Self.palette(for: source))
    }

    // MARK: The title

    private func drawTitle(room: Double, on canvas: inout Canvas) {
        let height = Double(Self.size.height - Self.bandHeight - 330)
        var scale = 6.4
        var lines = Self.lines(of: title, font, room / scale)
        while scale > 2.4, Double(lines.count) * Self.leading * scale > height || lines.contains(where: \.isBroken) {
            scale -= 0.4
            lines = Self.lines(of: title, font, room / scale)
        }
        let fitting = Int(height / (Self.leading * scale))
        if lines.count > fitting {
            lines = Array(lines.prefix(fitting))
            lines[fitting - 1].text += "…"
        }
        var baseline = Double(Self.bandHeight) + 70 + 14 * scale
        for line in lines {
            draw(line.text, scale: scale, baseline: baseline, on: &canvas)
            baseline += Self.leading * scale
        }
    }

    /// From one baseline to the next.
    private static let leading = 24.0

    private struct Line {
        var text: String
        /// Whether it ends within a word.
        var isBroken = false
    }

    /// The words in lines; a word that is longer than a line is broken.
    private static func lines(of text: String, _ font: StrokeFont, _ room: Double) -> [Line] {
        var lines: [Line] = []
        var current = ""
        for word in text.split(separator: " ") {
            let longer = current.isEmpty ? String(word) : current + " " + word
            if font.width(of: longer) <= room {
                current = longer
                continue
            }
            if !current.isEmpty { lines.append(Line(text: current)) }
            current = ""
            for letter in word {
                if !current.isEmpty, font.width(of: current + String(letter)) > room {
                    lines.append(Line(text: current, isBroken: true))
                    current = ""
                }
                current.append(letter)
            }
        }
        if !current.isEmpty { lines.append(Line(text: current)) }
        return lines
    }

    private func draw(_ text: String, scale: Double, baseline: Double, on canvas: inout Canvas) {
        var left = Double(Self.margin)
        if isRightToLeft { left = Double(Self.size.width - Self.margin) - font.width(of: text) * scale }
        for scalar in text.unicodeScalars {
            guard let glyph = font.glyph(scalar) else {
                left += (2 + StrokeFont.spacing) * scale
                continue
            }
            for stroke in glyph.strokes {
                canvas.stroke(
                    stroke.map { .init(x: left + $0.x * scale, y: baseline - $0.y * scale) },
                    radius: 0.95 * scale
                )
            }
            left += (glyph.advance + StrokeFont.spacing) * scale
        }
    }

    // MARK: A page in outline

    private func drawPage(on canvas: inout Canvas) {
        let width = Self.size.width - 2 * Self.margin
        var top = Self.bandHeight + 90
        for end in [width, width - 190] {
            canvas.fill(x: side(0..<end), y: top..<(top + 46))
            top += 84
        }
        top += 30
        let (firstEnd, secondStart) = (width / 2 - 20, width / 2 + 20)
        for row in 0..<11 {
            let start = top + row * 42
            let y = start..<(start + 14)
            let isLast = row == 10
            canvas.fill(x: side(0..<(isLast ? firstEnd - 110 : firstEnd)), y: y, strength: 0.55)
            // The picture of the second column.
            if row < 6 { continue }
            canvas.fill(x: side(secondStart..<(isLast ? width - 60 : width)), y: y, strength: 0.55)
        }
        canvas.fill(x: side(secondStart..<width), y: top..<(top + 224), strength: 0.3)
    }

    /// Columns counted from the side where lines begin.
    private func side(_ columns: Range<Int>) -> Range<Int> {
        guard isRightToLeft else { return (Self.margin + columns.lowerBound)..<(Self.margin + columns.upperBound) }
        let end = Self.size.width - Self.margin
        return (end - columns.upperBound)..<(end - columns.lowerBound)
    }

    // MARK: Colours

    /// The colours of a source: the same for all its books, so that a shelf shows what belongs together.
    private static func palette(for source: String) -> Canvas.Palette {
        let grounds: [(Canvas.Palette.Colour, Canvas.Palette.Colour)] = [
            ((31, 45, 61), (52, 75, 102)), ((62, 39, 35), (98, 62, 54)), ((27, 67, 50), (45, 106, 79)),
            ((69, 26, 61), (108, 46, 96)), ((43, 45, 66), (72, 76, 110)), ((74, 44, 11), (118, 74, 26)),
            ((13, 59, 74), (24, 92, 112)), ((84, 20, 32), (126, 38, 52)),
        ]
        let digest = SHA1.digest(of: Array(source.utf8))
        let (ground, band) = grounds[Int(digest[0]) % grounds.count]
        return Canvas.Palette(ground: ground, band: band, ink: (250, 247, 240))
    }
}
