import OffprintModel

extension Rendering {
    mutating func figure(_ figure: Figure) {
        let credit = figure.credit?.nonEmpty
        guard !figure.images.isEmpty || !figure.caption.isBlank || credit != nil else { return }
        out.open("figure")
        for image in figure.images { self.image(image, isBlock: true) }
        if !figure.caption.isBlank || credit != nil {
            out.open("figcaption")
            inlines(figure.caption, depth: 0)
            if let credit {
                if !figure.caption.isBlank { out.text(" ") }
                out.element("small", ["class": "credit"], text: credit)
            }
            out.close("figcaption")
        }
        out.close("figure")
    }

    /// An image, or what stands in for it where it cannot be shown.
    mutating func image(_ image: ImageReference, isBlock: Bool = false) {
        guard let address = configuration.imageAddress(image)?.nonEmpty else { return standIn(for: image, isBlock) }
        noteImage(address)
        if let url = image.url, address.hasPrefix("http") { noteCredentials(in: url) }
        if image.alternativeText == nil { lacksAlternativeText = true }
        out.empty(
            "img",
            [
                "src": address,
                "alt": image.alternativeText ?? "",
                // Tells decoration from an image of which nobody says what it shows.
                "role": image.alternativeText == "" ? "presentation" : nil,
                "title": image.title?.nonEmpty,
                "width": image.width.flatMap { $0 > 0 ? String($0) : nil },
                "height": image.height.flatMap { $0 > 0 ? String($0) : nil },
            ]
        )
    }

    private mutating func standIn(for image: ImageReference, _ isBlock: Bool) {
        let target = image.url.flatMap { LinkTarget($0).address }
        let name = image.url ?? image.resource?.rawValue ?? "without an address"
        let obstacle = configuration.imageObstacle(image).map { " because \($0)" } ?? ""
        diagnostics.lose(
            "image-not-embedded",
            "The image \"\(shown(name))\" is not embedded\(obstacle); its alternative text"
                + (target == nil ? " stands in." : " and a link stand in.")
        )
        let text = (image.alternativeText ?? image.title ?? target.map(Self.fileName))?.nonEmpty
        // Decoration that cannot be shown is nothing.
        guard let text else { return }
        // Within a line brackets keep it apart from the words around it.
        if isBlock { out.open("p", ["class": "image"]) } else { out.text("[") }
        if let target, !isInLink {
            if let url = image.url { noteCredentials(in: url) }
            out.element("a", ["href": target], text: text)
        } else {
            out.text(text)
        }
        if isBlock { out.close("p") } else { out.text("]") }
    }

    /// The last part of an address, which often says what an image shows.
    private static func fileName(_ address: String) -> String {
        let path = address.utf8.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
        let name = path.split(separator: UInt8(ascii: "/")).last.map { String(decoding: Array($0), as: UTF8.self) }
        return name ?? address
    }

    mutating func embed(_ embed: Embed, depth: Int) {
        let title = embed.title?.nonEmpty
        var address: String?
        if let url = embed.url {
            switch LinkTarget(url) {
            case .address(let found):
                address = found
                noteCredentials(in: url)
            case .fragment, .refused:
                diagnostics.lose(
                    "embed-without-link",
                    "The embed \"\(shown(title ?? url))\" has no address to lead to."
                )
            }
        }
        guard address != nil || title != nil || !embed.fallback.isEmpty else {
            if embed.url == nil { diagnostics.lose("embed-empty", "An embed says neither what nor where it is.") }
            return
        }
        if address != nil {
            diagnostics.approximate(
                "embed-as-link",
                "What was embedded became a link: nothing is loaded from elsewhere."
            )
        }
        out.open("div", ["class": "embed \(embed.kind.rawValue)"])
        blocks(embed.fallback, depth: depth + 1)
        if let text = title ?? address {
            out.open("p")
            if let address { out.element("a", ["href": address], text: text) } else { out.text(text) }
            out.close("p")
        }
        out.close("div")
    }
}
