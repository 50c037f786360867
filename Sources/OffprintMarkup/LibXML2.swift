// The only file that imports CLibXML2. Pointers enter here; what leaves is a tree.
import CLibXML2

/// libxml2 as a source of events: memory in, no files, no network, no entities.
enum XMLLibrary {
    /// What parsing XML gave.
    enum Outcome: ~Copyable {
        case tree(TreeBuilder)
        case notWellFormed(message: String, line: Int)
    }

    private static let isReady: Bool = {
        xmlInitParser()
        return true
    }()

    // MARK: XML

    static func parseXML(
        _ bytes: [UInt8],
        recovering: Bool,
        limits: MarkupDocument.Limits
    ) throws(MarkupError) -> Outcome {
        precondition(isReady)
        var builder = TreeBuilder(expecting: bytes.count, limits: limits)
        var problem: (message: String, line: Int)?
        var options =
            XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue | XML_PARSE_NONET.rawValue
            | XML_PARSE_IGNORE_ENC.rawValue | XML_PARSE_HUGE.rawValue
        if recovering { options |= XML_PARSE_RECOVER.rawValue }
        unsafe bytes.withUnsafeBytes { buffer in
            guard let start = unsafe buffer.baseAddress?.assumingMemoryBound(to: CChar.self),
                let parser = unsafe xmlCreateMemoryParserCtxt(start, Int32(buffer.count))
            else { return problem = ("there is nothing in it", 1) }
            defer { unsafe xmlFreeParserCtxt(parser) }
            unsafe xmlCtxtUseOptions(parser, Int32(bitPattern: UInt32(options)))
            unsafe parser.pointee.sax.pointee = xmlEvents
            unsafe xmlSwitchEncoding(parser, XML_CHAR_ENCODING_UTF8)
            unsafe withUnsafeMutablePointer(to: &builder) { target in
                var sink = unsafe EventSink(builder: target, parser: parser)
                unsafe withUnsafeMutablePointer(to: &sink) { context in
                    unsafe parser.pointee.userData = UnsafeMutableRawPointer(context)
                    unsafe xmlParseDocument(parser)
                    if unsafe parser.pointee.wellFormed == 0 {
                        problem = unsafe context.pointee.problem ?? ("it is not well-formed", 1)
                    }
                }
            }
        }
        if let failure = builder.failure { throw MarkupError(failure, limits.message(for: failure)) }
        if let problem, !recovering { return .notWellFormed(message: problem.message, line: problem.line) }
        return .tree(builder)
    }

    nonisolated(unsafe) private static let xmlEvents: xmlSAXHandler = {
        var events = unsafe xmlSAXHandler()
        unsafe events.initialized = UInt32(XML_SAX2_MAGIC)
        unsafe events.startElementNs = { context, name, prefix, namespace, _, _, count, _, attributes in
            guard let sink = unsafe EventSink.at(context), let name = unsafe name else { return }
            // A prefix that nobody declares still tells more than nothing.
            unsafe sink.pointee.startXML(name, namespace ?? prefix, Int(count), attributes)
        }
        unsafe events.serror = { context, error in
            guard let sink = unsafe EventSink.at(context), let error = unsafe error else { return }
            unsafe sink.pointee.note(error)
        }
        unsafe events.endElementNs = { context, _, _, _ in
            unsafe EventSink.at(context)?.pointee.builder.pointee.end()
        }
        unsafe events.characters = { context, bytes, count in unsafe EventSink.at(context)?.pointee.text(bytes, count) }
        unsafe events.cdataBlock = { context, bytes, count in unsafe EventSink.at(context)?.pointee.text(bytes, count) }
        unsafe events.ignorableWhitespace = { context, bytes, count in
            unsafe EventSink.at(context)?.pointee.text(bytes, count)
        }
        return unsafe events
    }()
}

/// What the parser's events get as their context.
///
/// Pointers to it live as long as one parse.
@unsafe
private struct EventSink {
    let builder: UnsafeMutablePointer<TreeBuilder>
    let parser: xmlParserCtxtPtr
    /// The first thing that is not well-formed; what the parser finds after that follows from it.
    private(set) var problem: (message: String, line: Int)?

