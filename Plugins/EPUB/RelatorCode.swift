/// The MARC code for what a contributor did, as far as the printed role says it; `ctb`, a contributor, where it does
/// not.
enum RelatorCode {
    private static let words: KeyValuePairs<String, [String]> = [
        "pht": ["photo", "foto", "bild", "صور", "фото", "צילום", "摄影", "攝影", "写真"],
        "ill": ["illustr", "grafik", "graphic", "infograf"],
        "trl": [
            "transl", "übersetz", "traduc", "traduz", "tradut", "vertal", "перев", "ترجم", "תרגום", "翻译", "翻譯", "翻訳",
        ],
        "edt": ["edit", "redakt", "redact", "rédac", "redig", "ред", "编辑", "編輯", "編集"],
        "vdg": ["video", "camera", "kamera", "vidéo"],
    ]

    static func of(_ role: String?) -> String {
        let role = (role ?? "").lowercased()
        guard !role.isEmpty else { return "ctb" }
        return words.first { _, stems in stems.contains { role.contains($0) } }?.key ?? "ctb"
    }
}
