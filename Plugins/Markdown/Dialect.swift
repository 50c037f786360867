import Offprint

/// What Markdown to write.
struct Dialect {
    /// The flavour of Markdown.
    enum Flavor: String, CaseIterable {
        case gfm, commonmark
    }

    /// Whose names the front matter uses.
    enum FrontMatter: String, CaseIterable {
        case yaml, obsidian, hugo, jekyll, pandoc, none
    }

    var flavor = Flavor.gfm
    var frontMatter = FrontMatter.yaml
    var hasTitle = true
    var allowsHTML = true

    var isGFM: Bool { flavor == .gfm }

    /// Whether the program that reads the file looks for template tags (`{{`, `{%`) before it reads Markdown.
    var isTemplate: Bool { frontMatter == .hugo || frontMatter == .jekyll }

    init(_ options: OptionValues) {
        flavor = options["flavor"].flatMap(Flavor.init) ?? .gfm
        frontMatter = options["front-matter"].flatMap(FrontMatter.init) ?? .yaml
        hasTitle = options.isOn("title", default: true)
        allowsHTML = options["html"] != "never"
    }
}
