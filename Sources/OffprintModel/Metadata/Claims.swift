/// A value that something in the source claims, and what claims it.
///
/// The value's type has no constraint here, and none in ``Claims``: the runtime would look each up among all conformances of a
/// program the first time it meets the type, which is felt in the start of a tool.
public struct Claim<Value> {
    /// The value.
    public var value: Value
    /// What claims it.
    public var origin: Origin
    /// How far to trust it: see ``Claims/add(_:from:)``.
    public var confidence: Confidence

    /// Creates a claim.
    public init(_ value: Value, from origin: Origin, confidence: Confidence) {
        self.value = value
        self.origin = origin
        self.confidence = confidence
    }
}

extension Claim {
    /// Whether its reader doubts what the source states.
    var isDoubted: Bool { confidence == .low && !origin.evidence.isHeuristic }
}

extension Claim: Sendable where Value: Sendable {}
extension Claim: Equatable where Value: Equatable {}
extension Claim: Hashable where Value: Hashable {}

/// How far to trust a claim.
public enum Confidence: String, Sendable, Hashable, CaseIterable {
    /// Only a rule of thumb found it.
    case low
    /// One part of the source states it.
    case medium
    /// Independent parts of the source agree.
    case high
}

/// A value that can be claimed, and compared with what others claim.
public protocol ClaimedValue: Sendable, Hashable {
    /// Whether `other` says the same, though perhaps in another form.
    func agrees(with other: Self) -> Bool
    /// Whether this says what `other` says, and more of it.
    func isFuller(than other: Self) -> Bool
}

extension ClaimedValue {
    /// Whether `other` is equal.
    public func agrees(with other: Self) -> Bool { self == other }
    /// Whether this is fuller: no, unless a type says how.
    public func isFuller(than other: Self) -> Bool { false }
}

/// All that was claimed for one field, the best claim first.
///
/// The order comes from the field's row in ``Precedence``. Claims of equal rank keep the order in which they were
/// found.
public struct Claims<Value> {
    /// The field that the claims are for.
    public let field: Field
    /// The claims, the best first.
    public private(set) var all: [Claim<Value>]

    /// Creates the claims for `field`, in the order given: for a reader that restores what another one ordered.
    public init(_ field: Field, restoring all: [Claim<Value>] = []) {
        self.field = field
        self.all = all
    }

    /// The value with the best claim, or `nil` where nobody made one.
    public var best: Value? { all.first?.value }

    /// Whether nobody made a claim.
    public var isEmpty: Bool { all.isEmpty }

    /// The same field with no claim but the best.
    public var onlyBest: Self { Self(field, restoring: Array(all.prefix(1))) }
}

extension Claims: Sendable where Value: Sendable {}
extension Claims: Equatable where Value: Equatable {}
extension Claims: Hashable where Value: Hashable {}

extension Claims where Value: ClaimedValue {
    /// Adds a claim, unless the same origin has made it before.
    ///
    /// Its confidence is high where a claim of another family (``Evidence/family``) agrees, else medium where
    /// something states it and low where a rule of thumb found it.
    ///
    /// - Parameter confidence: `.low` where a reader has a reason to doubt what the source states, such as a date later
    ///   than the article's last change: such a claim ranks behind all others, and nothing confirms it.
    @specialized(where Value == String)
    @specialized(where Value == Timestamp)
    @specialized(where Value == [Contributor])
    @specialized(where Value == [Tag])
    @specialized(where Value == [Picture])
    @specialized(where Value == [String])
    @specialized(where Value == Organization)
    public mutating func add(_ value: Value, from origin: Origin, confidence: Confidence? = nil) {
        guard !all.contains(where: { $0.origin == origin && $0.value == value }) else { return }
        var claim = Claim(value, from: origin, confidence: confidence ?? (origin.evidence.isHeuristic ? .low : .medium))
        if !claim.isDoubted, !origin.evidence.isEcho {
            let family = origin.evidence.family
            for index in all.indices where !all[index].origin.evidence.isEcho && !all[index].isDoubted {
                if all[index].origin.evidence == origin.evidence || all[index].origin.evidence.family == family {
                    continue
                }
                guard all[index].value.agrees(with: value) else { continue }
                all[index].confidence = .high
                claim.confidence = .high
            }
        }
        all.append(claim)
        guard all.count > 1 else { return }
        sort()
        // Of those that say the same as the best, one that says it more fully comes first.
        if let fuller = all.indices.dropFirst().first(where: {
            !all[$0].isDoubted && all[$0].value.isFuller(than: all[0].value)
        }) {
            all.insert(all.remove(at: fuller), at: 0)
        }
    }

