#if Fetching
    import AsyncHTTPClient
    import NIOCore
    import NIOHTTP1
    import NIOPosix

    /// Asks servers over AsyncHTTPClient.
    ///
    /// No cookies, no referrer, no packed answers, no proxy; redirects are left to ``ImageRequest``.
    actor NetworkTransport: WebTransport {
        /// A client is made for one host and the number that it goes by: it cannot look the host up again.
        private struct Pin: Hashable {
            let host: String
            let number: String
        }

        /// A client with the number of its open requests, and when it was last asked for.
        private struct Entry {
            let client: HTTPClient
            var requests = 1
            var turn: Int
        }

        private var clients: [Pin: Entry] = [:]
        private var turns = 0

        /// With more hosts than this the one that has rested longest is closed.
        private static let capacity = 64

        func resolve(_ host: String, port: Int) async throws(FetchFailure) -> IPAddress {
            let number: String?
            do {
                // Looking up waits, which must not keep the program's own threads.
                number = try await NIOThreadPool.singleton.runIfActive {
                    try SocketAddress.makeAddressResolvingHost(host, port: port).ipAddress
                }
            } catch { throw FetchFailure(.unknownHost, "its host \(host) is not known") }
            guard let number, let address = IPAddress(number) else {
                throw FetchFailure(.unknownHost, "its host \(host) is not known")
            }
            return address
        }

        func get(
            _ address: FetchAddress,
            at number: IPAddress,
            limits: FetchLimits
        ) async throws(FetchFailure) -> WebAnswer {
            var request = HTTPClientRequest(url: address.text)
            request.headers.add(name: "User-Agent", value: "offprint")
            request.headers.add(name: "Accept", value: "image/jpeg, image/png, image/gif, image/*;q=0.8, */*;q=0.1")
            request.headers.add(name: "Accept-Encoding", value: "identity")
            let pin = Pin(host: address.host, number: number.description)
            let client = await client(for: pin, limits)
            defer { clients[pin]?.requests -= 1 }
            do {
                let response = try await client.execute(request, timeout: .seconds(limits.seconds))
                return try await Self.answer(response, limits)
            } catch let failure as FetchFailure {
                throw failure
            } catch let error as HTTPClientError where Self.timeouts.contains(error) {
                throw FetchFailure(.time, "it took more than \(limits.seconds) seconds")
            } catch { throw FetchFailure(.connection, "the connection to its server failed") }
        }

        private static let timeouts: [HTTPClientError] = [.connectTimeout, .readTimeout, .deadlineExceeded]

        private static func answer(_ response: HTTPClientResponse, _ limits: FetchLimits) async throws -> WebAnswer {
            var answer = WebAnswer(
                Int(response.status.code),
                location: response.headers.first(name: "Location"),
                contentEncoding: response.headers.first(name: "Content-Encoding")
            )
            // What is no image is not read to its end, and packed bytes are not read at all.
            guard answer.status == 200, answer.contentEncoding == nil else { return answer }
            let limit = limits.imageBytes
            let tooLarge = FetchFailure(.size, "it is larger than \(limit >> 20) MiB")
            if let size = response.headers.first(name: "Content-Length").flatMap(Int.init), size > limit {
                throw tooLarge
            }
            for try await part in response.body {
                guard answer.body.count + part.readableBytes <= limit else { throw tooLarge }
                answer.body.append(contentsOf: part.readableBytesView)
            }
            return answer
        }

        private func client(for pin: Pin, _ limits: FetchLimits) async -> HTTPClient {
            turns += 1
            if let entry = clients[pin] {
                clients[pin]?.requests += 1
                clients[pin]?.turn = turns
                return entry.client
            }
            var configuration = HTTPClient.Configuration()
            configuration.redirectConfiguration = .disallow
            configuration.decompression = .disabled
            configuration.httpVersion = .http1Only
            configuration.timeout = .init(
                connect: .seconds(limits.connectSeconds),
                read: .seconds(limits.seconds)
            )
            configuration.connectionPool.retryConnectionEstablishment = false
            configuration.dnsOverride = [pin.host: pin.number]
            let client = HTTPClient(
                eventLoopGroupProvider: .shared(MultiThreadedEventLoopGroup.singleton),
                configuration: configuration
            )
            clients[pin] = Entry(client: client, turn: turns)
            if clients.count > Self.capacity,
                let resting = clients.filter({ $0.value.requests == 0 }).min(by: { $0.value.turn < $1.value.turn })
            {
                clients[resting.key] = nil
                try? await resting.value.client.shutdown()
            }
            return client
        }

        /// Closes all connections.
        func close() async {
            let open = clients.values
            clients = [:]
            for entry in open { try? await entry.client.shutdown() }
        }
    }

    extension TimeAmount {
        fileprivate static func seconds(_ seconds: Double) -> TimeAmount { .milliseconds(Int64(seconds * 1_000)) }
    }
#endif
