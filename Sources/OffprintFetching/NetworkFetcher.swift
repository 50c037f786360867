#if Fetching
    import NIOCore
    import NIOPosix
    public import OffprintModel

    /// Fetches images from the network, for callers that wait.
    ///
    /// It is there in builds with the trait `Fetching` alone.
    public struct NetworkFetcher: Sendable {
        private let transport = NetworkTransport()
        private let fetcher: ImageFetcher

        /// Creates a fetcher.
        public init(policy: FetchPolicy = FetchPolicy(), limits: FetchLimits = FetchLimits()) {
            fetcher = ImageFetcher(transport, policy: policy, limits: limits)
        }

        /// Puts the images of articles into them; what cannot be had is reported as warnings.
        public func fetchImages(of articles: inout [Article], reporting diagnostics: inout Diagnostics) {
            for index in articles.indices {
                let (fetcher, article) = (fetcher, articles[index])
                let done = wait { await fetcher.fetchImages(of: article) }
                guard let done else { continue }
                articles[index] = done.article
                for diagnostic in done.diagnostics { diagnostics.report(diagnostic) }
            }
        }

        /// Closes all connections; the fetcher is of no use after it.
        public func close() {
            let transport = transport
            _ = wait { await transport.close() }
        }

        private func wait<Value: Sendable>(_ body: @escaping @Sendable () async -> Value) -> Value? {
            try? MultiThreadedEventLoopGroup.singleton.any().makeFutureWithTask(body).wait()
        }
    }
#endif
