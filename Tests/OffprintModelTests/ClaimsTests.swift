import OffprintModel
import Testing

struct ClaimsTests {
    private func claims(_ found: [(String, Evidence)], of field: Field = .title) -> Claims<String> {
        var claims = Claims<String>(field)
        for (value, evidence) in found { claims.add(value, from: Origin(evidence, at: "here")) }
        return claims
    }

    @Test(
        arguments: [
            ([("a", .titleElement), ("b", .jsonLD)], "b"), ([("a", .jsonLD), ("b", .user)], "b"),
            ([("a", .openGraph), ("b", .heading)], "b"),
            // Two that agree win over one that ranks higher, unless that one needs no support.
            ([("a", .microdata), ("b", .dublinCore), ("b", .openGraph)], "b"),
            ([("a", .jsonLD), ("b", .dublinCore), ("b", .openGraph)], "b"),
            ([("a", .feed), ("b", .dublinCore), ("b", .openGraph)], "a"),
            // The title element repeats what others say.
            ([("a", .microdata), ("b", .titleElement), ("b", .openGraph)], "a"),
            // One family is one witness.
            ([("a", .microdata), ("b", .openGraph), ("b", .twitter)], "a"),
            // Among the confirmed the row decides.
            ([("b", .openGraph), ("b", .titleElement), ("a", .jsonLD), ("a", .microdata)], "a"),
            // Evidence that no row names comes last.
            ([("a", "acme"), ("b", .derived)], "b"), ([("a", "acme"), ("b", "other")], "a"),
        ] as [([(String, Evidence)], String)]
    )
    func `the best claim goes by the row and by agreement`(found: [(String, Evidence)], best: String) {
        #expect(claims(found).best == best)
    }

    @Test func `confidence says who agrees`() {
        let all = claims([("A  title", .jsonLD), ("Other", .textLayout), ("a title", .heading), ("Third", .openGraph)])
            .all
        let confidence = Dictionary(all.map { ($0.value, $0.confidence) }, uniquingKeysWith: { first, _ in first })
        #expect(confidence == ["A  title": .high, "a title": .high, "Other": .low, "Third": .medium])
    }

    @Test func `a doubted claim comes last and is not confirmed`() {
        var claims = Claims<String>(.title)
        claims.add("a", from: Origin(.jsonLD, at: "here"), confidence: .low)
        claims.add("b", from: Origin(.derived, at: "here"))
        claims.add("a", from: Origin(.openGraph, at: "here"))
        #expect(claims.all.map(\.value) == ["a", "b", "a"])
        #expect(claims.all.map(\.confidence) == [.medium, .low, .low])
    }

    @Test func `of the same day the fuller date comes first`() throws {
        var claims = Claims<Timestamp>(.published)
        for (text, evidence) in [
            ("2024-05-06", .jsonLD), ("2024-05-06T10:45", .visibleDate), ("2024-05-06T08:45:00Z", .metaElement),
            ("2024-05-06T10:45:00+02:00", .timeElement), ("2024-05-06T11:45:00+02:00", .dublinCore),
        ] as [(String, Evidence)] {
            claims.add(try #require(Timestamp(iso8601: text)), from: Origin(evidence, at: "here"))
        }
        #expect(claims.best?.description == "2024-05-06T10:45:00+02:00")
    }

    @Test func `one origin says one thing once`() {
        let twice = claims([("a", .jsonLD), ("a", .jsonLD), ("b", .jsonLD)])
        #expect(twice.all.map(\.value) == ["a", "b"])
        #expect(twice.all.map(\.confidence) == [.medium, .medium])
    }

    @Test func `claims of equal rank keep their order`() {
        #expect(
            claims([("c", .metaElement), ("a", .metaElement), ("b", .metaElement)]).all.map(\.value) == ["c", "a", "b"]
        )
    }

    @Test func `each field has its own order`() {
        let found: [(String, Evidence)] = [("x", .openGraph), ("y", .rootAttribute)]
        #expect(claims(found, of: .language).best == "y")
        #expect(claims(found, of: .slug).best == "x")
    }

    @Test func `restoring keeps what another ordered`() {
        let claim = Claim("low", from: Origin(.derived, at: ""), confidence: .low)
        let other = Claim("high", from: Origin(.user, at: ""), confidence: .high)
        let restored = Claims(.title, restoring: [claim, other])
        #expect(restored.best == "low")
        #expect(restored.onlyBest.all == [claim])
        #expect(Claims<String>(.title).best == nil)
    }

    @Test func `values agree though their form differs`() {
        #expect("The  Bridge\n".agrees(with: "the bridge"))
        #expect(!"The Bridge".agrees(with: "The Bridges"))
        #expect([Tag("A"), Tag("b")].agrees(with: [Tag("B"), Tag("a", kind: .place)]))
        #expect(![Tag("a")].agrees(with: [Tag("a"), Tag("b")]))
        #expect(
            Timestamp(iso8601: "2024-05-06").flatMap { Timestamp(iso8601: "2024-05-06T10:00Z")?.agrees(with: $0) }
                == true
        )
        #expect(!Picture(ImageReference()).agrees(with: Picture(ImageReference())))
    }
}
