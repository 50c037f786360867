import Offprint
import OffprintFetching

/// The fetching of images, in a build that can do it.
struct ImageFetching {
    #if Fetching
        private let fetcher: NetworkFetcher
    #endif

    /// Gives `nil` where nobody asks for it.
    init?(isAsked: Bool, allowing hosts: [String]) throws(Failure) {
        guard isAsked else {
            guard hosts.isEmpty else { throw .usage("--fetch-allow is for --fetch-images; give that too.") }
            return nil
        }
        var policy = FetchPolicy()
        for host in hosts where !policy.allow(host) {
            throw .usage("--fetch-allow takes ADDRESS:PORT, such as 127.0.0.1:8080, not \"\(host)\".")
        }
        #if Fetching
            fetcher = NetworkFetcher(policy: policy)
        #else
            throw .usage("This build cannot fetch images: build it with --traits Fetching.")
        #endif
    }

    /// Puts the images of articles into them.
    func fetch(for articles: inout [Article], reporting diagnostics: inout Diagnostics) {
        #if Fetching
            fetcher.fetchImagesAndWait(of: &articles, reporting: &diagnostics)
        #endif
    }

    /// Closes all connections.
    func close() {
        #if Fetching
            fetcher.closeAndWait()
        #endif
    }
}
