/// The names of elements and attributes that readers ask for, so that a pass over a tree compares numbers.
///
/// A name that is not here is `other`; ``MarkupTree/qualifiedName(of:)`` has every name in full.
public enum MarkupName: String, Sendable, CaseIterable {
    // Of the tree itself.
    case document = "#document"
    case text = "#text"
    case other = "#other"

    // Elements of HTML, and of XHTML in other formats.
    case a, abbr, acronym, address, amp_img = "amp-img", amp_video = "amp-video", amp_youtube = "amp-youtube", area,
        article
    case aside, audio, b, base, bdi, bdo, big, blockquote, body, br, button, canvas, caption, center, cite, code, col
    case colgroup, data, datalist, dd, del, details, dfn, dialog, dir, div, dl, dt, em, embed, fieldset, figcaption,
        figure
    case font, footer, form, frame, frameset, h1, h2, h3, h4, h5, h6, head, header, hgroup, hr, html, i, iframe, img,
        input
    case ins, kbd, label, legend, li, link, main, map, mark, marquee, math, menu, meta, meter, nav, noembed, noframes
    case noscript, object, ol, optgroup, option, output, p, param, picture, pre, progress, q, rb, rp, rt, rtc, ruby, s,
        samp
    case script, search, section, select, slot, small, source, span, strike, strong, style, sub, summary, sup, svg,
        table
    case tbody, td, template, textarea, tfoot, th, thead, time, title, tr, track, tt, u, ul, `var`, video, wbr
    // Elements that HTML has given up, whose parsing it still rules.
    case applet, basefont, bgsound, image, keygen, listing, nobr, plaintext, xmp

    // Attributes of HTML, where no element has the name.
    case align, alt, ariaHidden = "aria-hidden", ariaLabel = "aria-label", `as`, async, charset, checked, `class`, color
    case colspan, content, coords, crossorigin, datetime, disabled, display, download, height, hidden, href, hreflang,
        id
    case inputmode, itemid, itemprop, itemscope, itemtype, itemref, lang, loading, media, name, onclick, property, rel,
        rev
    case role, rowspan, scope, shape, sizes, src, srcset, start, tabindex, target, type, value, width
    case dataSrc = "data-src", dataSrcset = "data-srcset", dataOriginal = "data-original", dataLazySrc = "data-lazy-src"
    case httpEquiv = "http-equiv"

    /// The place of the name among all, by which a case without a value is stored.
    @inline(__always)
    var ordinal: Int {
        unsafe withUnsafeBytes(of: self) { bytes in
            unsafe bytes.count == 1 ? Int(bytes[0]) : Int(bytes.loadUnaligned(as: UInt16.self))
        }
    }

    /// The name that UTF-8 bytes spell; `other` where it is not here.
    static func spelled(_ name: String) -> MarkupName { bySpelling[name] ?? .other }

    private static let bySpelling = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })
}

/// A name in full.
public struct QualifiedName: Sendable, Hashable {
    /// The name without its prefix; in lower case in HTML.
    public let local: String
    /// The address of its namespace; `nil` where it has none, as in HTML.
    public let namespace: String?
}
