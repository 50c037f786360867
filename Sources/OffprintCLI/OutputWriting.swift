import Offprint

/// What a run may do to files.
struct OutputRules {
    /// Whether files that are there may be replaced.
    var replaces: Bool
    /// The files being read: none of them is ever written.
    var inputs: Set<FileStatus.Identity>

    /// Refuses to write what must stay.
    func check(_ path: Path) throws(Failure) {
        guard let status = try? Platform.status(of: path) else { return }
        if inputs.contains(status.identity) {
            throw Failure(
                .usage,
                "output-is-input",
                "\"\(path.text)\" is an input too; it stays as it is. Name another output."
            )
        }
        switch status.kind {
        case .folder:
            throw Failure(
                .cannotCreate,
                "cannot-create",
                "\"\(path.text)\" is a folder. Name a file, or give the folder with --output-dir."
            )
        case .file where !replaces:
            throw Failure(
                .cannotCreate,
                "output-exists",
                "\"\(path.text)\" is there already. Replace it with --force."
            )
        case .file, .link, .other: return
        }
    }
}

/// A file being written: under another name until it is whole, so that nobody ever finds half of it.
struct OutputFile {
    private let path: Path
    /// The name until then; `nil` where the bytes go straight to a pipe, a device or standard output.
    private let temporary: Path?
    private let descriptor: Platform.Descriptor
    /// Whether it was opened here.
    private let isOwn: Bool

    /// Whether nobody can read it before it is finished.
    var isHidden: Bool { temporary != nil }

    /// Standard output.
    static let standardOutput = OutputFile()

    private init() {
        path = Path("<stdout>")
        temporary = nil
        descriptor = .standardOutput
        isOwn = false
    }

    /// Opens a file.
    init(_ path: Path, _ rules: OutputRules) throws(Failure) {
        try rules.check(path)
        self.path = path
        isOwn = true
        do throws(SystemError) {
            if let status = try? Platform.status(of: path), status.kind == .other {
                temporary = nil
                descriptor = try Platform.create(path, .truncating)
            } else {
                // A run writes one file at a time, so the number of the process tells the names apart.
                let temporary = path.parent.appending(Array(".offprint-\(Platform.processNumber).part".utf8))
                // Left by a run of the same number that was killed.
                Platform.remove(temporary)
                self.temporary = temporary
                descriptor = try Platform.create(temporary, .fresh)
            }
        } catch { throw .creating(path.text, error) }
    }

    /// Adds bytes.
    func write(_ bytes: [UInt8]) throws(Failure) {
        do throws(SystemError) { try descriptor.write(bytes) } catch {
            discard()
            throw .writing(path.text, error)
        }
    }

    /// Gives the file its name.
    func finish() throws(Failure) {
        guard isOwn else { return }
        do throws(SystemError) {
            try descriptor.close()
            if let temporary { try Platform.rename(temporary, to: path) }
        } catch {
            discard()
            throw .writing(path.text, error)
        }
    }

    /// Leaves no trace of it.
    func discard() {
        if let temporary { Platform.remove(temporary) }
    }
}

extension Failure {
    /// An output that cannot be created.
    static func creating(_ name: String, _ error: SystemError) -> Failure {
        let isDevice = error.isDeviceTrouble
        return Failure(
            isDevice ? .inputOutput : .cannotCreate,
            "cannot-create",
            "cannot create \"\(name)\": \(error.text).",
            endsRun: isDevice
        )
    }

    /// An output that cannot be written to its end; no other will fare better.
    static func writing(_ name: String, _ error: SystemError) -> Failure {
        // Who closed the pipe knows it.
        let message = error.isBrokenPipe ? "" : "cannot write \"\(name)\": \(error.text)."
        return Failure(.inputOutput, "cannot-write", message, endsRun: true)
    }

    /// What a reader, a transform or a writer refused.
    init(_ error: ConversionError) {
        let status: ExitStatus = error.code == .tooManyArticles ? .usage : .unreadable
        self.init(status, error.code.rawValue, error.message, line: error.line)
    }
}
