import OffprintMarkup

/// What an element of HTML is to the body of an article.
enum ElementRole {
    /// A box without a meaning of its own: what it holds stands where it stands, on lines of its own.
    case transparent
    /// A mark within a line.
    case mark
    /// A mark without a meaning that the model carries: what it holds stands where it stands.
    case plain
    /// An element of a vocabulary of its own, such as a custom element.
    case unknown
    /// Something that ``BlockBuilder`` reads whole.
    case structure
    /// Not part of the text: code, styles, controls.
    case skipped

    init(_ name: MarkupName) {
        self =
            switch name {
            case .em, .i, .dfn, .var, .strong, .b, .del, .s, .strike, .sup, .sub, .q, .cite: .mark
            case .a, .abbr, .acronym, .bdi, .bdo, .big, .data, .font, .ins, .label, .mark, .meter, .nobr, .output,
                .progress,
                .small, .span, .time, .u, .wbr, .slot, .legend, .rb, .rtc, .marquee:
                .plain
            case .other: .unknown
            case .h1, .h2, .h3, .h4, .h5, .h6, .ul, .ol, .menu, .dir, .dl, .blockquote, .pre, .table, .figure, .img,
                .amp_img, .picture, .video, .audio, .iframe, .embed, .object, .amp_video, .amp_youtube, .hr, .br,
                .code, .kbd, .samp, .tt, .ruby, .math, .svg, .noscript, .template, .button, .summary, .aside, .script:
                .structure
            case .basefont, .bgsound, .keygen, .style, .head, .select, .datalist, .textarea, .input, .option, .optgroup,
                .canvas, .frameset, .frame,
                .noframes, .param, .source, .track, .area, .map, .base, .link, .meta, .title, .dialog, .col, .colgroup,
                .noembed:
                .skipped
            default: .transparent
            }
    }
}
