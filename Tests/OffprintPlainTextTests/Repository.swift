import Foundation

/// The files of the repository that the tests read.
enum Repository {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static func bytes(_ path: String) throws -> [UInt8] { try Array(Data(contentsOf: root.appending(path: path))) }
}
