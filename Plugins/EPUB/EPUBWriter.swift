public import Offprint
import OffprintArchive

/// Writes EPUB 3.3: one article, or a digest of many in sections.
///
/// A book is complete in itself: nothing in it is fetched, by the writer or by a reader. The same articles give the
/// same bytes.
public struct EPUBWriter: Writer {
    /// EPUB.
    public let format = Format(
        id: "epub",
        name: "EPUB",
        fileExtensions: ["epub"],
        mediaTypes: ["application/epub+zip"],
        capacity: .many,
        isText: false,
        holdsImages: true
    )

    /// Creates the writer.
    public init() {}

    /// Writes the articles of a request into one book.
    public func write(
        _ request: WriteRequest,
        reporting diagnostics: inout Diagnostics
    ) throws(ConversionError) -> Rendition {
        guard !request.entries.isEmpty else {
            throw ConversionError(
                .emptySource,
                "A book needs an article, and none was given: name an input that has one."
            )
        }
        let settings = try BookSettings(request.options)
        let book = Book(request, settings, reporting: &diagnostics)
        do throws(ArchiveError) {
            let bytes = try Self.packed(book)
            if settings.profile == .kindle, bytes.count > Self.kindleLimit {
                diagnostics.warn(
                    "book-too-large",
                    "The book has \(bytes.count / 1_000_000) MB, and Kindle takes 50: split it, or leave images out."
                )
            }
            return Rendition(bytes)
        } catch {
            throw ConversionError(
                ConversionError.Code(rawValue: "archive"),
                "The book cannot be packed: \(error.message)"
            )
        }
    }

    private static let kindleLimit = 50_000_000

    private static func packed(_ book: Book) throws(ArchiveError) -> [UInt8] {
        var zip = ZipWriter(level: 9)
        // OCF: first, stored and without an extra field, so that the type can be read at a fixed place.
        try zip.add("mimetype", Array("application/epub+zip".utf8), stored: true)
        try zip.add("META-INF/container.xml", Container.bytes)
        try zip.add("EPUB/package.opf", PackageDocument.bytes(of: book))
        try zip.add("EPUB/nav.xhtml", NavigationDocument.bytes(of: book))
        try zip.add("EPUB/toc.ncx", NCX.bytes(of: book))
        try zip.add("EPUB/style.css", Array(Stylesheet.text.utf8))
        if book.hasCoverPage { try zip.add("EPUB/\(CoverPage.file)", CoverPage.bytes(of: book)) }
        for chapter in book.chapters { try zip.add("EPUB/\(chapter.file)", chapter.page) }
        for image in book.images { try zip.add("EPUB/\(image.file)", image.bytes) }
        return zip.finish()
    }
}
