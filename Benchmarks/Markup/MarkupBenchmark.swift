// CPU time a page from bytes to the flat tree, decoding included: the least of five rounds over the
// files given.
//   OFFPRINT_BENCHMARKS=1 swift run -c release MarkupBenchmark PAGE.html…
import OffprintMarkup

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

@main
enum MarkupBenchmark {
    static func main() {
        let pages = CommandLine.arguments.dropFirst().compactMap(read)
        guard !pages.isEmpty else { return print("Name the pages to parse.") }
        var least = Double.infinity
        var nodes = 0
        for _ in 0..<5 {
            let start = cpuSeconds()
            nodes = pages.reduce(0) { $0 + ((try? MarkupDocument(html: $1))?.tree.count ?? 0) }
            least = min(least, cpuSeconds() - start)
        }
        let bytes = pages.reduce(0) { $0 + $1.count }
        print(
            "{\"pages\": \(pages.count), \"mean_kB\": \(bytes / pages.count / 1000), \"nodes\": \(nodes),",
            "\"flat_ms\": \(least * 1e3 / Double(pages.count))}"
        )
    }

    static func read(_ path: String) -> [UInt8]? {
        guard let file = unsafe fopen(path, "rb") else { return nil }
        defer { unsafe _ = fclose(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = unsafe chunk.withUnsafeMutableBytes { unsafe fread($0.baseAddress, 1, $0.count, file) }
            guard count > 0 else { return bytes }
            bytes.append(contentsOf: chunk[..<count])
        }
    }

    static func cpuSeconds() -> Double {
        var usage = rusage()
        unsafe _ = getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        let micro = usage.ru_utime.tv_usec + usage.ru_stime.tv_usec
        return Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) + Double(micro) / 1e6
    }
}
