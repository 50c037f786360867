/// A picture of a few inks, each in shades from the ground to full.
///
/// Four bits a dot: two grounds of eight shades.
struct Canvas {
    /// The colours of a picture, as red, green and blue.
    struct Palette {
        typealias Colour = (red: Double, green: Double, blue: Double)

        let ground, band, ink: Colour

        /// The sixteen entries: from the ground to the ink, then from the band to the ink.
        var entries: [UInt8] {
            var entries: [UInt8] = []
            for base in [ground, band] {
                for shade in 0..<Canvas.shades {
                    let share = Double(shade) / Double(Canvas.shades - 1)
                    entries.append(Self.mix(base.red, ink.red, share))
                    entries.append(Self.mix(base.green, ink.green, share))
                    entries.append(Self.mix(base.blue, ink.blue, share))
                }
            }
            return entries
        }

        private static func mix(_ from: Double, _ to: Double, _ share: Double) -> UInt8 {
            UInt8((from + (to - from) * share).rounded())
        }
    }

    fileprivate static let shades = 8

    let width: Int
    let height: Int
    private var dots: [UInt8]

    init(width: Int, height: Int) {
        (self.width, self.height) = (width, height)
        dots = [UInt8](repeating: 0, count: width * height)
    }

    /// Makes rows a band of the second ground.
    mutating func band(rows: Range<Int>) {
        for index in (rows.lowerBound * width)..<(rows.upperBound * width) { dots[index] = UInt8(Self.shades) }
    }

    /// Fills a rectangle with ink of a strength from 0 to 1.
    mutating func fill(x: Range<Int>, y: Range<Int>, strength: Double = 1) {
        for row in y.clamped(to: 0..<height) {
            for column in x.clamped(to: 0..<width) { mark(column, row, strength) }
        }
    }

    /// Draws with a round pen along points that are in dots, from the top left.
    mutating func stroke(_ points: [StrokeFont.Point], radius: Double) {
        for (from, to) in zip(points, points.dropFirst()) { segment(from, to, radius) }
    }

    private mutating func segment(_ from: StrokeFont.Point, _ to: StrokeFont.Point, _ radius: Double) {
        let reach = radius + 1
        let columns = Int(min(from.x, to.x) - reach)..<(Int(max(from.x, to.x) + reach) + 1)
        let rows = Int(min(from.y, to.y) - reach)..<(Int(max(from.y, to.y) + reach) + 1)
        let (dx, dy) = (to.x - from.x, to.y - from.y)
        let square = dx * dx + dy * dy
        for row in rows.clamped(to: 0..<height) {
            for column in columns.clamped(to: 0..<width) {
                let (x, y) = (Double(column) + 0.5 - from.x, Double(row) + 0.5 - from.y)
                let along = square == 0 ? 0 : min(1, max(0, (x * dx + y * dy) / square))
                let (restX, restY) = (x - along * dx, y - along * dy)
                let distance = (restX * restX + restY * restY).squareRoot()
                if distance < reach { mark(column, row, radius + 0.5 - distance) }
            }
        }
    }

    private mutating func mark(_ column: Int, _ row: Int, _ strength: Double) {
        let last = Double(Self.shades - 1)
        let shade = UInt8((min(1, max(0, strength)) * last).rounded())
        let index = row * width + column
        let ground = dots[index] & UInt8(Self.shades)
        dots[index] = max(dots[index], ground | shade)
    }

    /// The picture as PNG.
    func png(_ palette: Palette) -> [UInt8] {
        var rows: [UInt8] = []
        rows.reserveCapacity(height * (width / 2 + 2))
        for row in 0..<height {
            rows.append(0)
            let start = row * width
            for column in stride(from: 0, to: width, by: 2) {
                let second = column + 1 < width ? dots[start + column + 1] : 0
                rows.append(dots[start + column] << 4 | second)
            }
        }
        return PNG.bytes(width: width, height: height, palette: palette.entries, rows: rows)
    }
}
