import Offprint

/// Reads the files that options name, and those of the user's configuration.
struct OptionFileReading {
    /// How many bytes one may hold.
    let limit: Int

    /// The file that was given, then those of a folder of the configuration.
    func files(
        _ file: String?,
        _ folder: (name: String, extension: String)?,
        for option: String
    ) throws(ConversionError) -> [OptionFile] {
        var files: [OptionFile] = []
        if let file { files.append(try read(Platform.path(fromArgument: file), for: option)) }
        guard let folder, let configuration = Self.configuration else { return files }
        let place = configuration.appending(Array("offprint/\(folder.name)".utf8))
        // Most people have none, and that is no error.
        let names = (try? Platform.names(in: place)) ?? []
        for name in names.sorted(by: { $0.lexicographicallyPrecedes($1) })
        where name.first != 0x2E && name.ends(with: ".\(folder.extension)") {
            files.append(try read(place.appending(name), for: option))
        }
        return files
    }

    /// `$XDG_CONFIG_HOME`, or what stands for it (XDG Base Directory Specification).
    private static var configuration: Path? {
        if let folder = Platform.variable("XDG_CONFIG_HOME"), folder.hasPrefix("/") { return Path(folder) }
        return Platform.variable("HOME").map { Path($0).appending(Array(".config".utf8)) }
    }

    private func read(_ path: Path, for option: String) throws(ConversionError) -> OptionFile {
        do throws(SystemError) {
            let bytes = try Platform.read(path, limit: limit)
            guard bytes.count > limit else { return OptionFile(name: path.text, bytes: bytes) }
        } catch {
            throw ConversionError(.invalidOption, "\(option): cannot read \"\(path.text)\": \(error.text).")
        }
        throw ConversionError(.invalidOption, "\(option): \"\(path.text)\" is larger than \(limit >> 20) MiB.")
    }
}

extension [UInt8] {
    fileprivate func ends(with text: String) -> Bool { suffix(text.utf8.count).elementsEqual(text.utf8) }
}
