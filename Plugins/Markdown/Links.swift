import Offprint
import OffprintXHTML

// Links, images and formulas within a run.
extension Composer {
    mutating func link(_ inner: [Inline], _ target: String, _ title: String?, depth: Int) {
        guard !run.isInLink else {
            losses.add("nested-link", "A link within a link was written as its text.")
            return write(inner, depth: depth + 1)
        }
        guard let destination = Destination.link(target) else {
            losses.add("unsafe-link", "A link to an address that is not followed was written as its text.")
            return write(inner, depth: depth + 1)
        }
        noteCredentials(in: target)
        if title == nil, case .text(let shown)? = inner.first, inner.count == 1, autolink(shown, destination) { return }
        run.isInLink = true
        open(.link(destination: destination, title: title))
        write(inner, depth: depth + 1)
        if !close() { losses.add("empty-link", "A link without anything to show was left out.") }
        run.isInLink = false
    }

    /// Reports an address of which a user and a password are cut.
    mutating func noteCredentials(in address: String) {
        guard LinkTarget.withoutCredentials(address) != nil else { return }
        losses.approximate(LinkTarget.credentialsReport.code, LinkTarget.credentialsReport.message)
    }

    /// Writes a link that shows its own address as `<address>`; gives whether that was possible.
    private mutating func autolink(_ shown: String, _ destination: [UInt8]) -> Bool {
        let bytes = Array(shown.utf8)
        guard bytes.count > 3, !bytes.contains(.ampersand) else { return false }
        if bytes == destination, let scheme = Destination.scheme(of: destination), scheme != "mailto",
            (2...32).contains(scheme.utf8.count)
        {
            flush()
            out.append(.less)
            out.append(contentsOf: bytes)
            out.append(.greater)
            return true
        }
        guard destination.starts(with: "mailto:".utf8), destination.dropFirst(7).elementsEqual(bytes),
            Self.isMailAddress(bytes)
        else { return false }
        flush()
        if dialect.isGFM {
            // GFM links it as it is; whether its surroundings allow that is seen when the run ends.
            run.note(.email, out.count, bytes.count)
            out.append(contentsOf: bytes)
        } else {
            out.append(.less)
            out.append(contentsOf: bytes)
            out.append(.greater)
        }
        return true
    }

    /// Whether GFM would take these bytes for an address of e-mail.
    private static func isMailAddress(_ bytes: [UInt8]) -> Bool {
        guard let at = bytes.firstIndex(of: .at), at > 0, let last = bytes.last, last.isASCIILetter else {
            return false
        }
        var hasDot = false
        var previous: UInt8 = 0
        for (index, byte) in bytes.enumerated() {
            let isName = index < at && (byte == .plus || byte == .dash || byte == .dot)
            let isHost = index > at && previous.isAlphanumeric && (byte == .dash || byte == .dot)
            let isWithin =
                index < at && byte == .underscore && previous.isAlphanumeric && bytes[index + 1].isAlphanumeric
            guard index == at || byte.isAlphanumeric || isName || isHost || isWithin else { return false }
            if isHost, byte == .dot { hasDot = true }
            previous = byte
        }
        return hasDot && bytes[at + 1].isAlphanumeric
    }

    /// Writes `](destination "title")`.
    mutating func linkTarget(_ destination: [UInt8], _ title: String?) {
        write("](")
        if destination.isEmpty, title != nil { write("<>") }
        let bare = Self.unmatchedParentheses(destination)
        for (index, byte) in destination.enumerated() {
            if bare.contains(index) { out.append(.backslash) }
            out.append(byte)
            // Not with a backslash: cmark decodes entities in targets and titles first.
            if byte == .ampersand && destination.isEntity(at: index) { write("amp;") }
        }
        if let title, !title.utf8.allSatisfy(\.isSpace) {
            write(" \"")
            linkTitle(title)
            out.append(.quote)
        }
        out.append(.rightParenthesis)
    }

    private mutating func linkTitle(_ title: String) {
        let start = out.count
        var isSpace = true
        let bytes = Array(title.utf8)
        for (index, byte) in bytes.enumerated() {
            if byte.isSpace {
                if !isSpace { out.append(.blank) }
                isSpace = true
                continue
            }
            if byte < .blank || byte == 0x7F { continue }
            let next = index + 1 < bytes.count ? bytes[index + 1] : .quote
            if byte == .quote || byte == .backslash && next.isPunctuation
                || byte == .brace && dialect.isTemplate && out.last == .brace
            {
                out.append(.backslash)
            }
            isSpace = false
            // Code begins and ends where backticks of one number stand, in a title too: none may stand there.
            if byte == .backtick {
                write("&#96;")
                continue
            }
            out.append(byte)
            if byte == .ampersand && bytes.isEntity(at: index) { write("amp;") }
        }
        while out.count > start, out.last == .blank { out.removeLast() }
    }

    /// The places of the parentheses that have no partner: only those need a backslash.
    private static func unmatchedParentheses(_ bytes: [UInt8]) -> Set<Int> {
        var open: [Int] = []
        var unmatched: Set<Int> = []
        for (index, byte) in bytes.enumerated() {
            if byte == .leftParenthesis { open.append(index) }
            if byte == .rightParenthesis, open.popLast() == nil { unmatched.insert(index) }
        }
        // Readers follow some thirty levels.
        if open.count > 8 { return unmatched.union(bytes.indices.filter { bytes[$0] | 1 == 0x29 }) }
        return unmatched.union(open)
    }

    // MARK: Images

    /// Writes an image; one without an address that can be shown leaves its alternative text.
    mutating func image(_ image: ImageReference) {
        guard let destination = destination(of: image) else {
            if let words = image.alternativeText { text(words) }
            return
        }
        flush()
        run.note(.linkStart, out.count, 2)
        write("![")
        let (outer, space) = (run.open.count, run.space)
        if let words = image.alternativeText { text(words) }
        assert(outer == run.open.count)
        run.space = space
        run.note(.linkEnd, out.count, 1)
        linkTarget(destination, image.title)
    }

    /// The address of an image, or `nil` where it has none that may be written.
    mutating func destination(of image: ImageReference) -> [UInt8]? {
        var address = image.url
        if address == nil, let id = image.resource {
            switch resources[id]?.location {
            case .remote(let url): address = url
            case .file(let path): address = path
            case .bytes(let bytes):
                address = Destination.data(bytes, resources[id]?.mediaType)
                if address == nil {
                    losses.add(
                        "embedded-image",
                        "An image has no address and is too large for Markdown, or no picture."
                    )
                }
            case nil: break
            }
        }
        guard let address, !address.isEmpty else {
            if image.resource == nil {
                losses.add("image-without-address", "An image without an address was left out.")
            }
            return nil
        }
        guard let destination = Destination.image(address) else {
            losses.add("unsafe-image", "An image from an address that is not opened was left out.")
            return nil
        }
        noteCredentials(in: address)
        return destination
    }
}
