#ifndef OFFPRINT_CLIBXML2_SHIM_H
#define OFFPRINT_CLIBXML2_SHIM_H

// Debian's libxml2 draws in the system's ICU headers, which clash with the ICU inside Foundation. Only the structs of
// encoding handlers need them, and nothing here looks inside one.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

// `xmlFree` is a global that may be changed: not for Swift to touch.
static inline void offprintFree(void *pointer) { xmlFree(pointer); }

static inline void offprintSilence(void *context, const char *message, ...) {
    (void)context;
    (void)message;
}

// The faults of an expression are printed to the standard error, by a global of the thread that is put back here.
static inline xmlXPathObjectPtr offprintEvaluate(const char *expression, xmlXPathContextPtr context) {
    xmlGenericErrorFunc report = xmlGenericError;
    void *target = xmlGenericErrorContext;
    xmlSetGenericErrorFunc(NULL, offprintSilence);
    xmlXPathObjectPtr result = xmlXPathEvalExpression((const xmlChar *)expression, context);
    xmlSetGenericErrorFunc(target, report);
    return result;
}

static inline xmlXPathCompExprPtr offprintCompile(const char *expression, xmlXPathContextPtr context) {
    xmlGenericErrorFunc report = xmlGenericError;
    void *target = xmlGenericErrorContext;
    xmlSetGenericErrorFunc(NULL, offprintSilence);
    xmlXPathCompExprPtr result = xmlXPathCtxtCompile(context, (const xmlChar *)expression);
    xmlSetGenericErrorFunc(target, report);
    return result;
}

#endif
