import Offprint
import OffprintHypertext

/// What the names of `meta` elements mean: a table, a row a name.
enum MetaElements {
    /// The evidence and the field of a name in lower case; `nil` for one that says nothing about an article.
    static func meaning(of name: String) -> (evidence: Evidence, field: Field)? {
        if let meaning = table[name] { return meaning }
        // `dc:title`, `dc.terms.title` and `og:article:author` are other spellings of names in the table.
        if name.hasPrefix("og:article:") || name.hasPrefix("og:og:") { return table[String(name.dropFirst(3))] }
        if name.hasPrefix("dc:") { return table["dc." + name.dropFirst(3)] }
        if name.hasPrefix("dcterms:") { return table["dcterms." + name.dropFirst(8)] }
        if name.hasPrefix("dc.terms.") { return table["dcterms." + name.dropFirst(9)] }
        return nil
    }

    /// Whether a name may be one that means something, by its first letter and its length: most of a page's do not.
    static func mayMean(_ name: ArraySlice<UInt8>) -> Bool {
        guard let first = name.first, name.count < 64, first > 0x20, name.last.map({ $0 > 0x20 }) == true else {
            return true
        }
        if lengths[Int(first & 0x1F)] & (1 << UInt64(name.count)) != 0 { return true }
        return others.contains { name.starts(withSmall: $0) }
    }

    /// How other spellings start, and names that the table does not have.
    private static let others = ["dc", "og:article:", "og:og:", "twitter:label", "twitter:data", "parsely-"]

    /// The lengths of the names in the table, a bit each, by their first letter.
    private static let lengths: [UInt64] = {
        var lengths = [UInt64](repeating: 0, count: 32)
        for name in table.keys {
            lengths[Int(name.utf8.first.map { $0 & 0x1F } ?? 0)] |= 1 << UInt64(min(name.utf8.count, 63))
        }
        return lengths
    }()

    /// Whether a label of a Twitter card says that an author's name is beside it.
    static func isAuthorLabel(_ label: String) -> Bool { authorLabels.contains(label.lowercased()) }

    private static let authorLabels: Set<String> = [
        "written by", "verfasst von", "geschrieben von", "écrit par", "escrito por", "scritto da", "author", "autor",
        "by",
        "von", "par", "por", "di", "geschreven door", "door", "auteur", "skrevet av", "skrevet af", "skriven av",
        "written",
        "napisane przez", "yazan", "ditulis oleh", "автор", "написано", "autore", "napisal", "author:",
        "veröffentlicht von",
    ]

    /// The parts of a list of keywords.
    static func keywords(_ content: String) -> [String] {
        let separators: [Character] = [";", ",", "，", "、", "،", "|"]
        guard let separator = separators.first(where: content.contains) else {
            return [content].compactMap(\.claimText)
        }
        // Where commas and semicolons occur, commas separate unless semicolons are more.
        let used: Character =
            separator == ";" && content.count(where: { $0 == "," }) > content.count(where: { $0 == ";" })
            ? "," : separator
        return content.split(separator: used).compactMap { String($0).claimText }
    }

    private static let table: [String: (evidence: Evidence, field: Field)] = {
        var table: [String: (evidence: Evidence, field: Field)] = [:]
        for (field, rows) in names {
            for (evidence, names) in rows {
                for name in names.split(separator: " ") { table[String(name)] = (evidence, field) }
            }
        }
        return table
    }()