    init(builder: UnsafeMutablePointer<TreeBuilder>, parser: xmlParserCtxtPtr) {
        unsafe self.builder = unsafe builder
        unsafe self.parser = unsafe parser
    }

    mutating func note(_ error: UnsafeMutablePointer<xmlError>) {
        guard unsafe problem == nil, unsafe error.pointee.level == XML_ERR_FATAL else { return }
        let message = unsafe error.pointee.message.map { unsafe String(cString: $0) } ?? "it is not well-formed"
        let end = message.lastIndex { !$0.isNewline }.map { message.index(after: $0) } ?? message.startIndex
        unsafe problem = (String(message[..<end]), Int(error.pointee.line))
    }

    @inline(__always)
    static func at(_ context: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<EventSink>? {
        unsafe context?.assumingMemoryBound(to: EventSink.self)
    }

    /// Where the parser stands in the bytes that it was given.
    @inline(__always)
    private var offset: Int {
        guard let input = unsafe parser.pointee.input, let base = unsafe input.pointee.base else { return 0 }
        return unsafe Int(input.pointee.consumed) + (input.pointee.cur - base)
    }

    @inline(__always)
    func startXML(
        _ name: UnsafePointer<xmlChar>,
        _ namespace: UnsafePointer<xmlChar>?,
        _ count: Int,
        _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    ) {
        unsafe builder.pointee.start(name, namespace: namespace, offset: offset)
        if let attributes = unsafe attributes {
            // Five pointers an attribute: name, prefix, namespace, value, end of value.
            for index in 0..<count {
                let at = unsafe attributes + index * 5
                guard let key = unsafe at[0], let start = unsafe at[3], let end = unsafe at[4] else { continue }
                let value = unsafe UnsafeBufferPointer(start: start, count: end - start)
                // The parser leaves this one reference in; the pre-scan has resolved all others.
                if unsafe value.contains(0x26) {
                    unsafe Self.unescaped(value).withUnsafeBufferPointer {
                        unsafe builder.pointee.attribute(key, namespace: at[2] ?? at[1], value: $0)
                    }
                } else {
                    unsafe builder.pointee.attribute(key, namespace: at[2] ?? at[1], value: value)
                }
            }
        }
        unsafe stopAtFailure()
    }

    @inline(__always)
    func text(_ bytes: UnsafePointer<xmlChar>?, _ count: Int32) {
        unsafe builder.pointee.characters(UnsafeBufferPointer(start: bytes, count: Int(count)), offset: offset)
        unsafe stopAtFailure()
    }

    @inline(__always)
    private func stopAtFailure() {
        if unsafe builder.pointee.failure != nil { unsafe xmlStopParser(parser) }
    }

    private static func unescaped(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        let ampersand: [UInt8] = [0x26, 0x23, 0x33, 0x38, 0x3B]
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            unsafe result.append(bytes[index])
            let isReference = unsafe bytes[index...].starts(with: ampersand)
            index += isReference ? ampersand.count : 1
        }
        return result
    }
}

// MARK: - XPath

/// libxml2's own tree of a document, for what only that can do: XPath 1.0.
///
/// Elements are known by their number in the order of the document, which is that of the flat tree too.
@safe
final class XPathTree {
    /// What an expression found.
    enum Item {
        case element(Int)
        /// The text of an attribute or a text node, with the element that it belongs to.
        case text(String, of: Int)
    }

    /// What an expression gave: nodes in the order of the document, or a text, a number or a truth value as text.
    enum Value {
        case items([Item])
        case text(String)
    }

    /// How many steps an expression may take, so that none can run for minutes over a large document.
    private static let operations: UInt = 20_000_000

    private let document: xmlDocPtr
    private var elements: [xmlNodePtr] = unsafe []

    init?(_ bytes: [UInt8], recovering: Bool) {
        xmlInitParser()
        var options =
            XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue | XML_PARSE_NONET.rawValue
            | XML_PARSE_HUGE.rawValue | XML_PARSE_COMPACT.rawValue
        if recovering { options |= XML_PARSE_RECOVER.rawValue }
        let parsed = unsafe bytes.withUnsafeBytes { buffer -> xmlDocPtr? in
            let start = unsafe buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
            return unsafe xmlReadMemory(start, Int32(buffer.count), nil, "UTF-8", Int32(bitPattern: UInt32(options)))
        }
        guard let document = unsafe parsed else { return nil }
        unsafe self.document = unsafe document
        number()
    }

