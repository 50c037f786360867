import Offprint

/// A document to convert: a file, or standard input.
struct InputFile {
    /// Where it is; `nil` for standard input.
    let path: Path?
    /// Its path below the folder that was given, or its name.
    let relativePath: Path
    /// What was found out about it; `nil` for standard input and for what cannot be looked at.
    var status: FileStatus?
    /// Why it cannot be converted, where that is known already.
    var problem: Failure?
    /// Whether it was found in a folder: nobody named it.
    var isFound = false

    /// What to call it in messages.
    var label: String { path?.text ?? "<stdin>" }
    /// What to call it in records.
    var source: String { path?.text ?? "-" }
    /// The folder it is in: below the one that was given, or by its own name where several were; empty for the only
    /// one itself.
    var group: String {
        Path((prefix + relativePath.components.dropLast()).joined(separator: [Path.slash])).text
    }
    /// The name of the folder that was given, where there are several.
    fileprivate(set) var prefix: [[UInt8]] = []

    /// The folder that was given, or that the file given is in.
    fileprivate var root: Path? {
        guard var root = path else { return nil }
        for _ in relativePath.components { root = root.parent }
        return root
    }

    static let standardInput = InputFile(path: nil, relativePath: Path("stdin"))
}

/// Finds the documents behind the arguments: files, folders, patterns, lists.
struct InputFiles {
    /// The documents, in the order given; within a folder by name.
    private(set) var all: [InputFile] = []
    /// Whether they may be many: a folder, a pattern or a list was given.
    private(set) var isCollection = false
    private var visited: Set<FileStatus.Identity> = []

    /// Tells the folders apart from which documents come: each is a group by its name.
    mutating func nameGroups() {
        let roots = Set(all.compactMap { $0.root?.components })
        guard roots.count > 1 else { return }
        for index in all.indices {
            let name = all[index].root?.name ?? []
            all[index].prefix = name.isEmpty || name.allSatisfy { $0 == 0x2E } ? [] : [name]
        }
    }

    /// Adds what an argument means.
    mutating func add(argument: String) {
        guard argument != "-" else { return all.append(.standardInput) }
        let path = Platform.path(fromArgument: argument)
        let isPattern = path.bytes.contains { [0x2A, 0x3F, 0x5B].contains($0) }
        guard isPattern, (try? Platform.status(of: path, followsLinks: false)) == nil else { return add(path) }
        isCollection = true
        // What stands before the first wildcard is the folder that was given.
        let base = path.components.prefix { !$0.contains { [0x2A, 0x3F, 0x5B].contains($0) } }.count
        let matches = Platform.paths(matching: path)
        for match in matches { add(match, below: base) }
        guard matches.isEmpty else { return }
        addProblem(path, "nothing matches this pattern.")
    }

    /// Adds the files and folders that a list names, one a line.
    mutating func add(list: [UInt8]) {
        isCollection = true
        for line in list.split(separator: 0x0A) { add(Path(line)) }
    }

    private mutating func addProblem(_ path: Path, _ message: String) {
        all.append(
            InputFile(path: path, relativePath: Path(path.name), problem: Failure(.noInput, "no-input", message))
        )
    }

    /// Adds a file or folder; its first `base` parts are the folder that was given.
    private mutating func add(_ path: Path, below base: Int? = nil) {
        let relative = base.map { Path(path.components.dropFirst($0).joined(separator: [Path.slash])) }
        do throws(SystemError) {
            let status = try Platform.status(of: path)
            if status.kind == .folder {
                isCollection = true
                addFolder(path, relative ?? Path(""), status)
            } else {
                all.append(InputFile(path: path, relativePath: relative ?? Path(path.name), status: status))
            }
        } catch {
            addProblem(path, error.isMissing ? "there is no such file." : "cannot open it: \(error.text).")
        }
    }

    /// Adds the files of a folder and of the folders in it; hidden ones stay out, as with other tools.
    private mutating func addFolder(_ folder: Path, _ relative: Path, _ status: FileStatus) {
        visited.insert(status.identity)
        // It does not recurse; `pending` ends with what comes next.
        var pending = entries(of: folder, relative)
        while let (path, relative) = pending.popLast() {
            guard let own = try? Platform.status(of: path, followsLinks: false) else {
                add(problem: "it vanished.", path, relative)
                continue
            }
            switch own.kind {
            case .folder:
                guard visited.insert(own.identity).inserted else { continue }
                pending += entries(of: path, relative)
            case .file: all.append(InputFile(path: path, relativePath: relative, status: own, isFound: true))
            case .link: addTarget(of: path, relative)
            case .other: continue  // A pipe or a device holds no document, and reading it may never end.
            }
        }
    }

    /// Adds the file that a link leads to; links to folders are not followed, for they may lead in circles.
    private mutating func addTarget(of link: Path, _ relative: Path) {
        guard let target = try? Platform.status(of: link) else {
            return add(problem: "this link leads nowhere.", link, relative)
        }
        guard target.kind == .file else { return }
        all.append(InputFile(path: link, relativePath: relative, status: target, isFound: true))
    }

    /// What is in a folder, the last name first.
    private mutating func entries(of folder: Path, _ relative: Path) -> [(Path, Path)] {
        do throws(SystemError) {
            return try Platform.names(in: folder).reversed().filter { $0.first != 0x2E }.map {
                (folder.appending($0), relative.appending($0))
            }
        } catch {
            add(problem: "cannot list this folder: \(error.text).", folder, relative)
            return []
        }
    }

    private mutating func add(problem message: String, _ path: Path, _ relative: Path) {
        all.append(
            InputFile(path: path, relativePath: relative, problem: Failure(.noInput, "no-input", message))
        )
    }
}
