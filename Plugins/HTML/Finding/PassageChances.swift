/// How likely each passage is text of the article: by itself, then with the chances of those around it.
///
/// The second look joins bodies that are spread over many boxes and drops what stands alone among furniture. Passages that
/// the first look is sure to be furniture are not looked at again.
struct PassageChances {
    /// In thousandths, the mean of both looks.
    private(set) var all: [Int]

    /// Below this chance the first look decides.
    private static let furniture = 15

    init(_ features: PassageFeatures) {
        let count = features.passages.all.count
        var first: [Int] = []
        first.reserveCapacity(count)
        for index in 0..<count {
            first.append(Int(ContentModel.alone.chance(for: features.values, at: index * PassageFeature.count)))
        }
        all = first
        let surroundings = Surroundings(features, first)
        var row = [Int16](repeating: 0, count: PassageFeature.count + Surroundings.count)
        for index in 0..<count where first[index] >= Self.furniture {
            let start = index * PassageFeature.count
            for column in 0..<PassageFeature.count { row[column] = features.values[start + column] }
            surroundings.write(index, to: &row, from: PassageFeature.count)
            let second = Int(ContentModel.amongOthers.chance(for: row, at: 0))
            all[index] = (first[index] + second) / 2
        }
    }
}

/// What the chances of other passages say about one.
///
/// `Training/train.py` computes the same columns in the same order.
struct Surroundings {
    static let count = 30

    private let features: PassageFeatures
    private let chances: [Int]
    /// Running sums over the passages: of weights, and of chances times weights.
    private var weights: [Int] = [0]
    private var weighted: [Int] = [0]
    private var kindWeights: CountTable
    private var kindWeighted: CountTable
    private var sureBefore: [Int] = []
    private var sureBehind: [Int]
    private var sureCount: [Int] = []

    init(_ features: PassageFeatures, _ chances: [Int]) {
        self.features = features
        self.chances = chances
        let count = chances.count
        kindWeights = CountTable(expecting: count)
        kindWeighted = CountTable(expecting: count)
        sureBehind = [Int](repeating: 99, count: count)
        var distance = 99
        var sure = 0
        for index in 0..<count {
            let weight = Self.weight(features.measures[index])
            weights.append(weights[index] + weight)
            weighted.append(weighted[index] + chances[index] * weight)
            kindWeights.add(features.measures[index].kind, Int32(weight))
            kindWeighted.add(features.measures[index].kind, Int32(chances[index] * weight))
            sureBefore.append(distance)
            if isSure(index) {
                distance = 0
                sure += 1
            } else {
                distance = min(99, distance + 1)
            }
            sureCount.append(sure)
        }
        distance = 99
        for index in stride(from: count - 1, through: 0, by: -1) {
            sureBehind[index] = distance
            distance = isSure(index) ? 0 : min(99, distance + 1)
        }
    }

    private static func weight(_ measure: PassageMeasure) -> Int { min(1_000, measure.statistics.characters) + 5 }

    private func isSure(_ index: Int) -> Bool {
        chances[index] > 700 && features.measures[index].statistics.characters >= 80
    }

    /// Writes the columns of a passage.
    func write(_ index: Int, to row: inout [Int16], from column: Int) {
        var next = column
        func put(_ value: Int) {
            row[next] = Int16(clamping: value)
            next += 1
        }
        let count = chances.count
        for distance in [-4, -3, -2, -1, 1, 2, 3, 4] {
            let other = index + distance
            put(chances.indices.contains(other) ? chances[other] : -1)
        }
        for reach in [2, 5, 12] {
            put(mean(max(0, index - reach)..<min(count, index + reach + 1), without: index) ?? 0)
        }
        for reach in [4, 10] {
            put(mean(max(0, index - reach)..<index) ?? -1)
            put(mean(index + 1..<min(count, index + 1 + reach)) ?? -1)
        }
        let total = max(1, weighted[count])
        for container in features.containers(of: index) {
            let range = features.page.passages(in: container)
            put(mean(range, without: index) ?? -1)
            put((weighted[range.upperBound] - weighted[range.lowerBound]) * 1_000 / total)
        }
        put(weighted[index] * 1_000 / total)
        put((weighted[count] - weighted[index + 1]) * 1_000 / total)
        let kind = features.measures[index].kind
        let own = Self.weight(features.measures[index])
        let others = kindWeights.count(of: kind) - own
        put(others > 0 ? (kindWeighted.count(of: kind) - own * chances[index]) / others : -1)
        put(sureBefore[index])
        put(sureBehind[index])
        put(chances[index])
        put(sureCount.last ?? 0)
        put(sureCount[index])
        let back = Int(features.values[index * PassageFeature.count + PassageFeature.fromHeading.rawValue])
        put(back <= index ? chances[index - back] : -1)
    }

    private func mean(_ range: Range<Int>, without index: Int? = nil) -> Int? {
        var weight = weights[range.upperBound] - weights[range.lowerBound]
        var sum = weighted[range.upperBound] - weighted[range.lowerBound]
        if let index {
            let own = Self.weight(features.measures[index])
            weight -= own
            sum -= own * chances[index]
        }
        return weight > 0 ? sum / weight : nil
    }
}
