import OffprintFetching
import OffprintModel
import Testing

/// A web of a few addresses, without a network.
private actor SmallWeb: WebTransport {
    private let answers: [String: WebAnswer]
    private let numbers: [String: String]
    private let delays: [String: Double]
    private(set) var asked: [String] = []

    init(_ answers: [String: WebAnswer], numbers: [String: String] = [:], delays: [String: Double] = [:]) {
        (self.answers, self.numbers, self.delays) = (answers, numbers, delays)
    }

    func resolve(_ host: String, port: Int) throws(FetchFailure) -> IPAddress {
        guard let number = IPAddress(numbers[host] ?? "93.184.215.14") else {
            throw FetchFailure(.unknownHost, "its host is not known")
        }
        return number
    }

    func get(_ address: FetchAddress, at number: IPAddress, limits: FetchLimits) async throws(FetchFailure) -> WebAnswer
    {
        asked.append(address.text)
        if let delay = delays[address.text] { try? await Task.sleep(for: .seconds(delay)) }
        let answer = answers[address.text] ?? WebAnswer(404)
        guard answer.body.count <= limits.imageBytes else { throw FetchFailure(.size, "it is too large") }
        return answer
    }
}

@Suite struct `Fetching images` {
    private static let png: [UInt8] =
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + [UInt8](repeating: 7, count: 40)
    private static let jpeg: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0] + [UInt8](repeating: 7, count: 40)

    private func article(_ addresses: [String]) -> Article {
        Article(body: addresses.map { .figure(Figure(images: [ImageReference(url: $0)])) })
    }

    private func images(of article: Article) -> [String: String] {
        Dictionary(
            article.resources.compactMap { id, resource in
                guard case .bytes = resource.location else { return nil }
                return (id.rawValue, resource.mediaType ?? "")
            },
            uniquingKeysWith: { first, _ in first }
        )
    }

    @Test func `puts them into the article, by their own format`() async {
        let web = SmallWeb([
            "https://news.example/a.jpg": WebAnswer(200, body: Self.png),
            "https://news.example/b.png": WebAnswer(200, body: Self.jpeg),
        ])
        var article = Article(body: [
            .paragraph([
                .link([.image(ImageReference(url: "https://news.example/a.jpg"))], target: "https://x.example/")
            ])
        ])
        article.metadata.images.add(
            [Picture(ImageReference(resource: "lead"))],
            from: Origin(.user, at: "test")
        )
        article.resources["lead"] = Resource(id: "lead", location: .remote(url: "https://news.example/b.png"))
        let (fetched, diagnostics) = await ImageFetcher(web).fetchImages(of: article)
        #expect(images(of: fetched) == ["https://news.example/a.jpg": "image/png", "lead": "image/jpeg"])
        #expect(diagnostics.isEmpty)
        #expect(fetched.body == article.body)
    }

    @Test func `asks once for what several articles show, and for nothing that is no address of the web`() async {
        let web = SmallWeb(["https://news.example/a.png": WebAnswer(200, body: Self.png)])
        let fetcher = ImageFetcher(web)
        let page = article([
            "https://news.example/a.png", "https://news.example/a.png", "b.png", "data:image/png,x", "/c",
        ])
        let first = await fetcher.fetchImages(of: page)
        let second = await fetcher.fetchImages(of: page)
        #expect(first.article == second.article)
        #expect(images(of: first.article).count == 1)
        #expect(first.diagnostics.isEmpty)
        #expect(await web.asked == ["https://news.example/a.png"])
    }

    @Test(arguments: [
        ("https://news.example/gone", "the server answered 404"),
        ("https://news.example/page", "not an image"),
        ("https://news.example/packed", "packed"),
        ("https://news.example/large", "too large"),
        ("https://news.example/inside", "refused: its port 22"),
        ("https://news.example/to-number", "an address of this machine"),
        ("https://news.example/to-name", "a private address"),
        ("https://news.example/to-file", "not an address of http or https"),
        ("https://news.example/circle", "leads back to itself"),
        ("https://news.example/far/9", "more than 5 times"),
        ("https://news.example/slow", "more than 0.3 seconds"),
        ("https://rebound.example/a", "a link-local address"),
        ("https://unknown.example/a", "not known"),
        ("http://127.0.0.1/a", "an address of this machine"),
        ("http://[::ffff:10.0.0.1]/a", "its host is not one"),
        ("http://[::ffff:a00:1]/a", "version 4 in another form"),
        ("http://user:word@news.example/a", "a name or a password"),
        ("ftp://news.example/a", "not an address of http or https"),
    ])
    func `says what it does not fetch, and why`(address: String, reason: String) async {
        var answers: [String: WebAnswer] = [
            "https://news.example/page": WebAnswer(200, body: Array("<html><img src=x onerror=y>".utf8)),
            "https://news.example/packed": WebAnswer(200, contentEncoding: "gzip", body: Self.png),
            "https://news.example/large": WebAnswer(200, body: Self.png + [UInt8](repeating: 0, count: 2_000)),
            "https://news.example/inside": WebAnswer(302, location: "http://news.example:22/"),
            "https://news.example/to-number": WebAnswer(302, location: "http://127.0.0.1/a.png"),
            "https://news.example/to-name": WebAnswer(307, location: "//inside.example/a.png"),
            "https://news.example/to-file": WebAnswer(301, location: "file:///etc/hostname"),
            "https://news.example/circle": WebAnswer(302, location: "circle"),
            "https://news.example/slow": WebAnswer(200, body: Self.png),
        ]
        for step in 0...9 {
            answers["https://news.example/far/\(step)"] =
                step == 0 ? WebAnswer(200, body: Self.png) : WebAnswer(308, location: "\(step - 1)")
        }
        let web = SmallWeb(
            answers,
            numbers: ["inside.example": "192.168.1.1", "rebound.example": "169.254.169.254", "unknown.example": ""],
            delays: ["https://news.example/slow": 20]
        )
        var limits = FetchLimits()
        (limits.imageBytes, limits.seconds) = (1_000, 0.3)
        let (fetched, diagnostics) = await ImageFetcher(web, limits: limits).fetchImages(of: article([address]))
        #expect(images(of: fetched).isEmpty)
        #expect(diagnostics.map(\.code) == ["image-not-fetched"])
        let message = diagnostics.first?.message ?? ""
        #expect(message.contains(reason) && message.contains(address), "\(message)")
        #expect(await !web.asked.contains { $0.contains("127.0.0.1") || $0.contains("inside.example") })
    }

    @Test func `follows a few redirects`() async {
        let web = SmallWeb([
            "https://news.example/a": WebAnswer(301, location: "/b"),
            "https://news.example/b": WebAnswer(302, location: "//media.example/c?d"),
            "https://media.example/c?d": WebAnswer(200, body: Self.png),
        ])
        let (fetched, diagnostics) = await ImageFetcher(web).fetchImages(of: article(["https://news.example/a"]))
        #expect(images(of: fetched) == ["https://news.example/a": "image/png"])
        #expect(diagnostics.isEmpty)
    }

    @Test func `keeps to what an article may hold, whoever answers first`() async {
        let addresses = (0..<12).map { "https://news.example/\($0).png" }
        let answers = Dictionary(uniqueKeysWithValues: addresses.map { ($0, WebAnswer(200, body: Self.png)) })
        var limits = FetchLimits()
        (limits.articleBytes, limits.images) = (Self.png.count * 3, 10)
        for slow in [addresses[0], addresses[2], addresses[4]] {
            let web = SmallWeb(answers, delays: [slow: 0.1])
            let (fetched, diagnostics) = await ImageFetcher(web, limits: limits).fetchImages(of: article(addresses))
            #expect(images(of: fetched).keys.sorted() == Array(addresses[..<3]))
            #expect(diagnostics.count == 9)
            #expect(await web.asked.count < 9)
        }
        limits.articleBytes = 1 << 20
        let (fetched, diagnostics) = await ImageFetcher(SmallWeb(answers), limits: limits).fetchImages(
            of: article(addresses)
        )
        #expect(images(of: fetched).count == 10)
        #expect(diagnostics.count == 2)
    }
}

@Suite struct `Signatures of images` {
    @Test(arguments: [
        ("GIF89a-", "image/gif"), ("RIFF0000WEBPVP8 ", "image/webp"), ("0000ftypavif0000", "image/avif"),
        ("<svg xmlns='http://www.w3.org/2000/svg'/>", "image/svg+xml"),
        ("\u{FEFF}<?xml version='1.0'?>\n<!-- a > b -->\n<!DOCTYPE svg>\n<svg>", "image/svg+xml"),
        ("<html><svg>", nil), ("<svgx>", nil), ("<!-- ", nil), ("", nil), ("RIFF", nil), ("BM", nil), ("%PDF-1.7", nil),
    ])
    func `tell the format`(text: String, mediaType: String?) {
        #expect(ImageSignature.mediaType(of: Array(text.utf8)) == mediaType)
    }
}
