/// Which hosts may be asked.
public struct FetchPolicy: Sendable, Hashable {
    /// A host by its number, and a port of it.
    private struct Exception: Sendable, Hashable {
        let address: IPAddress
        let port: Int
    }

    private var exceptions: Set<Exception> = []

    /// Allows the public Internet alone.
    public init() {}

    /// Allows a host that would be refused, such as `127.0.0.1:8080`; gives `false` where the text names none.
    public mutating func allow(_ text: String) -> Bool {
        guard let colon = text.lastIndex(of: ":"), let port = Int(text[colon...].dropFirst()),
            (1...65_535).contains(port)
        else { return false }
        var host = text[..<colon]
        if host.hasPrefix("["), host.hasSuffix("]") { host = host.dropFirst().dropLast() }
        guard let address = IPAddress(String(host)) else { return false }
        exceptions.insert(Exception(address: address, port: port))
        return true
    }

    /// Checks the number that a host goes by.
    ///
    /// - Throws: ``FetchFailure`` where it is not the public Internet's.
    public func check(_ address: IPAddress, port: Int) throws(FetchFailure) {
        guard !exceptions.contains(Exception(address: address, port: port)), let refusal = address.refusal else {
            return
        }
        throw FetchFailure(.privateAddress, refusal)
    }
}
