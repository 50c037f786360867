import Offprint
import OffprintHypertext

/// What the names of `meta` elements mean: a table, a row a name.
enum MetaElements {
    /// The evidence and the field of a name in lower case; `nil` for one that says nothing about an article.
    static func meaning(of name: String) -> (evidence: Evidence, field: Field)? { table[name] }

    /// The parts of a list of keywords.
    static func keywords(_ content: String) -> [String] {
        let separator: Character = content.contains(",") ? "," : content.contains(";") ? ";" : "،"
        return content.split(separator: separator).compactMap { String($0).trimmed }
    }

    private static let table: [String: (evidence: Evidence, field: Field)] = [
        "og:title": (.openGraph, .title),
        "og:description": (.openGraph, .description),
        "og:url": (.openGraph, .url),
        "og:image": (.openGraph, .images),
        "og:image:url": (.openGraph, .images),
        "og:image:secure_url": (.openGraph, .images),
        "og:site_name": (.openGraph, .publisher),
        "og:locale": (.openGraph, .language),
        "article:published_time": (.articleProperty, .published),
        "article:published": (.articleProperty, .published),
        "og:article:published_time": (.articleProperty, .published),
        "article:modified_time": (.articleProperty, .modified),
        "article:modified": (.articleProperty, .modified),
        "og:updated_time": (.articleProperty, .modified),
        "article:author": (.articleProperty, .authors),
        "article:section": (.articleProperty, .sections),
        "article:tag": (.articleProperty, .tags),
        "twitter:title": (.twitter, .title),
        "twitter:description": (.twitter, .description),
        "twitter:image": (.twitter, .images),
        "twitter:image:src": (.twitter, .images),
        "dc.title": (.dublinCore, .title),
        "dc.creator": (.dublinCore, .authors),
        "dc.date": (.dublinCore, .published),
        "dc.date.issued": (.dublinCore, .published),
        "dc.language": (.dublinCore, .language),
        "dc.publisher": (.dublinCore, .publisher),
        "dc.description": (.dublinCore, .description),
        "dc.subject": (.dublinCore, .tags),
        "dc.rights": (.dublinCore, .rights),
        "dcterms.title": (.dublinCore, .title),
        "dcterms.creator": (.dublinCore, .authors),
        "dcterms.created": (.dublinCore, .published),
        "dcterms.date": (.dublinCore, .published),
        "dcterms.issued": (.dublinCore, .published),
        "dcterms.modified": (.dublinCore, .modified),
        "parsely-title": (.analytics, .title),
        "parsely-author": (.analytics, .authors),
        "parsely-pub-date": (.analytics, .published),
        "parsely-section": (.analytics, .sections),
        "parsely-tags": (.analytics, .tags),
        "parsely-image-url": (.analytics, .images),
        "sailthru.title": (.analytics, .title),
        "sailthru.author": (.analytics, .authors),
        "sailthru.date": (.analytics, .published),
        "sailthru.description": (.analytics, .description),
        "sailthru.tags": (.analytics, .tags),
        "cxenseparse:author": (.analytics, .authors),
        "cxenseparse:recs:publishtime": (.analytics, .published),
        "citation_title": (.citation, .title),
        "citation_author": (.citation, .authors),
        "citation_publication_date": (.citation, .published),
        "author": (.metaElement, .authors),
        "byl": (.metaElement, .authors),
        "description": (.metaElement, .description),
        "keywords": (.metaElement, .tags),
        "news_keywords": (.metaElement, .tags),
        "date": (.metaElement, .published),
        "pubdate": (.metaElement, .published),
        "publishdate": (.metaElement, .published),
        "publish-date": (.metaElement, .published),
        "datepublished": (.metaElement, .published),
        "last-modified": (.metaElement, .modified),
        "copyright": (.metaElement, .rights),
    ]
}
