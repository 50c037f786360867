/// The formats of images, known by their first bytes and never by what a server or a name says.
public enum ImageSignature {
    /// The media type of an image; `nil` for whatever is none of the web's.
    public static func mediaType(of bytes: [UInt8]) -> String? {
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return "image/png" }
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return "image/jpeg" }
        if bytes.starts(with: "GIF87a".utf8) || bytes.starts(with: "GIF89a".utf8) { return "image/gif" }
        if bytes.count > 12 {
            let brand = bytes[8..<12]
            if bytes.starts(with: "RIFF".utf8), brand.elementsEqual("WEBP".utf8) { return "image/webp" }
            let isAVIF = brand.elementsEqual("avif".utf8) || brand.elementsEqual("avis".utf8)
            if bytes[4..<8].elementsEqual("ftyp".utf8), isAVIF { return "image/avif" }
        }
        return isSVG(bytes) ? "image/svg+xml" : nil
    }

    /// Whether the first element is `svg`, behind the declaration, comments and the document type.
    private static func isSVG(_ bytes: [UInt8]) -> Bool {
        var rest = bytes.prefix(4_096)
        if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
        while true {
            rest = rest.drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
            if rest.starts(with: "<svg".utf8) {
                let next = rest.dropFirst(4).first ?? 0
                return next <= 0x20 || next == UInt8(ascii: ">") || next == UInt8(ascii: "/")
            }
            let end: [UInt8]
            if rest.starts(with: "<!--".utf8) {
                end = Array("-->".utf8)
            } else if rest.starts(with: "<?xml".utf8) || rest.starts(with: "<!DOCTYPE svg".utf8) {
                end = [UInt8(ascii: ">")]
            } else {
                return false
            }
            while !rest.isEmpty, !rest.starts(with: end) { rest = rest.dropFirst() }
            rest = rest.dropFirst(end.count)
        }
    }
}
