import Offprint

/// When an article was published: what the page states in the light of what it shows.
struct PublicationDate {
    private let draft: Metadata

    init(_ draft: Metadata) { self.draft = draft }

    /// The claims, with the best in the newsroom's zone; where there is none, that of the last change.
    var claims: Claims<Timestamp> {
        var result = draft.published
        if let local = local(result) {
            let origin = Origin(.derived, at: "the zone of the time that the page shows")
            result.add(local, from: origin)
            return Self.promoted(result.all.firstIndex { $0.origin == origin }, of: result)
        }
        if result.isEmpty, let modified = draft.modified.all.first {
            result.add(modified.value, from: Origin(.derived, at: modified.origin.locator, line: modified.origin.line))
        }
        return Self.promoted(better(than: result.best, of: result.all), of: result)
    }

    private static func promoted(_ index: Int?, of claims: Claims<Timestamp>) -> Claims<Timestamp> {
        guard let index else { return claims }
        var all = claims.all
        all.insert(all.remove(at: index), at: 0)
        return Claims(.published, restoring: all)
    }

    // MARK: What the page shows

    /// The claim that what the page shows speaks for, where it speaks against the best.
    private func better(than best: Timestamp?, of all: [Claim<Timestamp>]) -> Int? {
        guard let best, all.count > 1 else { return nil }
        let shown = all.indices.filter { Self.isShown(all[$0]) }
        guard !shown.isEmpty, !Self.isShown(all[0]), !shown.contains(where: { all[$0].value.agrees(with: best) }) else {
            return nil
        }
        // Another statement has the day that readers see.
        if let confirmed = all.indices.first(where: { index in
            !Self.isShown(all[index]) && all[index].origin.evidence != .jsonLDCreated
                && shown.contains { all[$0].value.agrees(with: all[index].value) }
        }) {
            return confirmed
        }
        // Nothing else states the best, while both the text and its markup say otherwise.
        let isAlone = !all.dropFirst().contains { $0.value.agrees(with: best) }
        guard isAlone, let time = shown.first(where: { all[$0].origin.evidence == .timeElement }),
            // … and it is not when the article was changed.
            !draft.modified.all.contains(where: { $0.value.agrees(with: all[time].value) }),
            shown.contains(where: {
                all[$0].origin.evidence == .visibleDate && all[$0].value.agrees(with: all[time].value)
            })
        else { return nil }
        return time
    }

    private static func isShown(_ claim: Claim<Timestamp>) -> Bool {
        claim.origin.evidence == .timeElement || claim.origin.evidence == .visibleDate
    }

    // MARK: The zone

    /// The best moment in the zone of the newsroom, where it is given in UTC and the page shows it on its own clock.
    private func local(_ claims: Claims<Timestamp>) -> Timestamp? {
        guard let best = claims.best, let time = best.time, time.offset == 0 else { return nil }
        for claim in claims.all {
            if let shifted = midnight(best, of: claim.value) { return shifted }
            guard let wall = claim.value.time, wall.offset == nil, wall.minute % 15 == time.minute % 15,
                let month = claim.value.month, let day = claim.value.day
            else { continue }
            let minutes = (claim.value.secondsSinceEpoch / 60) - (best.secondsSinceEpoch / 60)
            guard minutes != 0, minutes % 15 == 0, (-12 * 60...14 * 60).contains(minutes) else { continue }
            // Quarters of an hour are too many to be a zone by chance.
            guard minutes % 60 == 0 || [330, 345, 210, 270, 570, -210, 390, 630].contains(minutes) else { continue }
            return Timestamp(
                year: claim.value.year,
                month: month,
                day: day,
                time: Timestamp.Time(hour: wall.hour, minute: wall.minute, second: time.second, offset: minutes)
            )
        }
        return nil
    }

    /// A moment as the first of the day that the page shows, where it is just that in UTC: east of Greenwich, such a
    /// day starts on the day before.
    private func midnight(_ moment: Timestamp, of day: Timestamp) -> Timestamp? {
        guard let time = moment.time, time.hour >= 12, time.minute == 0, time.second ?? 0 == 0, day.time == nil,
            day.day != nil
        else { return nil }
        let minutes = (day.secondsSinceEpoch - moment.secondsSinceEpoch) / 60
        guard minutes > 0, minutes <= 12 * 60 else { return nil }
        let midnight = Timestamp.Time(hour: 0, minute: 0, second: time.second, offset: minutes)
        return Timestamp(year: day.year, month: day.month, day: day.day, time: midnight)
    }
}
