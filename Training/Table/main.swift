// Prints what the content model is trained on: `# columns`, then for each page given `P path` and its lines.
//   OFFPRINT_TRAINING=1 swift run -c release TrainingTable PAGE.html…
import OffprintHTML

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

func read(_ path: String) -> [UInt8] {
    guard let file = unsafe fopen(path, "rb") else { return [] }
    defer { unsafe _ = fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
        let count = unsafe chunk.withUnsafeMutableBytes { unsafe fread($0.baseAddress, 1, $0.count, file) }
        guard count > 0 else { return bytes }
        bytes.append(contentsOf: chunk[..<count])
    }
}

print("# " + TrainingTable.columns.joined(separator: ","))
for path in CommandLine.arguments.dropFirst() {
    print("P\t\(path)")
    do { print(try TrainingTable.lines(ofPage: read(path)), terminator: "") } catch { print("X\t\(error)") }
}