    /// Puts the claims in the order of the field's row; those of equal rank stay in theirs.
    ///
    /// There are few, and all but one of them are in order: each is moved up past those that it outranks.
    private mutating func sort() {
        let precedence = Precedence.of(field)
        var ranks = all.map { claim in
            claim.isDoubted
                ? Int.max : precedence.rank(of: claim.origin.evidence, isConfirmed: claim.confidence == .high)
        }
        for index in all.indices.dropFirst() {
            var place = index
            while place > 0, ranks[place] < ranks[place - 1] {
                ranks.swapAt(place, place - 1)
                all.swapAt(place, place - 1)
                place -= 1
            }
        }
    }
}

extension String: ClaimedValue {
    /// Whether `other` is the same but for case, white space, and the forms of quotation marks and dashes.
    public func agrees(with other: String) -> Bool {
        if self == other { return true }
        if let answer = Self.agreeInASCII(utf8.span, other.utf8.span) { return answer }
        var (left, right) = (FoldedText(self), FoldedText(other))
        while true {
            let (one, two) = (left.next(), right.next())
            if one != two { return false }
            if one == nil { return true }
        }
    }

    /// Whether two texts agree, as far as ASCII tells; `nil` where it does not.
    private static func agreeInASCII(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool? {
        var (one, two) = (0, 0)
        while true {
            let (first, second) = (nextFolded(left, &one), nextFolded(right, &two))
            guard first < 0x80, second < 0x80 else { return nil }
            if first != second { return false }
            if first == 0 { return true }
        }
    }

    /// The next byte in the form that texts are compared in: a space for white space within, 0 at the end.
    private static func nextFolded(_ bytes: Span<UInt8>, _ index: inout Int) -> UInt8 {
        let start = index
        while index < bytes.count, bytes[index] == 0x20 || (0x09...0x0D).contains(bytes[index]) { index += 1 }
        guard index < bytes.count else { return 0 }
        let byte = bytes[index]
        if index > start, start > 0, byte < 0x80 { return 0x20 }
        index += 1
        switch byte {
        case 0x41...0x5A: return byte | 0x20
        case 0x60: return 0x27
        // A control is for the longer way.
        case 0: return 0xFF
        default: return byte
        }
    }
}

/// The scalars of a text in lower case, with one space for each run of white space and none at the edges.
private struct FoldedText: IteratorProtocol {
    private var scalars: String.UnicodeScalarView.Iterator
    private var pending: [Unicode.Scalar] = []
    private var isAtStart = true

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }

    /// One form for the marks that are written now this way, now that way; NUL for what nobody sees.
    private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case 0x60, 0xB4, 0x2018...0x201A, 0x02BC: "'"
        case 0xAB, 0xBB, 0x201C...0x201E: "\""
        case 0x2010...0x2014, 0x2212: "-"
        case 0xAD, 0x200B...0x200F, 0x2060...0x2064, 0xFEFF: "\u{0}"
        default: nil
        }
    }

    init(_ text: String) { scalars = text.unicodeScalars.makeIterator() }

    mutating func next() -> Unicode.Scalar? {
        if let scalar = pending.popLast() { return scalar }
        var isBehindSpace = false
        while let scalar = scalars.next() {
            if Self.isSpace(scalar) {
                isBehindSpace = true
                continue
            }
            var visible = scalar
            if let folded = Self.folded(scalar) {
                if folded == "\u{0}" { continue }
                visible = folded
            } else if scalar.value < 0x80 {
                if (0x41...0x5A).contains(scalar.value) { visible = Unicode.Scalar(UInt8(scalar.value) | 0x20) }
            } else {
                let lower = scalar.properties.lowercaseMapping.unicodeScalars
                visible = lower.first ?? scalar
                if lower.count > 1 { pending = lower.dropFirst().reversed() }
            }
            if isBehindSpace, !isAtStart {
                pending.append(visible)
                return " "
            }
            isAtStart = false
            return visible
        }
        return nil
    }
}

extension Array: ClaimedValue where Element: ClaimedValue {
    /// Whether `other` holds values that agree, in any order.
    public func agrees(with other: [Element]) -> Bool {
        count == other.count && allSatisfy { mine in other.contains { $0.agrees(with: mine) } }
    }

    /// Whether each value is fuller than that of `other` in its place.
    public func isFuller(than other: [Element]) -> Bool {
        count == other.count && !isEmpty && zip(self, other).allSatisfy { $0.isFuller(than: $1) }
    }
}

extension Direction: ClaimedValue {}
