/// What the content model is told about a passage, a column each.
///
/// The model's generated tables name columns by number: a new one goes to the end of its part, and the model is
/// trained again.
enum PassageFeature: Int, CaseIterable {
    // Its text.
    case length, words, wordLength, shortWords, capitalised, capitals, digits, commas, sentences, quotes, bars, years,
        clocks, signs, first, last
    // Its links and marks.
    case linkShare, links, strongShare, emphasisShare
    // What it stands in.
    case box, depth, details, caption, heading, article, main, navigation, aside, footer, header, figure, list, table,
        quote, form, hidden, articleBody, property, definition
    // The words of classes around it.
    case weight0, weight1, weight2, weight3, weightSum, weightLeast, weightGreatest
    // The containers around it: the nearest three that hold ever more passages.
    case count1, text1, good1, links1, share1, siblings1
    case count2, text2, good2, links2, share2, siblings2
    case count3, text3, good3, links3, share3, siblings3
    case goodShare1, goodShare2, goodShare3
    // The element that holds most of the page's paragraphs.
    case levelsToBest, bestShare
    // Its place.
    case index, indexFromEnd, textBefore, textAfter, fromTitle, fromHeading
    // Others of its kind and text.
    case alike, alikeText, alikeLinks, repeats, isRepeat, agreesWithTitle, agreesWithDescription
    // Those before and behind it.
    case length1Before, links1Before, box1Before, length2Before, links2Before, length1Behind, links1Behind, box1Behind,
        length2Behind, links2Behind, goodNear, sameParent1Before, sameParent1Behind
    // The whole page.
    case pageText, pagePassages, pageLinks, lead
    // How much of the page's good text is of its kind, and of its element's.
    case kindShare, elementShare, elementCount
    // Whether it was read as headline, byline or date.
    case claim
    // Whether it stands where readers, or other pages, speak; which of the page's articles holds it.
    case comments, elsewhere, articleNumber, articleCount, isInTitlesArticle, titlesLevel

    static let count = allCases.count
}
