import OffprintLanguage
import OffprintModel
import Testing

@Suite struct `Directions` {
    @Test(
        arguments: [
            ("The bridge is closed.", Direction.leftToRight), ("الجسر مغلق", .rightToLeft), ("הגשר סגור", .rightToLeft),
            ("AFP: أعلنت البلدية إغلاق الجسر القديم", .rightToLeft), ("The word الجسر means bridge", .leftToRight),
            ("旧桥将关闭", .leftToRight), ("ܓܫܪܐ", .rightToLeft), ("ދިވެހި", .rightToLeft),
        ]
    ) func `most letters decide for a document`(_ text: String, _ direction: Direction) {
        #expect(TextDirection.majority(of: Array(text.utf8).span) == direction)
    }

    @Test(
        arguments: [
            ("AFP: أعلنت البلدية إغلاق الجسر القديم", Direction.leftToRight), ("«123» الجسر is closed", .rightToLeft),
            ("12. Bridge", .leftToRight),
        ]
    ) func `the first letter decides for a block`(_ text: String, _ direction: Direction) {
        #expect(TextDirection.firstStrong(in: Array(text.utf8).span) == direction)
    }

    @Test(arguments: ["", "123 + 4", "… — !", "٣٤٥"]) func `without letters there is no direction`(_ text: String) {
        #expect(TextDirection.majority(of: Array(text.utf8).span) == nil)
        #expect(TextDirection.firstStrong(in: Array(text.utf8).span) == nil)
    }

    @Test func `the script of most letters is found`() {
        func dominant(_ text: String) -> Script? { ScriptCounts(of: Array(text.utf8).span).dominant }
        #expect(dominant("橋は年末まで通行止め") == .kana)
        #expect(dominant("旧桥将关闭至年底") == .han)
        #expect(dominant("Email") == .latin)
        #expect(dominant("— 12 —") == nil)
        #expect(dominant("abcd абвг") == nil)
    }
}
