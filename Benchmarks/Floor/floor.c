// What a reader of HTML that builds on libxml2's tree cannot do without: the limit that the figures refer to.
#include "floor.h"

#include <libxml/HTMLparser.h>

int floor_parse_html(const char *bytes, int count) {
    const int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET
        | HTML_PARSE_COMPACT | XML_PARSE_HUGE;
    htmlDocPtr document = htmlReadMemory(bytes, count, NULL, "utf-8", options);
    if (!document) return 0;
    xmlFreeDoc(document);
    return 1;
}
