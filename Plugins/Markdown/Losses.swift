import Offprint

/// What could not be carried, or only in another form: each kind once, with how often it happened and where first.
struct Losses {
    private struct Kind {
        let severity: Diagnostic.Severity
        let code: Diagnostic.Code
        let message: String
        let block: Int?
        var count = 1
    }

    /// The block of the body that is being written; `nil` outside of it.
    var block: Int?
    private var kinds: [Diagnostic.Code: Int] = [:]
    private var found: [Kind] = []

    /// Something of the article is not in the file.
    mutating func add(_ code: Diagnostic.Code, _ message: @autoclosure () -> String) {
        note(.loss, code, message)
    }

    /// Something of the article is there in another form.
    mutating func approximate(_ code: Diagnostic.Code, _ message: @autoclosure () -> String) {
        note(.approximation, code, message)
    }

    /// The program that reads the file will see more in it than it says.
    mutating func warn(_ code: Diagnostic.Code, _ message: @autoclosure () -> String) {
        note(.warning, code, message)
    }

    private mutating func note(_ severity: Diagnostic.Severity, _ code: Diagnostic.Code, _ message: () -> String) {
        if let index = kinds[code] {
            found[index].count += 1
        } else {
            kinds[code] = found.count
            found.append(Kind(severity: severity, code: code, message: message(), block: block))
        }
    }

    func report(to diagnostics: inout Diagnostics) {
        for kind in found {
            let message = kind.count == 1 ? kind.message : "\(kind.message) (\(kind.count) times)"
            diagnostics.report(Diagnostic(kind.severity, kind.code, message, block: kind.block))
        }
    }
}
