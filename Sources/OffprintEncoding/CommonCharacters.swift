/// The commonest characters of a language that is written with thousands of them.
struct CommonCharacters {
    private let characters: Set<UInt32>

    init(_ text: String) { characters = Set(text.unicodeScalars.map(\.value)) }

    func contains(_ character: UInt32) -> Bool { characters.contains(character) }

    /// The characters of everyday use, which a national standard has on its first level: between these lead bytes.
    private init(of encoding: String, leads: ClosedRange<UInt8>, trails: [ClosedRange<UInt8>]) {
        let bytes = leads.flatMap { lead in trails.joined().flatMap { [lead, $0] } }
        let decoded = SystemConverter.decode(bytes, from: encoding)?.utf8 ?? []
        characters = Set(String(decoding: decoded, as: UTF8.self).unicodeScalars.map(\.value).filter { $0 != 0xFFFD })
    }

    static let gb2312 = CommonCharacters(of: "GB18030", leads: 0xB0...0xD7, trails: [0xA1...0xFE])
    static let big5 = CommonCharacters(of: "BIG5-HKSCS", leads: 0xA4...0xC6, trails: [0x40...0x7E, 0xA1...0xFE])
    static let jis = CommonCharacters(of: "EUC-JP-MS", leads: 0xB0...0xCF, trails: [0xA1...0xFE])
    static let ksx1001 = CommonCharacters(of: "EUC-KR", leads: 0xB0...0xC8, trails: [0xA1...0xFE])
}
