// The only file that calls the operating system. Everything here is POSIX.

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// What the operating system refused.
struct SystemError: Error {
    /// Its number.
    let number: Int32

    /// What the system calls it, such as "No such file or directory".
    var text: String { unsafe strerror(number).map { unsafe String(cString: $0) } ?? "error \(number)" }

    /// Whether the file, or a folder on the way to it, is not there.
    var isMissing: Bool { number == ENOENT || number == ENOTDIR }
    /// Whether nobody reads the pipe any more.
    var isBrokenPipe: Bool { number == EPIPE }
    /// Whether the trouble is with the device and will not go away with another name.
    var isDeviceTrouble: Bool { [ENOSPC, EIO, EDQUOT, EFBIG].contains(number) }

    fileprivate static var last: SystemError { SystemError(number: errno) }
}

/// What is known of a file without opening it.
struct FileStatus: Sendable {
    enum Kind: Sendable { case file, folder, link, other }

    /// What two names of one file have in common.
    struct Identity: Hashable, Sendable { let device, number: UInt64 }

    let kind: Kind
    let size: Int
    /// When it was last changed, in seconds since 1970.
    let modified: Int
    let identity: Identity
}

/// The operating system.
enum Platform {
    // MARK: Files

    /// Looks at a file, at the end of links unless told otherwise.
    static func status(of path: Path, followsLinks: Bool = true) throws(SystemError) -> FileStatus {
        var raw = stat()
        let done = unsafe followsLinks ? stat(path.cString, &raw) : lstat(path.cString, &raw)
        guard done == 0 else { throw .last }
        return status(raw)
    }

