import Offprint

/// How a dialect of XML that only one house writes becomes articles: what a mapping file says.
///
/// `Documentation/mapping.md` describes the file.
struct Mapping: Sendable {
    /// Which documents it is for.
    struct Match: Sendable {
        /// The local name of the root.
        let root: String?
        /// The root's namespace; `nil` where the file does not ask, empty where it asks for none.
        let namespace: String?
        /// An expression that must find something.
        let has: String?
    }

    /// Where a value comes from, and what is done to it.
    struct Rule: Sendable {
        /// The expression that finds it, from the article's element.
        var select: String?
        /// The value itself, where nothing is looked for.
        var value: String?
        /// Whether everything found counts, and not the first alone.
        var isMany: Bool?
        /// What parts a value into several.
        var split: Pattern?
        /// Which of the parts counts, from 1, or from the end where negative.
        var take: Int?
        /// What is taken out of a value.
        var strip: Pattern?
        /// Values by what the document writes for them.
        var map: [String: String] = [:]
        /// The order of a date's parts, as `dd.MM.yyyy HH:mm`.
        var format: DatePattern?
        /// The zone of a time that states none.
        var zone: Zone?
        /// Whether the text found is HTML.
        var isHTML = false
    }

    /// What an element of the body is.
    enum BlockRole: Sendable, Hashable {
        case paragraph(ParagraphRole)
        case heading(Int)
        case element(String)
        case note
        case skip
        case unwrap
    }

    /// What becomes of an element of the body that no rule names.
    enum Unknown: String, Sendable, CaseIterable {
        /// Its words are kept: as a paragraph, where it does not stand among words.
        case unwrap
        /// It is left out, and a diagnostic says so.
        case skip
        /// It ends the article.
        case error
    }

    struct Body: Sendable {
        enum Content: String, Sendable, CaseIterable {
            /// HTML, as elements or escaped.
            case html
            /// Words with blank lines between paragraphs.
            case text
            /// Elements of the dialect, by ``blocks``.
            case xml
            /// The markup of MediaWiki.
            case wikitext
        }

        let select: String
        var content = Content.html
        var blocks: [String: BlockRole] = [:]
        var unknown = Unknown.unwrap
        /// What is taken out of a text.
        var strip: Pattern?
    }

    struct Images: Sendable {
        let each: String
        var source: Rule?
        var caption: Rule?
        var credit: Rule?
        var alternativeText: Rule?
    }

    /// What it is called.
    let name: String
    /// Prefixes of namespaces, for its expressions.
    var namespaces: [(prefix: String, name: String)] = []
    let match: Match
    /// The expression that finds the element of each article.
    var each = "/*"
    var fields: [(field: Field, rule: Rule)] = []
    var body: Body?
    var images: Images?
}
