extension ClassWordTable {
    static let weights: [(word: String, weight: Int16)] = []
}
