// CPU time a page, the least of some rounds over the files given, beside libxml2's own tree of the same bytes in the same run:
// bytes → tree, bytes → article, and bytes → each format.
//   OFFPRINT_BENCHMARKS=1 swift run -c release ReadingBenchmark [--rounds N] [--formats flat,markdown] PAGE.html…
import Floor
import Offprint
import OffprintMarkup
import OffprintPlugins

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

@main
enum ReadingBenchmark {
    static func main() throws {
        var arguments = ArraySlice(CommandLine.arguments.dropFirst())
        var rounds = 5
        var formats = ["flat", "markdown"]
        while let option = arguments.first, option.hasPrefix("--") {
            let value = arguments.dropFirst().first ?? ""
            if option == "--rounds" { rounds = Int(value) ?? rounds }
            if option == "--formats" { formats = value.split(separator: ",").map(String.init) }
            arguments = arguments.dropFirst(2)
        }
        let pages = arguments.map { (name: $0, bytes: read($0)) }.filter { !$0.bytes.isEmpty }
        guard !pages.isEmpty else { return print("Name the pages to read.") }

        let pipeline = try ConversionPipeline(registry: .bundled, options: [:])
        var work: [(name: String, body: ([UInt8], String) throws -> Void)] = [
            (
                "libxml2 tree",
                { bytes, _ in
                    _ = unsafe bytes.withUnsafeBytes { buffer in
                        unsafe floor_parse_html(
                            buffer.baseAddress?.assumingMemoryBound(to: CChar.self),
                            Int32(buffer.count)
                        )
                    }
                }
            ),
            ("tree", { bytes, _ in _ = try MarkupDocument(html: bytes) }),
        ]
        for format in formats {
            work.append(
                (
                    format,
                    { bytes, name in
                        _ = try pipeline.convert(Source(bytes, name: name), to: Format.ID(rawValue: format))
                    }
                )
            )
        }

        let size = pages.reduce(0) { $0 + $1.bytes.count } / pages.count
        print("\(pages.count) pages, \(size / 1_000) kB mean, least of \(rounds) rounds")
        var least = [Double](repeating: .infinity, count: work.count)
        var failed = [Int](repeating: 0, count: work.count)
        for _ in 0..<rounds {
            for (index, step) in work.enumerated() {
                failed[index] = 0
                let start = cpuSeconds()
                for page in pages { do { try step.body(page.bytes, page.name) } catch { failed[index] += 1 } }
                least[index] = min(least[index], cpuSeconds() - start)
            }
        }
        for (index, step) in work.enumerated() {
            let milliseconds = least[index] * 1e3 / Double(pages.count)
            let note = failed[index] > 0 ? "  \(failed[index]) pages failed" : ""
            print(
                "\(padded(step.name)) \(rounded(milliseconds)) ms/page  \(rounded(least[index] / least[0])) × libxml2 tree\(note)"
            )
        }
    }

    private static func padded(_ name: String) -> String {
        name + String(repeating: " ", count: max(0, 16 - name.count))
    }

    private static func rounded(_ value: Double) -> String {
        let thousandths = Int((value * 1_000).rounded())
        let digits = String(thousandths % 1_000)
        return "\(thousandths / 1_000)." + String(repeating: "0", count: 3 - digits.count) + digits
    }

    private static func read(_ path: String) -> [UInt8] {
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

    private static func cpuSeconds() -> Double {
        var use = rusage()
        unsafe _ = getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &use)
        let seconds = use.ru_utime.tv_sec + use.ru_stime.tv_sec
        return Double(seconds) + Double(use.ru_utime.tv_usec + use.ru_stime.tv_usec) / 1e6
    }
}