    deinit { unsafe xmlFreeDoc(document) }

    /// How many elements there are.
    var count: Int { unsafe elements.count }

    /// Numbers the elements in the order of the document; a loop, since documents may be deep.
    private func number() {
        var next = unsafe xmlDocGetRootElement(document)
        let top = unsafe next?.pointee.parent
        while let node = unsafe next {
            if unsafe node.pointee.type == XML_ELEMENT_NODE {
                unsafe elements.append(node)
                unsafe node.pointee._private = UnsafeMutableRawPointer(bitPattern: elements.count)
                if let child = unsafe node.pointee.children {
                    unsafe next = child
                    continue
                }
            }
            var up = unsafe node
            while unsafe up.pointee.next == nil, let parent = unsafe up.pointee.parent, unsafe parent != top {
                unsafe up = parent
            }
            unsafe next = unsafe up.pointee.next
        }
    }

    private func number(of node: xmlNodePtr?) -> Int? {
        guard let node = unsafe node, let mark = unsafe node.pointee._private else { return nil }
        return Int(bitPattern: mark) - 1
    }

    /// What is wrong with an expression; `nil` where nothing is.
    static func problem(in expression: String) -> String? {
        guard let context = unsafe xmlXPathNewContext(nil) else { return "there is no memory for it" }
        defer { unsafe xmlXPathFreeContext(context) }
        if let compiled = unsafe offprintCompile(expression, context) {
            unsafe xmlXPathFreeCompExpr(compiled)
            return nil
        }
        return message()
    }

    private static func message() -> String {
        guard let text = unsafe xmlGetLastError()?.pointee.message else { return "it is no XPath 1.0" }
        defer { xmlResetLastError() }
        return unsafe String(cString: text).split(separator: "\n").first.map(String.init) ?? "it is no XPath 1.0"
    }

    /// Asks an expression, from an element or, without one, from the document.
    ///
    /// - Throws: ``MarkupError`` where it cannot be evaluated, or takes too many steps.
    func evaluate(_ expression: String, at element: Int?, namespaces: [(prefix: String, name: String)])
        throws(MarkupError) -> Value
    {
        guard let context = unsafe xmlXPathNewContext(document) else { return .items([]) }
        defer { unsafe xmlXPathFreeContext(context) }
        unsafe context.pointee.opLimit = Self.operations
        for namespace in namespaces { unsafe xmlXPathRegisterNs(context, namespace.prefix, namespace.name) }
        if let element, unsafe elements.indices.contains(element) { unsafe context.pointee.node = elements[element] }
        guard let result = unsafe offprintEvaluate(expression, context) else {
            throw MarkupError(
                .expression,
                "\"\(expression)\" cannot be evaluated: \(Self.message())."
            )
        }
        defer { unsafe xmlXPathFreeObject(result) }
        return unsafe value(of: result)
    }

    private func value(of result: xmlXPathObjectPtr) -> Value {
        guard unsafe result.pointee.type == XPATH_NODESET else {
            guard let text = unsafe xmlXPathCastToString(result) else { return .text("") }
            defer { unsafe offprintFree(text) }
            return .text(unsafe String(cString: text))
        }
        guard let set = unsafe result.pointee.nodesetval else { return .items([]) }
        unsafe xmlXPathNodeSetSort(set)
        return .items(
            (0..<Int(unsafe set.pointee.nodeNr)).compactMap { index in
                unsafe set.pointee.nodeTab[index].flatMap { unsafe item(of: $0) }
            }
        )
    }

    private func item(of node: xmlNodePtr) -> Item? {
        switch unsafe node.pointee.type {
        case XML_ELEMENT_NODE: return unsafe number(of: node).map(Item.element)
        case XML_ATTRIBUTE_NODE, XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
            guard let owner = unsafe number(of: node.pointee.parent) else { return nil }
            let holder = unsafe node.pointee.type == XML_ATTRIBUTE_NODE ? node.pointee.children : node
            guard let content = unsafe holder?.pointee.content else { return .text("", of: owner) }
            return .text(unsafe String(cString: content), of: owner)
        default: return nil
        }
    }
}
