import Offprint
import OffprintXHTML

/// What a book is to be like, as its options say.
struct BookSettings {
    /// Whom the book is for.
    enum Profile: String, CaseIterable {
        /// Readers of EPUB 3.
        case epub3
        /// Kindle, which shows neither WebP nor SVG and takes 50 MB.
        case kindle
    }

    /// What stands on the cover.
    enum Cover {
        /// The lead picture, else a drawing of the title.
        case automatic
        /// There is none.
        case none
        /// A picture given by the user.
        case given([UInt8], ImageFormat)
    }

    let title: String?
    /// The section of articles that belong to no group.
    let section: String
    let cover: Cover
    let profile: Profile

    init(_ options: OptionValues) throws(ConversionError) {
        title = options["title"].flatMap(\.onOneLine)
        section = options["section"].flatMap(\.onOneLine) ?? ""
        profile = Profile(rawValue: options["profile"] ?? "") ?? .epub3
        switch options["cover"] ?? "auto" {
        case "auto": cover = .automatic
        case "no": cover = .none
        case let name:
            guard let bytes = options.file("cover") else {
                throw ConversionError(
                    .invalidOption,
                    "\"epub.cover\" names the file \"\(name.prefix(80))\", and nobody opened it: it takes auto, no, or a file."
                )
            }
            guard let format = ImageFormat(of: bytes), format.isForCovers else {
                throw ConversionError(
                    .invalidOption,
                    "\"epub.cover\" takes a JPEG or a PNG file, which every shop shows; \"\(name.prefix(80))\" is neither."
                )
            }
            cover = .given(bytes, format)
        }
    }
}
