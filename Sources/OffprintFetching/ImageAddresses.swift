import OffprintModel

/// The images of an article that are somewhere on the web and not in the article.
struct ImageAddresses {
    /// Each once, in the order of the article, the pictures of its metadata first.
    private(set) var all: [String] = []
    /// The resources to fill with each image.
    private(set) var resources: [String: [Resource.ID]] = [:]
    private let article: Article

    init(of article: Article) {
        self.article = article
        for picture in article.metadata.images.best ?? [] { add(picture.image) }
        article.body.walk { block, _ in
            if case .figure(let figure) = block { for image in figure.images { self.add(image) } }
            for run in block.inlines { run.walk { if case .image(let image) = $0 { self.add(image) } } }
        }
    }

    private mutating func add(_ image: ImageReference) {
        var address = image.url
        var id = image.url.map(Resource.ID.init(rawValue:))
        if let own = image.resource, let resource = article.resources[own] {
            switch resource.location {
            case .bytes: return
            case .file: break
            case .remote(let url): (address, id) = (url, own)
            }
        }
        guard let address, let id, isElsewhere(address) else { return }
        if let known = article.resources[id], case .bytes = known.location { return }
        if resources[address] == nil { all.append(address) }
        if resources[address]?.contains(id) != true { resources[address, default: []].append(id) }
    }

    /// Whether an address has a scheme that could be asked; those without one are files beside the input.
    private func isElsewhere(_ address: String) -> Bool {
        let visible = String(decoding: address.utf8.filter { $0 > 0x20 }.prefix(40), as: UTF8.self).lowercased()
        if visible.hasPrefix("//") { return true }
        let scheme = visible.prefix { $0 != ":" }
        return scheme.count < visible.count && scheme != "data" && !scheme.contains("/") && !scheme.contains(".")
    }
}