    private static let names: [(Field, [(Evidence, String)])] = [
        (
            .title,
            [
                (.openGraph, "og:title"), (.twitter, "twitter:title"), (.dublinCore, "dc.title dcterms.title"),
                (.analytics, "parsely-title sailthru.title cxenseparse:title shareaholic:title"),
                (.citation, "citation_title"), (.metaElement, "title headline article:title"),
            ]
        ),
        (
            .description,
            [
                (.openGraph, "og:description"), (.twitter, "twitter:description"),
                (.dublinCore, "dc.description dcterms.description dcterms.abstract"),
                (.analytics, "sailthru.description"),
                (.metaElement, "description"),
            ]
        ),
        (
            .authors,
            [
                (.articleProperty, "article:author article:authors article:author:name"),
                (.dublinCore, "dc.creator dcterms.creator dc.contributor.author dc.author"),
                (
                    .analytics,
                    "parsely-author sailthru.author cxenseparse:author cxenseparse:article:author shareaholic:article_author_name swiftype-author"
                ),
                (.citation, "citation_author citation_authors"),
                (.openGraph, "og:author"),
                (
                    .metaElement,
                    "author authors byl byline news:author article.author author_name article-author rbauthors"
                ),
            ]
        ),
        (
            .published,
            [
                (
                    .articleProperty,
                    "article:published_time article:published article:published:time article:publish_time article:publishedtime article:publication_time article:published_date article:post_date article:created_time"
                ),
                (
                    .openGraph,
                    "og:published_time og:pubdate og:publish_date og:publish_time og:release_date og:datepublished"
                ),
                (
                    .dublinCore,
                    "dc.date dc.date.issued dc.date.created dc.created dc.issued dcterms.created dcterms.date dcterms.issued dcterms.available dc.date.published"
                ),
                (
                    .analytics,
                    "parsely-pub-date sailthru.date cxenseparse:recs:publishtime cxenseparse:publishtime cxenseparse:publishingdate shareaholic:article_published_time cxenseparse:recs:articlepublishdate"
                ),
                (.citation, "citation_publication_date citation_date citation_online_date"),
                (
                    .metaElement,
                    "date pubdate publishdate publish-date publish_date published published-date published_date published_at publication_date publication-date publicationdate datepublished date_published pub_date originalpublicationdate article.published article.created article_date_original displaydate rnews:datepublished ptime dateposted article:date creation_date created date.created bt:pubdate last_published_date article_published"
                ),
            ]
        ),
        (
            .modified,
            [
                (.articleProperty, "article:modified_time article:modified article:modified:time article:updated_time"),
                (.openGraph, "og:updated_time og:modified_time"),
                (.dublinCore, "dcterms.modified dc.date.modified dc.modified"),
                (.analytics, "shareaholic:article_modified_time cxenseparse:recs:moddate"),
                (
                    .metaElement,
                    "last-modified lastmod last_modified modified datemodified article.updated revised updated_at lastupdate"
                ),
            ]
        ),
        (.expires, [(.articleProperty, "article:expiration_time")]),
        (
            .publisher,
            [
                (.openGraph, "og:site_name og:sitename"), (.dublinCore, "dc.publisher dcterms.publisher"),
                (.citation, "citation_journal_title"),
                (.metaElement, "application-name publisher apple-mobile-web-app-title"),
            ]
        ),
        (
            .language,
            [
                (.openGraph, "og:locale"), (.dublinCore, "dc.language dcterms.language"),
                (.metaElement, "language content-language"),
                (.citation, "citation_language"),
            ]
        ),
        (.url, [(.openGraph, "og:url"), (.twitter, "twitter:url"), (.analytics, "parsely-link")]),
        (
            .images,
            [
                (.openGraph, "og:image og:image:url og:image:secure_url"),
                (.twitter, "twitter:image twitter:image:src twitter:image0"),
                (.analytics, "parsely-image-url sailthru.image.full"), (.metaElement, "thumbnail"),
            ]
        ),
        (
            .tags,
            [
                (.articleProperty, "article:tag article:tags article:keywords"),
                (.dublinCore, "dc.subject dcterms.subject"),
                (
                    .analytics,
                    "parsely-tags sailthru.tags shareaholic:keywords cxenseparse:taglist cxenseparse:keywords"
                ),
                (.metaElement, "keywords"), (.newsKeywords, "news_keywords"), (.citation, "citation_keywords"),
                (.openGraph, "og:keywords"),
            ]
        ),
        (
            .sections,
            [
                (.articleProperty, "article:section"), (.analytics, "parsely-section cxenseparse:category"),
                (.metaElement, "section category"),
            ]
        ),
        (.rights, [(.dublinCore, "dc.rights dcterms.rights"), (.metaElement, "copyright")]),
        (
            .identifiers,
            [(.articleProperty, "article:id"), (.citation, "citation_doi"), (.dublinCore, "dc.identifier")]
        ),
        (.access, [(.articleProperty, "article:content_tier"), (.openGraph, "og:article:content_tier")]),
        (.places, [(.metaElement, "geo.placename")]),
    ]
}
