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
        let columns = PassageFeature.count
        let first = ContentModel.alone.chances(for: features.values, width: columns)
        all = first
        let surroundings = Surroundings(features, first)
        let again = first.indices.filter { first[$0] >= Self.furniture }
        var rows: [Int16] = []
        rows.reserveCapacity(again.count * (columns + Surroundings.count))
        for index in again {
            rows.append(contentsOf: features.values[index * columns..<(index + 1) * columns])
            surroundings.append(index, to: &rows)
        }
        let second = ContentModel.amongOthers.chances(for: rows, width: columns + Surroundings.count)
        for (index, chance) in zip(again, second) { all[index] = (first[index] + chance) / 2 }
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

    /// Appends the columns of a passage.
    func append(_ index: Int, to row: inout [Int16]) {
        func put(_ value: Int) { row.append(Int16(clamping: value)) }
        let count = chances.count
        for other in index - 4...index + 4 where other != index {
            put(chances.indices.contains(other) ? chances[other] : -1)
        }
        func putAround(_ reach: Int) {
            put(mean(max(0, index - reach)..<min(count, index + reach + 1), without: index) ?? 0)
        }
        putAround(2)
        putAround(5)
        putAround(12)
        func putBeforeAndBehind(_ reach: Int) {
            put(mean(max(0, index - reach)..<index) ?? -1)
            put(mean(index + 1..<min(count, index + 1 + reach)) ?? -1)
        }
        putBeforeAndBehind(4)
        putBeforeAndBehind(10)
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