    private static func status(_ raw: stat) -> FileStatus {
        let kind: FileStatus.Kind =
            switch raw.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .folder
            case S_IFLNK: .link
            default: .other
            }
        #if canImport(Darwin)
            let modified = Int(raw.st_mtimespec.tv_sec)
        #else
            let modified = Int(raw.st_mtim.tv_sec)
        #endif
        return FileStatus(
            kind: kind,
            size: Int(raw.st_size),
            modified: modified,
            identity: FileStatus.Identity(
                device: UInt64(truncatingIfNeeded: raw.st_dev),
                number: UInt64(truncatingIfNeeded: raw.st_ino)
            )
        )
    }

    /// The names in a folder, in the order of their bytes.
    static func names(in folder: Path) throws(SystemError) -> [[UInt8]] {
        guard let stream = unsafe opendir(folder.cString) else { throw .last }
        defer { unsafe closedir(stream) }
        var names: [[UInt8]] = []
        while true {
            errno = 0
            guard let entry = unsafe readdir(stream) else { break }
            let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { unsafe Array($0.prefix { $0 != 0 }) }
            if name != [0x2E], name != [0x2E, 0x2E] { names.append(name) }
        }
        guard errno == 0 else { throw .last }
        return names.sorted { $0.lexicographicallyPrecedes($1) }
    }

    /// The paths that a pattern of the shell matches, in name order.
    static func paths(matching pattern: Path) -> [Path] {
        var found = unsafe glob_t()
        defer { unsafe globfree(&found) }
        guard unsafe glob(pattern.cString, 0, nil, &found) == 0 else { return [] }
        var paths: [Path] = []
        for index in 0..<Int(unsafe found.gl_pathc) {
            guard let match = unsafe found.gl_pathv[index] else { continue }
            paths.append(unsafe Path(UnsafeRawBufferPointer(start: match, count: strlen(match))))
        }
        return paths
    }

    /// A path without links and dots; `nil` where nothing is there.
    static func realPath(_ path: Path) -> Path? {
        guard let found = unsafe realpath(path.cString, nil) else { return nil }
        defer { unsafe free(found) }
        return unsafe Path(UnsafeRawBufferPointer(start: found, count: strlen(found)))
    }

    /// Reads a file, or standard input, to its end; one byte more than `limit` at most.
    static func read(_ path: Path?, limit: Int) throws(SystemError) -> [UInt8] {
        let descriptor = path.map { unsafe open($0.cString, O_RDONLY | O_CLOEXEC) } ?? STDIN_FILENO
        guard descriptor >= 0 else { throw .last }
        defer { if path != nil { close(descriptor) } }
        var raw = stat()
        let expected = unsafe fstat(descriptor, &raw) == 0 ? Int(raw.st_size) : 0
        var bytes: [UInt8] = []
        // Room for one more byte, so that the read that finds the end needs no room of its own.
        var room = min(max(expected + 1, 65_536), limit + 1)
        while bytes.count <= limit {
            let start = bytes.count
            var count = 0
            bytes.reserveCapacity(start + room)
            bytes.append(addingCapacity: room) { span in
                count = unsafe span.withUnsafeMutableBufferPointer { buffer, initialized in
                    let read = retrying { unsafe systemRead(descriptor, buffer.baseAddress, room) }
                    initialized = max(0, read)
                    return read
                }
            }
            guard count >= 0 else { throw .last }
            if count == 0 { break }
            // Behind what was expected, by halves: a copy for each block would take the square of the time.
            let left = expected + 1 - bytes.count
            room = min(left > 0 ? left : max(65_536, bytes.count / 2), limit + 1 - bytes.count)
            if room <= 0 { break }
        }
        return bytes
    }

    private static func retrying(_ call: () -> Int) -> Int {
        while true {
            let result = call()
            if result >= 0 || errno != EINTR { return result }
        }
    }

    // MARK: Output

    /// Where bytes go.
    struct Descriptor {
        fileprivate let number: Int32

        static let standardOutput = Descriptor(number: STDOUT_FILENO)
        static let standardError = Descriptor(number: STDERR_FILENO)

        /// Whether a person looks at it.
        var isTerminal: Bool { isatty(number) == 1 }

        /// The file behind it.
        var status: FileStatus? {
            var raw = stat()
            return unsafe fstat(number, &raw) == 0 ? Platform.status(raw) : nil
        }

        /// Writes all bytes.
        func write(_ bytes: [UInt8]) throws(SystemError) {
            var written = 0
            while written < bytes.count {
                let count = unsafe bytes.withUnsafeBytes { buffer in
                    Platform.retrying {
                        unsafe systemWrite(number, buffer.baseAddress?.advanced(by: written), bytes.count - written)
                    }
                }
                guard count >= 0 else { throw .last }
                written += count
            }
        }

        /// Closes it; some file systems only now tell that the disk is full.
        func close() throws(SystemError) {
            guard systemClose(number) == 0 else { throw .last }
        }
    }

    /// How to open a file for writing.
    enum Creation {
        /// It must not be there yet.
        case fresh
        /// What it held is lost.
        case truncating
    }

    /// Opens a file for writing.
    static func create(_ path: Path, _ creation: Creation) throws(SystemError) -> Descriptor {
        let flags = O_WRONLY | O_CREAT | O_CLOEXEC | (creation == .fresh ? O_EXCL : O_TRUNC)
        let number = unsafe open(path.cString, flags, 0o666)
        guard number >= 0 else { throw .last }
        return Descriptor(number: number)
    }

    /// Gives a file another name, in place of any that had it.
    static func rename(_ path: Path, to other: Path) throws(SystemError) {
        guard unsafe systemRename(path.cString, other.cString) == 0 else { throw .last }
    }

    /// Removes a file, if it is there.
    static func remove(_ path: Path) { _ = unsafe unlink(path.cString) }

    /// Makes a folder and those it is in, unless they are there.
    static func createFolder(_ path: Path) throws(SystemError) {
        // From the outermost that is missing.
        var missing: [Path] = []
        var current = path
        while true {
            if let found = try? status(of: current) {
                guard found.kind == .folder else { throw SystemError(number: ENOTDIR) }
                break
            }
            missing.append(current)
            let parent = current.parent
            guard parent != current else { break }
            current = parent
        }
        for folder in missing.reversed() where unsafe mkdir(folder.cString, 0o777) != 0 {
            // Another process may have been quicker.
            guard errno == EEXIST else { throw .last }
        }
    }

    // MARK: Surroundings

    /// A variable of the environment; `nil` where it is not set or empty.
    static func variable(_ name: String) -> String? {
        guard let value = unsafe getenv(name) else { return nil }
        let text = unsafe String(cString: value)
        return text.isEmpty ? nil : text
    }

    /// How many columns the terminal on standard output has; `nil` where there is none.
    static var terminalWidth: Int? {
        if let columns = variable("COLUMNS").flatMap({ Int($0) }), columns > 0 { return columns }
        var size = winsize()
        guard unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return Int(size.ws_col)
    }

    /// Seconds since 1970.
    static var now: Int { time(nil) }

    /// The number of this process.
    static var processNumber: Int { Int(getpid()) }

    /// The bytes of a path that Swift made text of: what was no UTF-8 is looked up among the arguments.
    static func path(fromArgument text: String) -> Path {
        guard text.unicodeScalars.contains("\u{FFFD}") else { return Path(text) }
        for index in 0..<Int(CommandLine.argc) {
            guard let argument = unsafe CommandLine.unsafeArgv[index] else { continue }
            let bytes = unsafe UnsafeRawBufferPointer(start: argument, count: strlen(argument))
            if unsafe String(decoding: bytes, as: UTF8.self) == text { return unsafe Path(bytes) }
        }
        return Path(text)
    }

    /// Ends the process.
    static func exit(_ status: Int32) -> Never { systemExit(status) }
}

// The functions whose names Swift's own or ours hide.
private let systemRead = unsafe read
private let systemWrite = unsafe write
private let systemClose = close
private let systemRename = unsafe rename
private let systemExit = exit
