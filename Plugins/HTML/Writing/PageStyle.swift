/// The style of a page: light and dark as the reader's system is, and one sheet for both directions of writing.
enum PageStyle {
    static let text = """
        :root { color-scheme: light dark; --line: #8888; }
        body { margin: 0 auto; padding: 1.5rem 1rem 4rem; max-width: 42rem; overflow-wrap: break-word;
          font: 1.125rem/1.6 Georgia, "Noto Serif", serif; }
        h1, h2, h3, h4, h5, h6 { line-height: 1.25; }
        header p { margin-block: 0.4em; }
        header { margin-block-end: 2em; }
        .kicker { font-variant: small-caps; }
        .subtitle { font-size: 1.2em; }
        .dateline, .credits, .rights, figcaption, caption, .footnote, .time { font-size: 0.875em; }
        .notice { border: 2px solid #c00; padding: 0.5em 0.8em; font-weight: bold; }
        .lead, .question, .title, dt { font-weight: bold; }
        article > footer { border-block-start: 1px solid var(--line); margin-block-start: 2em; }
        img { max-width: 100%; height: auto; }
        figure { margin: 1.5em 0; }
        blockquote { margin-inline: 0; padding-inline-start: 1em; border-inline-start: 3px solid var(--line); }
        .attribution { font-style: italic; }
        .pullquote { margin: 1.5em 0; font-size: 1.25em; border-block: 1px solid var(--line); }
        .inset { margin: 1.5em 0; padding: 0.2em 1em; border: 1px solid var(--line); }
        .live-entry { border-block-start: 1px solid var(--line); margin-block-start: 1.5em; }
        .tasks { list-style-type: none; }
        pre { overflow-x: auto; font-size: 0.875em; }
        table { border-collapse: collapse; display: block; overflow-x: auto; }
        th, td { border: 1px solid var(--line); padding: 0.3em 0.6em; vertical-align: top; text-align: start; }
        .left { text-align: left; }
        .center { text-align: center; }
        .right { text-align: right; }
        .math { margin-block: 1em; text-align: center; }
        .backlink { float: inline-start; margin: 0; margin-inline-end: 0.5em; }
        hr { inline-size: 30%; margin: 2em auto; border: 0; border-block-start: 1px solid var(--line); }

        """
}
