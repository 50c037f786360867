package import OffprintModel

/// The pictures, and the things that live elsewhere, of a body in reading order, each address once.
package struct BodyMedia {
    /// The pictures of figures, with what their figures say about them.
    package private(set) var pictures: [Picture] = []
    /// What is embedded and has an address.
    package private(set) var embeds: [Embed] = []

    /// Looks through a body.
    package init(in body: [Block]) {
        var seen: Set<String> = []
        body.walk { block, _ in
            if case .figure(let figure) = block {
                let caption = figure.caption.plainText.filled
                for image in figure.images where seen.insert(image.url ?? image.resource?.rawValue ?? "").inserted {
                    pictures.append(Picture(image, caption: caption, credit: figure.credit?.filled))
                }
            } else if case .embed(let embed) = block, let url = embed.url, seen.insert(url).inserted {
                embeds.append(embed)
            }
        }
    }
}
