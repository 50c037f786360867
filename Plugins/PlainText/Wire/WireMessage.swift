/// The envelope of agency copy: SOH, a header, STX, the text, ETX, a trailer, EOT.
///
/// IPTC 7901 and ANPA 1312 share it.
struct WireMessage {
    /// The lines between SOH and STX.
    let header: [CopyLine]
    /// Whether the header has the unit separator of ANPA 1312.
    let isANPA: Bool
    /// The lines between STX and ETX.
    let text: [CopyLine]
    /// What stands after ETX.
    let trailer: String

    /// How many messages of a source are read: a day's wire has fewer.
    static let most = 10_000
    /// How long a header may be.
    private static let longestHeader = 2_000
    private static let startOfHeader: UInt8 = 0x01
    private static let startOfText: UInt8 = 0x02
    private static let endOfText: UInt8 = 0x03
    private static let endOfTransmission: UInt8 = 0x04

    /// Whether a source opens as such a message does: with SOH, after nothing but idle characters, and a header in letters.
    static func opens(_ bytes: Span<UInt8>) -> Bool {
        guard let start = start(in: bytes, from: 0), let text = textStart(in: bytes, from: start) else { return false }
        // The shortest header is a number and a priority; binary data has none.
        return (start..<text).count { (0x20..<0x7F).contains(bytes[$0]) } >= 4
    }

    /// All messages of a source, one after the other; none where it does not open as one.
    static func messages(in bytes: Span<UInt8>) -> [WireMessage] {
        var messages: [WireMessage] = []
        var (index, line, counted) = (0, 1, 0)
        while messages.count < most, let start = start(in: bytes, from: index),
            let text = textStart(in: bytes, from: start)
        {
            line += countLines(bytes, counted..<start)
            let (end, after) = textEnd(in: bytes, from: text)
            let close = (after..<bytes.count).first { bytes[$0] == endOfTransmission || bytes[$0] == startOfHeader }
            let messageEnd = close ?? bytes.count
            let headerBytes = bytes.extracting(start..<text)
            let textLine = line + countLines(bytes, start..<text)
            messages.append(
                WireMessage(
                    header: CopyLine.lines(of: headerBytes.array, first: line),
                    isANPA: headerBytes.array.contains(0x1F),
                    text: CopyLine.lines(of: bytes.extracting(text..<end).array, first: textLine),
                    trailer: CopyLine.lines(of: bytes.extracting(after..<messageEnd).array, first: 1)
                        .lazy.map(\.trimmed).first { !$0.isEmpty } ?? ""
                )
            )
            (line, counted) = (textLine + countLines(bytes, text..<messageEnd), messageEnd)
            index = messageEnd
        }
        return messages
    }

    /// Where the header starts, after SOH.
    private static func start(in bytes: Span<UInt8>, from: Int) -> Int? {
        var index = from
        while index < bytes.count {
            switch bytes[index] {
            case startOfHeader: return index + 1
            case 0x01...0x20, 0x7F: index += 1
            default: return nil
            }
        }
        return nil
    }

    private static func textStart(in bytes: Span<UInt8>, from: Int) -> Int? {
        // Binary data may have both bytes, but hardly a word between them.
        var printable = 0
        for index in from..<min(bytes.count, from + longestHeader) {
            switch bytes[index] {
            case startOfText: return printable >= 4 ? index + 1 : nil
            case 0: return nil
            case 0x21...0x7E: printable += 1
            default: break
            }
        }
        return nil
    }

    private static func textEnd(in bytes: Span<UInt8>, from: Int) -> (end: Int, after: Int) {
        var index = from
        while index < bytes.count {
            switch bytes[index] {
            case endOfText: return (index, index + 1)
            case endOfTransmission, startOfHeader: return (index, index)
            default: index += 1
            }
        }
        return (index, index)
    }

    private static func countLines(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
        var count = 0
        for index in range {
            if bytes[index] == 0x0A || bytes[index] == 0x0D && (index + 1 >= bytes.count || bytes[index + 1] != 0x0A) {
                count += 1
            }
        }
        return count
    }
}

extension Span<UInt8> {
    /// A copy of its bytes.
    var array: [UInt8] {
        var array: [UInt8] = []
        array.reserveCapacity(count)
        for index in indices { array.append(self[index]) }
        return array
    }
}
