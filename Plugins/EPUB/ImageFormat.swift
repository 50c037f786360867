/// The image formats that every EPUB reader shows, known by their first bytes and never by what a server said.
enum ImageFormat: String {
    case jpeg = "image/jpeg"
    case png = "image/png"
    case gif = "image/gif"
    case webP = "image/webp"
    case svg = "image/svg+xml"

    var fileExtension: String {
        switch self {
        case .jpeg: "jpg"
        case .png: "png"
        case .gif: "gif"
        case .webP: "webp"
        case .svg: "svg"
        }
    }

    /// Whether every shop and every library shows it as a cover.
    var isForCovers: Bool { self == .jpeg || self == .png }

    /// The format of an image that is whole enough to have a size; `nil` for anything else.
    init?(of bytes: [UInt8]) {
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            guard bytes.count >= 45, bytes[12..<16].elementsEqual("IHDR".utf8) else { return nil }
            self = .png
        } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
            guard Self.frame(of: bytes) != nil else { return nil }
            self = .jpeg
        } else if bytes.starts(with: "GIF87a".utf8) || bytes.starts(with: "GIF89a".utf8) {
            guard bytes.count >= 20, bytes[6...7] != [0, 0], bytes[8...9] != [0, 0] else { return nil }
            self = .gif
        } else if bytes.starts(with: "RIFF".utf8), bytes.count >= 30, bytes[8..<12].elementsEqual("WEBP".utf8) {
            self = .webP
        } else if SVGCheck.passes(bytes) {
            self = .svg
        } else {
            return nil
        }
    }

    /// How many dots wide and high a JPEG or PNG says that it is.
    static func size(of bytes: [UInt8]) -> (width: Int, height: Int)? {
        func number(at index: Int, _ count: Int) -> Int {
            bytes[index..<(index + count)].reduce(0) { $0 << 8 | Int($1) }
        }
        if bytes.starts(with: [0x89, 0x50]), bytes.count >= 24 { return (number(at: 16, 4), number(at: 20, 4)) }
        guard bytes.starts(with: [0xFF, 0xD8]), let frame = frame(of: bytes) else { return nil }
        return (number(at: frame + 7, 2), number(at: frame + 5, 2))
    }

    /// Where the segments of a JPEG lead to a frame, which says how large it is; `nil` where no dots follow.
    private static func frame(of bytes: [UInt8]) -> Int? {
        var position = 2
        var frame: Int?
        while position + 4 <= bytes.count, bytes[position] == 0xFF {
            let marker = bytes[position + 1]
            if marker == 0xFF {
                position += 1
                continue
            }
            let size = Int(bytes[position + 2]) << 8 | Int(bytes[position + 3])
            guard size >= 2, marker != 0xD9 else { return nil }
            // The tables of Huffman codes and arithmetic lie among the frames.
            if frame == nil, (0xC0...0xCF).contains(marker), ![0xC4, 0xC8, 0xCC].contains(marker), size >= 8 {
                frame = position
            }
            position += 2 + size
            if marker == 0xDA { return position < bytes.count ? frame : nil }
        }
        return nil
    }
}
