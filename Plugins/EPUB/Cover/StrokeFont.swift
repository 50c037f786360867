/// Letters as strokes of a round pen, for titles on drawn covers.
///
/// Latin, Greek and Cyrillic; whoever needs more has a real font, which a library that draws nothing else need not
/// carry. Capitals are 14 high, small letters 10, and descenders go down to -4.
struct StrokeFont {
    struct Point {
        var x, y: Double
    }

    struct Glyph {
        let advance: Double
        let strokes: [[Point]]
    }

    private let glyphs: [Unicode.Scalar: Glyph]
    private let composed: [Unicode.Scalar: Glyph]

    init() {
        var glyphs: [Unicode.Scalar: Glyph] = [:]
        for line in GlyphTable.strokes.split(separator: "\n") {
            guard let name = line.unicodeScalars.first else { continue }
            let parts = line.split(separator: " ")
            glyphs[name] = Glyph(
                advance: parts.count > 1 ? Double(parts[1]) ?? 0 : 0,
                strokes: parts.dropFirst(2).map(Self.stroke)
            )
        }
        for (letter, shape) in GlyphTable.lookalikes { glyphs[letter] = glyphs[shape] }
        self.glyphs = glyphs
        var composed: [Unicode.Scalar: Glyph] = [:]
        for entry in GlyphTable.accented.split(separator: " ") {
            let scalars = Array(entry.unicodeScalars)
            guard scalars.count == 3, let base = glyphs[scalars[1]], let mark = glyphs[scalars[2]] else { continue }
            composed[scalars[0]] = Self.compose(base, mark, isSmall: scalars[1].properties.isLowercase)
        }
        self.composed = composed
    }

    /// The shape of a letter; `nil` where there is none.
    func glyph(_ scalar: Unicode.Scalar) -> Glyph? { glyphs[scalar] ?? composed[scalar] }

    /// Whether every letter of a text has a shape.
    func holds(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { $0 == " " || glyph($0) != nil }
    }

    /// How wide a text is in the font's units.
    func width(of text: some StringProtocol) -> Double {
        text.unicodeScalars.reduce(0) { $0 + (glyph($1)?.advance ?? 2) + Self.spacing } - Self.spacing
    }

    /// What lies between two letters: their strokes end where they do, so the room must be added.
    static let spacing = 3.6

    /// A letter with its mark; the marks of the table stand over small letters.
    private static func compose(_ base: Glyph, _ mark: Glyph, isSmall: Bool) -> Glyph {
        let isBelow = mark.strokes.allSatisfy { $0.allSatisfy { $0.y < 1 } }
        let rise = isBelow || isSmall ? 0 : 4.0
        let shift = base.advance / 2
        // The mark takes the place of the dot of an i.
        let isDotted = isSmall && base.advance == 0 && !isBelow
        let own = isDotted ? base.strokes.filter { $0.allSatisfy { $0.y < 11 } } : base.strokes
        let marks = mark.strokes.map { $0.map { Point(x: $0.x + shift, y: $0.y + rise) } }
        return Glyph(advance: base.advance, strokes: own + marks)
    }

    /// `x,y/x,y` are points, `@cx,cy,rx,ry,from,to` is an arc in degrees, counted against the clock.
    private static func stroke(_ text: Substring) -> [Point] {
        text.split(separator: "/").flatMap { part -> [Point] in
            let numbers = part.drop { $0 == "@" }.split(separator: ",").map { Double($0) ?? 0 }
            if numbers.count == 2 { return [Point(x: numbers[0], y: numbers[1])] }
            guard numbers.count == 6 else { return [] }
            let (from, to) = (numbers[4], numbers[5])
            let steps = max(3, Int(abs(to - from) / 12))
            return (0...steps).map { step in
                let (sine, cosine) = Trigonometry.ofDegrees(from + (to - from) * Double(step) / Double(steps))
                return Point(x: numbers[0] + numbers[2] * cosine, y: numbers[1] + numbers[3] * sine)
            }
        }
    }
}

/// Sine and cosine from sums and products alone, so that every platform draws the same bytes.
enum Trigonometry {
    static func ofDegrees(_ degrees: Double) -> (sine: Double, cosine: Double) {
        let turns = (degrees / 90).rounded()
        let x = (degrees - turns * 90) * 0.017453292519943295
        let square = x * x
        let sine = x * nested(square, [6, 20, 42, 72])
        let cosine = nested(square, [2, 12, 30, 56, 90])
        let quadrant = ((Int(turns) % 4) + 4) % 4
        return switch quadrant {
        case 0: (sine, cosine)
        case 1: (cosine, -sine)
        case 2: (-sine, -cosine)
        default: (-cosine, sine)
        }
    }

    /// The Taylor series `1 - x/a (1 - x/b (1 - …))`.
    private static func nested(_ x: Double, _ divisors: [Double]) -> Double {
        divisors.reversed().reduce(1) { sum, divisor in 1 - x / divisor * sum }
    }
}
