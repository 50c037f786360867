extension TextLayout {
    /// Finds the points that sum an article up, each under a line of its own that says `@highlight`.
    mutating func findHighlights() {
        for index in lines.indices.dropLast() where roles[index] == .paragraph && lines[index].width == 10 {
            guard bytes[lines[index].range].elementsEqual("@highlight".utf8) else { continue }
            roles[index] = .furniture(.mark)
            if roles[index + 1] == .paragraph { roles[index + 1] = .highlight }
        }
    }
}
