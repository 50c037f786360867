import Offprint
import Testing

@testable import OffprintCLI

struct SizeLimitTests {
    @Test(arguments: [("600M", 600 << 20), ("1g", 1 << 30), ("5000", 5000), ("1K", 1024)])
    func `a size is a number with a unit`(text: String, bytes: Int) throws {
        #expect(try SizeLimit.limits(text).sourceBytes == bytes)
    }

    @Test(arguments: ["", "M", "0", "-1", "2G", "1T", "99999999999999999999", "1.5G"])
    func `what is no size is refused with an example`(text: String) {
        #expect(throws: Failure.self) { try SizeLimit.limits(text) }
    }

    @Test func `without one the limits stay`() throws { #expect(try SizeLimit.limits(nil) == Limits()) }
}
