import Offprint

/// What could not be carried: each kind once, with how often it happened.
struct Losses {
    private var kinds: [Diagnostic.Code: Int] = [:]
    private var found: [(code: Diagnostic.Code, message: String, count: Int)] = []

    mutating func add(_ code: Diagnostic.Code, _ message: @autoclosure () -> String) {
        if let index = kinds[code] {
            found[index].count += 1
        } else {
            kinds[code] = found.count
            found.append((code, message(), 1))
        }
    }

    func report(to diagnostics: inout Diagnostics) {
        for loss in found {
            diagnostics.lose(loss.code, loss.count == 1 ? loss.message : "\(loss.message) (\(loss.count) times)")
        }
    }
}
