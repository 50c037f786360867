#ifndef OFFPRINT_FLOOR_H
#define OFFPRINT_FLOOR_H

/// Builds libxml2's own tree of a page and frees it. Returns 0 where there is none.
int floor_parse_html(const char *bytes, int count);

#endif
