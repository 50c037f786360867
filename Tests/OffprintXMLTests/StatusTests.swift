import Offprint
import Testing

@testable import OffprintXML

struct StatusTests {
    private static let message = """
        <newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>
        <newsItem guid="a"><itemMeta><pubStatus qcode="stat:canceled"/></itemMeta><contentMeta><headline>Gone</headline></contentMeta></newsItem>
        <newsItem guid="b"><itemMeta><pubStatus qcode="stat:usable"/></itemMeta><contentMeta><headline>Here</headline></contentMeta></newsItem>
        <newsItem guid="c"><itemMeta><embargoed>2024-05-07T06:00:00Z</embargoed><pubStatus qcode="stat:usable"/></itemMeta><contentMeta><headline>Later</headline></contentMeta></newsItem>
        </itemSet></newsMessage>
        """

    private func read(refusing words: String, _ diagnostics: inout Diagnostics) throws(ConversionError) -> [String?] {
        let source = Source(Array(Self.message.utf8), name: "m.xml")
        let options = OptionValues(["refuse": words])
        let request = ReadRequest(source, as: "newsml-g2", options: options)
        return try XMLReader().read(request, reporting: &diagnostics).map(\.metadata.title.best)
    }

    @Test func `what may not be used is carried and warned of`() throws {
        var diagnostics = Diagnostics()
        #expect(try read(refusing: "none", &diagnostics) == ["Gone", "Here", "Later"])
        let warnings = diagnostics.all.filter { $0.severity == .warning }
        #expect(warnings.map(\.code.rawValue) == ["not-usable", "embargo"])
        #expect(warnings.first?.message == "\"Gone\" is canceled, its source says.")
    }

    @Test func `what is refused is an error, and the others go on`() throws {
        var diagnostics = Diagnostics()
        #expect(try read(refusing: "canceled, embargoed", &diagnostics) == ["Here"])
        let errors = diagnostics.all.filter { $0.severity == .error }
        #expect(errors.map(\.code.rawValue) == ["refused", "refused"])
        #expect(errors.first?.line == 2)
    }

    @Test func `a word that is no status is an error that names those that are`() {
        var diagnostics = Diagnostics()
        do throws(ConversionError) {
            _ = try read(refusing: "killed,old", &diagnostics)
            Issue.record("\"old\" is refused.")
        } catch {
            #expect(error.message.contains("\"old\""))
            #expect(error.message.contains("canceled, withheld, embargoed"))
        }
    }

    @Test func `a source whose articles are all refused is an error`() {
        let canceled =
            "<nitf><head><docdata management-status='killed'/></head><body><body.content><p>x</p></body.content></body></nitf>"
        let request = ReadRequest(
            Source(Array(canceled.utf8), name: "n.xml"),
            as: "nitf",
            options: OptionValues(["refuse": "canceled"])
        )
        var diagnostics = Diagnostics()
        #expect(throws: ConversionError.self) { try XMLReader().read(request, reporting: &diagnostics) }
    }
}
