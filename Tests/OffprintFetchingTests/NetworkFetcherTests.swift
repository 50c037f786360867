#if Fetching
    import OffprintFetching
    import OffprintModel
    import Testing

    @Suite(.enabled(if: LoopbackServer.isAvailable)) struct `Fetching from a server` {
        let server: LoopbackServer

        init() throws { server = try LoopbackServer() }

        private func fetch(
            _ paths: [String],
            isAllowed: Bool = true
        ) async -> (article: Article, diagnostics: [Diagnostic]) {
            var policy = FetchPolicy()
            if isAllowed { _ = policy.allow("127.0.0.1:\(server.port)") }
            var limits = FetchLimits()
            (limits.imageBytes, limits.seconds) = (1 << 20, 1.5)
            let fetcher = NetworkFetcher(policy: policy, limits: limits)
            let figures = paths.map { Block.figure(Figure(images: [ImageReference(url: server.address($0))])) }
            let fetched = await fetcher.fetchImages(of: Article(body: figures))
            await fetcher.close()
            return fetched
        }

        @Test func `gets images, each once, and says nothing of itself`() async {
            let paths = ["ok.png", "moved", "modest", "ok.png", "ok-2.png"]
            let (article, diagnostics) = await fetch(paths)
            #expect(diagnostics == [])
            #expect(Set(article.resources.keys.map(\.rawValue)) == Set(paths.map(server.address)))
            #expect(article.resources.values.allSatisfy { $0.mediaType == "image/png" })
            #expect(server.asked.count { $0 == "ok.png" } == 2, "Once for itself, once for what moved there.")
        }

        @Test func `asks no private host that was not allowed`() async {
            let (article, diagnostics) = await fetch(["ok.png"], isAllowed: false)
            #expect(article.resources.isEmpty)
            #expect(diagnostics.first?.message.contains("an address of this machine") == true)
            #expect(server.asked.isEmpty)
        }

        @Test func `goes on past whatever a server does`() async {
            let reasons = [
                ("gone.png", "answered 404"), ("page.png", "not an image"), ("private", "a private address"),
                ("other-port", "an address of this machine"), ("circle", "leads back to itself"),
                ("far/0", "more than 5 times"), ("large", "larger than"), ("endless", "larger than"),
                ("bomb", "packed"), ("slow", "seconds"), ("drip", "seconds"), ("cut", "connection"),
            ]
            let (article, diagnostics) = await fetch(reasons.map(\.0) + ["ok.png"])
            #expect(Array(article.resources.keys.map(\.rawValue)) == [server.address("ok.png")])
            let messages = diagnostics.map(\.message)
            #expect(messages.count == reasons.count)
            for ((path, reason), message) in zip(reasons, messages) {
                #expect(message.contains(server.address(path)) && message.contains(reason), "\(message)")
            }
        }
    }
#endif
