import Offprint
import OffprintInterchange

/// Prints what was noticed: a line each on standard error, and all of it as JSON lines where asked for.
struct DiagnosticPrinting {
    /// How much to print.
    enum Verbosity { case errors, warnings, notes }

    private let verbosity: Verbosity
    private let style: Style
    private let log: Platform.Descriptor?
    private let logName: String

    /// `log` takes the JSON lines.
    init(_ verbosity: Verbosity, log: Platform.Descriptor? = nil, logName: String = "") {
        self.verbosity = verbosity
        self.log = log
        self.logName = logName
        style = Style(for: .standardError)
    }

    /// Prints the diagnostics of an input; `format` is what was written, where that tells more.
    func print(_ diagnostics: Diagnostics, of label: String, format: Format.ID? = nil) throws(Failure) {
        guard !diagnostics.all.isEmpty else { return }
        var text = ""
        var json = JSONWriter()
        // A writer names each block; a person wants to read once what is the same of many.
        let counts = Dictionary(grouping: diagnostics.all, by: Gist.init).mapValues(\.count)
        var printed: Set<Gist> = []
        for diagnostic in diagnostics.all {
            let (severity, code) = (diagnostic.severity, diagnostic.code.rawValue)
            let gist = Gist(diagnostic)
            if shows(severity), printed.insert(gist).inserted {
                let count = counts[gist, default: 1]
                let message = count == 1 ? diagnostic.message : "\(diagnostic.message) (\(count) times)"
                text += line(label, diagnostic.line, severity.rawValue, ink(severity), code, message)
            }
            if log != nil {
                record(
                    to: &json,
                    label,
                    diagnostic.line,
                    severity.rawValue,
                    code,
                    diagnostic.message,
                    format,
                    diagnostic.block
                )
            }
        }
        if diagnostics.omitted > 0 {
            let message = "\(diagnostics.omitted) more are not listed."
            if shows(.warning) { text += line(label, nil, "warning", .yellow, "diagnostics-omitted", message) }
            if log != nil { record(to: &json, label, nil, "warning", "diagnostics-omitted", message, format) }
        }
        write(text)
        try write(json)
    }

    /// Prints why an input failed.
    func print(_ failure: Failure, of label: String) throws(Failure) {
        write(line(label, failure.line, "error", .red, failure.code, failure.message))
        guard log != nil else { return }
        var json = JSONWriter()
        record(to: &json, label, failure.line, "error", failure.code, failure.message, nil)
        try write(json)
    }

    /// Prints a message of the tool itself.
    func print(_ message: String) { write("offprint: \(message.printable)\n") }

    /// What a line says, without the block it is about.
    private struct Gist: Hashable {
        let diagnostic: Diagnostic

        init(_ diagnostic: Diagnostic) {
            self.diagnostic = Diagnostic(
                diagnostic.severity,
                diagnostic.code,
                diagnostic.message,
                line: diagnostic.line
            )
        }
    }

    private func shows(_ severity: Diagnostic.Severity) -> Bool {
        switch verbosity {
        case .errors: severity == .error
        case .warnings: severity == .warning || severity == .loss || severity == .error
        case .notes: true
        }
    }

    private func ink(_ severity: Diagnostic.Severity) -> Style.Ink {
        switch severity {
        case .note, .approximation: .cyan
        case .warning: .yellow
        case .loss: .magenta
        case .error: .red
        }
    }

    private func line(
        _ label: String,
        _ line: Int?,
        _ severity: String,
        _ ink: Style.Ink,
        _ code: String,
        _ message: String
    ) -> String {
        let place = line.map { "\(label.printable):\($0)" } ?? label.printable
        return "\(style.paint(place, .bold)): \(style.paint(severity, ink))[\(code.printable)]: \(message.printable)\n"
    }

    private func record(
        to json: inout JSONWriter,
        _ label: String,
        _ line: Int?,
        _ severity: String,
        _ code: String,
        _ message: String,
        _ format: Format.ID?,
        _ block: Int? = nil
    ) {
        json.object { json in
            json.field("input", label)
            json.field("line", line)
            json.field("severity", severity)
            json.field("code", code)
            json.field("message", message)
            json.field("format", format?.rawValue)
            json.field("block", block)
        }
        json.endLine()
    }

    /// Messages that nobody can take are no reason to stop converting.
    private func write(_ text: String) {
        guard !text.isEmpty else { return }
        try? Platform.Descriptor.standardError.write(Array(text.utf8))
    }

    private func write(_ json: JSONWriter) throws(Failure) {
        guard let log, !json.bytes.isEmpty else { return }
        do throws(SystemError) { try log.write(json.bytes) } catch { throw .writing(logName, error) }
    }
}
