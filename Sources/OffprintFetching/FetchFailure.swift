/// Why an image was not fetched.
public struct FetchFailure: Error, Sendable, Hashable {
    /// The kind of reason.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// The address is not one to ask.
        case address
        /// The address is not the public Internet's.
        case privateAddress
        /// The host has no address.
        case unknownHost
        /// The connection failed.
        case connection
        /// The server's answer is not an image.
        case answer
        /// Redirects lead on and on.
        case redirects
        /// It is too large.
        case size
        /// It takes too long.
        case time
        /// Enough was fetched for this article.
        case articleLimit
    }

    /// The kind of reason.
    public let kind: Kind
    /// The reason, in words that follow `because`.
    public let reason: String

    /// Creates a failure.
    public init(_ kind: Kind, _ reason: String) {
        self.kind = kind
        self.reason = reason
    }
}
