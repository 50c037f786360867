public import OffprintModel

/// Fetches the images of articles into their resources.
///
/// An image that cannot be had is a warning, never the end of a document. An address is asked once, however many
/// articles show it. What comes of a run does not depend on the order in which servers answer.
public actor ImageFetcher {
    private let request: ImageRequest
    private let limits: FetchLimits
    private var known: [String: Result<FetchedImage, FetchFailure>] = [:]
    private var keptBytes = 0

    /// How many bytes of images are kept for articles to come, which may show them too.
    private static let memory = 256 << 20

    /// Creates a fetcher.
    public init(_ transport: any WebTransport, policy: FetchPolicy = FetchPolicy(), limits: FetchLimits = FetchLimits())
    {
        request = ImageRequest(transport: transport, policy: policy, limits: limits)
        self.limits = limits
    }

    /// The article with its images in it, and a warning for each that is not.
    public func fetchImages(of article: Article) async -> (article: Article, diagnostics: [Diagnostic]) {
        let images = ImageAddresses(of: article)
        var article = article
        var diagnostics: [Diagnostic] = []
        var total = 0
        var hasEnded = false
        let results = await results(for: Array(images.all.prefix(limits.images)))
        for (index, address) in images.all.enumerated() {
            var result = index < results.count ? results[index] : nil
            if case .success(let image)? = result, total + image.bytes.count > limits.articleBytes { hasEnded = true }
            if hasEnded { result = nil }
            switch result {
            case .success(let image):
                total += image.bytes.count
                for id in images.resources[address] ?? [] {
                    article.resources[id] = Resource(id: id, mediaType: image.mediaType, location: .bytes(image.bytes))
                }
            case .failure(let failure): diagnostics.append(Self.warning(address, failure))
            case nil:
                let enough = FetchFailure(.articleLimit, "enough was fetched for this article")
                diagnostics.append(Self.warning(address, enough))
            }
        }
        return (article, diagnostics)
    }

    private static func warning(_ address: String, _ failure: FetchFailure) -> Diagnostic {
        let shown = address.utf8.count > 200 ? String(address.prefix(200)) + "…" : address
        return Diagnostic(
            .warning,
            "image-not-fetched",
            "The image \"\(shown)\" was not fetched because \(failure.reason)."
        )
    }

    /// What came of the addresses, in their order; the list ends early where the article has had enough.
    private func results(for addresses: [String]) async -> [Result<FetchedImage, FetchFailure>] {
        var found: [Int: Result<FetchedImage, FetchFailure>] = [:]
        var (next, bytes) = (0, 0)
        let (request, limits) = (request, limits)
        let end = ContinuousClock.now + .seconds(limits.articleSeconds)
        await withTaskGroup(of: (Int, Result<FetchedImage, FetchFailure>).self) { group in
            var running = 0
            while true {
                while next < addresses.count, running < limits.parallel, bytes <= limits.articleBytes {
                    let (index, address) = (next, addresses[next])
                    next += 1
                    if let known = known[address] {
                        found[index] = known
                        continue
                    }
                    guard ContinuousClock.now < end else {
                        found[index] = .failure(FetchFailure(.time, "the images of this article take too long"))
                        continue
                    }
                    running += 1
                    group.addTask {
                        let result = await request.result(at: address)
                        return (index, result)
                    }
                }
                guard let (index, result) = await group.next() else { break }
                running -= 1
                found[index] = result
                if case .success(let image) = result { bytes += image.bytes.count }
                keep(result, for: addresses[index])
            }
        }
        return (0..<next).compactMap { found[$0] }
    }

    private func keep(_ result: Result<FetchedImage, FetchFailure>, for address: String) {
        if case .success(let image) = result { keptBytes += image.bytes.count }
        // A run over a million pages must not hold all their images.
        if keptBytes > Self.memory { (known, keptBytes) = ([:], 0) }
        known[address] = result
    }
}
