import Offprint

/// Dialects that are read by mappings which come with the plugin.
enum BuiltInMappings {
    /// The local names of their roots.
    static let roots: Set = ["REUTERS", "LEWIS", "newsitem", "urlset", "mediawiki"]

    /// The mappings for a root.
    static func mappings(for root: String) throws(ConversionError) -> [Mapping] {
        let text: String? =
            switch root {
            case "REUTERS", "LEWIS": reuters
            case "newsitem": rcv1
            case "urlset": sitemap
            case "mediawiki": mediaWiki
            default: nil
            }
        guard let text else { return [] }
        return try MappingFile(Array(text.utf8), name: root).mappings()
    }

    /// Reuters-21578 as XML: one document, or a collection of them.
    private static let reuters = """
        {
          "name": "reuters-21578",
          "match": {"has": "/REUTERS | /LEWIS/REUTERS"},
          "each": "//REUTERS",
          "fields": {
            "title": "TEXT/TITLE",
            "byline": "TEXT/AUTHOR",
            "places": {"select": "TEXT/DATELINE", "strip": ",[^,]*$"},
            "published": "DATE",
            "tags": "TOPICS/D",
            "identifiers": "@NEWID",
            "agencies": {"value": "Reuters"},
            "language": {"value": "en"}
          },
          "body": {"select": "TEXT/BODY", "content": "text", "strip": "\\\\s+(Reuter|REUTER)\\\\s*$"}
        }
        """

    /// Reuters Corpus Volume 1: one news item a document.
    private static let rcv1 = """
        {
          "name": "rcv1",
          "match": {"root": "newsitem", "has": "text"},
          "fields": {
            "title": [{"select": "headline"}, {"select": "title"}],
            "byline": "byline",
            "places": [{"select": "dateline", "strip": "\\\\s+\\\\d{4}-\\\\d\\\\d-\\\\d\\\\d$"},
              {"select": "metadata/dc[@element='dc.creator.location']/@value"}],
            "published": [{"select": "metadata/dc[@element='dc.date.published']/@value"}, {"select": "@date"}],
            "language": "@xml:lang",
            "identifiers": "@itemid",
            "rights": "copyright",
            "publisher": "metadata/dc[@element='dc.publisher']/@value",
            "tags": "metadata/codes/code/@code"
          },
          "body": {"select": "text", "content": "xml"}
        }
        """

    /// A sitemap, of news or of any pages: a list of items without text (https://www.sitemaps.org/protocol.html).
    private static let sitemap = """
        {
          "name": "sitemap",
          "namespaces": {
            "news": "http://www.google.com/schemas/sitemap-news/0.9",
            "image": "http://www.google.com/schemas/sitemap-image/1.1"
          },
          "match": {"root": "urlset"},
          "each": "/*/*[local-name()='url']",
          "fields": {
            "title": "news:news/news:title",
            "url": "*[local-name()='loc']",
            "modified": "*[local-name()='lastmod']",
            "published": "news:news/news:publication_date",
            "publisher": "news:news/news:publication/news:name",
            "language": "news:news/news:publication/news:language",
            "tags": {"select": "news:news/news:keywords", "split": "\\\\s*,\\\\s*"}
          },
          "images": {"each": "image:image", "src": "image:loc", "caption": "image:caption"}
        }
        """

    /// An export of MediaWiki: the pages that are articles and lead nowhere else.
    private static let mediaWiki = """
        {
          "name": "mediawiki",
          "match": {"root": "mediawiki"},
          "each": "/*/*[local-name()='page'][not(*[local-name()='redirect'])][not(*[local-name()='ns']) or *[local-name()='ns']='0']",
          "fields": {
            "title": "*[local-name()='title']",
            "modified": "*[local-name()='revision'][last()]/*[local-name()='timestamp']",
            "contributors": "*[local-name()='revision'][last()]/*[local-name()='contributor']/*[local-name()='username']",
            "identifiers": "*[local-name()='id']",
            "language": "/*/@xml:lang",
            "publisher": "/*/*[local-name()='siteinfo']/*[local-name()='sitename']"
          },
          "body": {"select": "*[local-name()='revision'][last()]/*[local-name()='text']", "content": "wikitext"}
        }
        """
}
