/// What asks a server: the one thing here that touches a network.
public protocol WebTransport: Sendable {
    /// The number of a host.
    ///
    /// - Throws: ``FetchFailure`` where it has none.
    func resolve(_ host: String, port: Int) async throws(FetchFailure) -> IPAddress

    /// Asks for an address at a host whose number was checked: the connection must go to that number and no other.
    ///
    /// Redirects are not followed, and no more than `limits.imageBytes` of the answer are kept.
    ///
    /// - Throws: ``FetchFailure`` where there is no answer, or too much of one.
    func get(_ address: FetchAddress, at number: IPAddress, limits: FetchLimits) async throws(FetchFailure)
        -> WebAnswer
}

/// What a server answered.
public struct WebAnswer: Sendable {
    /// The status, such as 200.
    public var status: Int
    /// Where it says that the thing is.
    public var location: String?
    /// How the bytes are packed, where they are.
    public var contentEncoding: String?
    /// The bytes; none where the status says that there is no image.
    public var body: [UInt8]

    /// Creates an answer.
    public init(_ status: Int, location: String? = nil, contentEncoding: String? = nil, body: [UInt8] = []) {
        self.status = status
        self.location = location
        self.contentEncoding = contentEncoding
        self.body = body
    }
}
