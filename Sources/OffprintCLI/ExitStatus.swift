/// How the tool ends: the numbers that scripts rely on, after `sysexits.h`.
enum ExitStatus: Int32 {
    /// Everything was converted.
    case fine = 0
    /// The run stopped before its end.
    case aborted = 1
    /// The run came to its end, and some documents failed.
    case someFailed = 2
    /// The command makes no sense.
    case usage = 64
    /// The only input cannot be read as its format.
    case unreadable = 65
    /// There is no such input.
    case noInput = 66
    /// The output cannot be created.
    case cannotCreate = 73
    /// Reading or writing failed half way, as on a full disk.
    case inputOutput = 74
}

/// What ended one document, or the run.
struct Failure: Error {
    /// How the tool ends if nothing else happens.
    var status: ExitStatus
    /// Its stable name.
    var code: String
    /// What happened, and what to do next.
    var message: String
    /// The line of the input.
    var line: Int?
    /// Whether it is pointless to go on with other documents.
    var endsRun = false

    init(_ status: ExitStatus, _ code: String, _ message: String, line: Int? = nil, endsRun: Bool = false) {
        (self.status, self.code, self.message) = (status, code, message)
        (self.line, self.endsRun) = (line, endsRun)
    }

    /// A command that makes no sense.
    static func usage(_ message: String) -> Failure { Failure(.usage, "usage", message, endsRun: true) }
}
