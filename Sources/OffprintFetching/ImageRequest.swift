import OffprintModel

/// An image that was fetched.
public struct FetchedImage: Sendable, Hashable {
    /// Its format, by its own bytes.
    public let mediaType: String
    /// Its bytes.
    public let bytes: [UInt8]
}

/// The fetching of one image: redirects are followed, and each step is checked as the first one is.
struct ImageRequest: Sendable {
    let transport: any WebTransport
    let policy: FetchPolicy
    let limits: FetchLimits

    /// The image, or why there is none; it is given up when its time is over.
    func result(at text: String) async -> Result<FetchedImage, FetchFailure> {
        let seconds = limits.seconds
        return await withTaskGroup(of: Result<FetchedImage, FetchFailure>.self) { group in
            group.addTask {
                do throws(FetchFailure) {
                    let image = try await image(at: text)
                    return .success(image)
                } catch { return .failure(error) }
            }
            group.addTask {
                try? await Task.sleep(for: .seconds(seconds))
                return .failure(FetchFailure(.time, "it took more than \(seconds) seconds"))
            }
            let first = await group.next()
            group.cancelAll()
            return first ?? .failure(FetchFailure(.time, "it took too long"))
        }
    }

    private func image(at text: String) async throws(FetchFailure) -> FetchedImage {
        var address = try FetchAddress(text)
        var seen: Set<FetchAddress> = [address]
        while true {
            let number = try await checkedNumber(of: address)
            let answer = try await transport.get(address, at: number, limits: limits)
            guard let location = answer.location, [301, 302, 303, 307, 308].contains(answer.status) else {
                return try Self.image(in: answer)
            }
            guard seen.count <= limits.redirects else {
                throw FetchFailure(.redirects, "it leads on more than \(limits.redirects) times")
            }
            do throws(FetchFailure) { address = try address.following(location) } catch {
                throw FetchFailure(error.kind, "it leads to an address that is refused: \(error.reason)")
            }
            guard seen.insert(address).inserted else { throw FetchFailure(.redirects, "it leads back to itself") }
        }
    }

    private func checkedNumber(of address: FetchAddress) async throws(FetchFailure) -> IPAddress {
        let number: IPAddress
        if let own = address.ipAddress {
            number = own
        } else {
            number = try await transport.resolve(address.host, port: address.port)
        }
        try policy.check(number, port: address.port)
        return number
    }

    private static func image(in answer: WebAnswer) throws(FetchFailure) -> FetchedImage {
        guard answer.status == 200 else { throw FetchFailure(.answer, "the server answered \(answer.status)") }
        // Nothing packed was asked for, and unpacking is how a small answer fills a memory.
        if let encoding = answer.contentEncoding?.lowercased(), !encoding.isEmpty, encoding != "identity" {
            throw FetchFailure(.answer, "the server packed it, which was not asked for")
        }
        guard let mediaType = ImageSignature.mediaType(of: answer.body) else {
            throw FetchFailure(.answer, "what the server sent is not an image of the web")
        }
        return FetchedImage(mediaType: mediaType, bytes: answer.body)
    }
}
