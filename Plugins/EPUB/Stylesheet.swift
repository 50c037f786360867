/// The style of every page.
///
/// No colours, so that dark modes and e-ink show what their user chose; no fixed sizes; nothing that has a left and a
/// right but the alignment that a table asks for, so that Arabic needs no second sheet.
enum Stylesheet {
    static let text = """
        body { margin: 0 3%; line-height: 1.5; }
        h1, h2, h3, h4, h5, h6 { line-height: 1.2; hyphens: none; page-break-after: avoid; break-after: avoid; }
        h1 { font-size: 1.6em; margin: 0.3em 0; }
        h2 { font-size: 1.3em; }
        h3 { font-size: 1.1em; }
        h4, h5, h6 { font-size: 1em; }
        header { margin-bottom: 1.5em; }
        header p { margin: 0.3em 0; }
        .kicker { font-variant: small-caps; }
        .subtitle { font-size: 1.15em; }
        .dateline, .credits, .rights, figcaption, caption, .footnote, .time { font-size: 0.9em; }
        .lead, .question, .title, dt { font-weight: bold; }
        article > footer { border-top: thin solid; margin-top: 2em; }
        img { max-width: 100%; height: auto; }
        figure { margin: 1.2em 0; page-break-inside: avoid; break-inside: avoid; }
        blockquote { margin: 1em 6%; }
        .attribution { font-style: italic; }
        .pullquote { margin: 1.2em 6%; font-size: 1.2em; border-top: thin solid; border-bottom: thin solid; }
        .inset { margin: 1.2em 0; padding: 0 0.8em; border: thin solid; }
        .live-entry { border-top: thin solid; margin-top: 1em; }
        .tasks { list-style-type: none; }
        pre { white-space: pre-wrap; overflow-wrap: break-word; font-size: 0.9em; }
        code { font-family: monospace; }
        table { border-collapse: collapse; margin: 1em 0; }
        th, td { border: thin solid; padding: 0.2em 0.5em; vertical-align: top; }
        .left { text-align: left; }
        .center { text-align: center; }
        .right { text-align: right; }
        .cover { text-align: center; }
        .cover h1 { font-size: 1.6em; }
        .footnote ol { margin: 0.5em 0; }
        .notice { border: medium double; padding: 0.4em 0.8em; font-weight: bold; }
        .math { margin: 1em 0; text-align: center; }
        a { overflow-wrap: break-word; }
        hr { width: 30%; margin: 1.5em auto; }
        nav ol { list-style-type: none; margin: 0; padding: 0; }
        nav li { margin: 0.4em 0; }
        nav li span { font-weight: bold; }
        nav ol ol { padding: 0 1em; }

        """
}
