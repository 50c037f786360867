#if Fetching
    import NIOCore
    import NIOPosix
    public import OffprintModel

    /// Fetches images from the network.
    ///
    /// It is there in builds with the trait `Fetching` alone.
    public struct NetworkFetcher: Sendable {
        private let transport = NetworkTransport()
        private let fetcher: ImageFetcher

        /// Creates a fetcher.
        public init(policy: FetchPolicy = FetchPolicy(), limits: FetchLimits = FetchLimits()) {
            fetcher = ImageFetcher(transport, policy: policy, limits: limits)
        }

        /// The article with its images in it, and a warning for each that cannot be had.
        public func fetchImages(of article: Article) async -> (article: Article, diagnostics: [Diagnostic]) {
            await fetcher.fetchImages(of: article)
        }

        /// Closes all connections; the fetcher is of no use after it.
        public func close() async { await transport.close() }

        /// Puts the images of articles into them, and waits for that: for a program's own thread, never for a task,
        /// whose threads the fetching needs.
        public func fetchImagesAndWait(of articles: inout [Article], reporting diagnostics: inout Diagnostics) {
            for index in articles.indices {
                let (fetcher, article) = (fetcher, articles[index])
                guard let done = wait({ await fetcher.fetchImages(of: article) }) else { continue }
                articles[index] = done.article
                for diagnostic in done.diagnostics { diagnostics.report(diagnostic) }
            }
        }

        /// Closes all connections, and waits for that.
        public func closeAndWait() {
            let transport = transport
            _ = wait { await transport.close() }
        }

        private func wait<Value: Sendable>(_ body: @escaping @Sendable () async -> Value) -> Value? {
            try? MultiThreadedEventLoopGroup.singleton.any().makeFutureWithTask(body).wait()
        }
    }
#endif
