/// An option that a plugin takes.
///
/// The tool lists it, checks its values and hands them over: no plugin touches argument parsing.
public struct OptionDeclaration: Sendable, Hashable {
    /// What values an option takes.
    public enum Kind: Sendable, Hashable {
        /// One of these words.
        case choice([String])
        /// `yes` or `no`.
        case flag
        /// A whole number within a range.
        case integer(ClosedRange<Int>)
        /// Any text, or one of a few words with a meaning of their own.
        case text
        /// A file, whose bytes ``OptionValues/file(_:)`` gives, or one of these words.
        ///
        /// A host opens it, never a plugin.
        case file(or: [String])
        /// A file, besides those of a folder of the user's configuration, whose bytes ``OptionValues/files(_:)`` gives.
        ///
        /// `auto` names none, and leaves those of the folder; `none` leaves these out too.
        case files(in: String, extension: String)
    }

    /// The name, without the plugin's.
    public let name: String
    /// What values it takes.
    public let kind: Kind
    /// The value it has unless another is given, as a user would write it.
    public let defaultValue: String
    /// One line of help.
    public let help: String

    /// Creates a declaration.
    public init(_ name: String, _ kind: Kind, default defaultValue: String, help: String) {
        self.name = name
        self.kind = kind
        self.defaultValue = defaultValue
        self.help = help
    }

    /// What is wrong with a value, in words that follow `takes`; `nil` where nothing is.
    public func expectation(violatedBy value: String) -> String? {
        switch kind {
        case .choice(let words): words.contains(value) ? nil : words.joined(separator: ", ")
        case .flag: value == "yes" || value == "no" ? nil : "yes or no"
        case .integer(let range):
            Int(value).map(range.contains) == true
                ? nil : "a whole number from \(range.lowerBound) to \(range.upperBound)"
        case .text: nil
        case .file(let words):
            value.isEmpty ? (words + ["the name of a file"]).joined(separator: ", ") : nil
        case .files: value.isEmpty ? "auto, none, the name of a file" : nil
        }
    }
}

/// A file that an option names.
public struct OptionFile: Sendable, Hashable {
    /// Its name, as the user gave it.
    public var name: String
    /// What is in it.
    public var bytes: [UInt8]

    /// Creates a file.
    public init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }
}

/// The values of one plugin's options.
///
/// Each declared option has a value, so `options["cover"]` needs no default where it is read.
public struct OptionValues: Sendable, Hashable {
    private var values: [String: String]
    private var files: [String: [OptionFile]] = [:]

    /// Creates values that nobody has declared: for tests and for programs that call a reader or writer directly.
    public init(_ values: [String: String] = [:]) { self.values = values }

    /// Creates the values of declared options: the defaults, replaced where `given` has another.
    ///
    /// `files` has what those hold that name files.
    public init(declared: [OptionDeclaration], given: [String: String] = [:], files: [String: [OptionFile]] = [:]) {
        self.files = files
        values = Dictionary(declared.map { ($0.name, $0.defaultValue) }, uniquingKeysWith: { first, _ in first })
        values.merge(given) { _, given in given }
    }

    /// The value of an option by its name without the plugin's; `nil` where none was declared or given.
    public subscript(name: String) -> String? { values[name] }

    /// The bytes of the file that an option names; `nil` where it names none, or the host opened none.
    public func file(_ name: String) -> [UInt8]? { files[name]?.first?.bytes }

    /// The files of an option that takes several, that of the user's configuration behind the one given.
    public func files(_ name: String) -> [OptionFile] { files[name] ?? [] }

    /// Whether a flag is `yes`; `standard` where it has no value.
    public func isOn(_ name: String, default standard: Bool = false) -> Bool {
        values[name].map { $0 == "yes" } ?? standard
    }
}
