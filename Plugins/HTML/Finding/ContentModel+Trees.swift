extension ContentModel {
    static let alone = ContentModel(starts: [], nodes: [])
    static let amongOthers = ContentModel(starts: [], nodes: [])
    static let chances: [Int16] = [500]
}
