#if Fetching
    import Foundation

    /// A server on this machine that answers well, badly and not at all.
    final class LoopbackServer {
        let port: Int
        private let process: Process
        private let log: URL
        /// It ends with this pipe: signals may be blocked in what a test starts.
        private let life = Pipe()

        /// Whether it can be run here.
        static var isAvailable: Bool { FileManager.default.isExecutableFile(atPath: "/usr/bin/env") && python != nil }

        private static let python: String? = {
            let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
            return folders.map { "\($0)/python3" }.first { FileManager.default.isExecutableFile(atPath: $0) }
        }()

        init() throws {
            log = FileManager.default.temporaryDirectory.appending(path: "offprint-server-\(UUID().uuidString)")
            try Data().write(to: log)
            process = Process()
            process.executableURL = URL(filePath: Self.python ?? "/usr/bin/python3")
            process.arguments = ["-c", Self.script]
            process.standardOutput = try FileHandle(forWritingTo: log)
            process.standardError = FileHandle.nullDevice
            process.standardInput = life
            try process.run()
            var found: Int?
            for _ in 0..<200 where found == nil {
                Thread.sleep(forTimeInterval: 0.05)
                found = (try? String(contentsOf: log, encoding: .utf8))?.split(separator: "\n").first.flatMap {
                    Int($0)
                }
            }
            port = found ?? 0
        }

        deinit {
            try? life.fileHandleForWriting.close()
            try? FileManager.default.removeItem(at: log)
        }

        func address(_ path: String) -> String { "http://127.0.0.1:\(port)/\(path)" }

        /// The paths that were asked for.
        var asked: [String] {
            let text = (try? String(contentsOf: log, encoding: .utf8)) ?? ""
            return text.split(separator: "\n").dropFirst().map(String.init)
        }

        private static let script = """
            import gzip, http.server, os, struct, sys, threading, time, zlib

            def chunk(kind, data):
                return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

            PNG = (b"\\x89PNG\\r\\n\\x1a\\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 2, 2, 8, 0, 0, 0, 0))
                + chunk(b"IDAT", zlib.compress(b"\\0\\1\\2\\0\\3\\4")) + chunk(b"IEND", b""))

            class Handler(http.server.BaseHTTPRequestHandler):
                protocol_version = "HTTP/1.1"

                def log_message(self, *_): pass

                def answer(self, status, body=b"", length=None, **headers):
                    self.send_response(status)
                    for name, value in headers.items(): self.send_header(name.replace("_", "-"), value)
                    self.send_header("Content-Length", str(len(body) if length is None else length))
                    self.end_headers()
                    self.wfile.write(body)

                def do_GET(self):
                    path = self.path[1:]
                    print(path, flush=True)
                    try: self.route(path)
                    except OSError: self.close_connection = True

                def route(self, path):
                    if path.startswith("ok"): self.answer(200, PNG, Content_Type="text/plain", Set_Cookie="a=b")
                    elif path == "modest":
                        told = {"cookie", "referer", "authorization"} & {name.lower() for name in self.headers}
                        self.answer(500 if told or self.headers["User-Agent"] != "offprint" else 200, PNG)
                    elif path == "page.png": self.answer(200, b"<script>1</script>", Content_Type="image/png")
                    elif path == "moved": self.answer(302, Location="/ok.png")
                    elif path == "private": self.answer(302, Location="http://10.0.0.1/a.png")
                    elif path == "other-port": self.answer(302, Location="http://127.0.0.1:1024/a.png")
                    elif path == "circle": self.answer(302, Location="/circle-2")
                    elif path == "circle-2": self.answer(302, Location="/circle")
                    elif path.startswith("far/"): self.answer(302, Location="/far/" + str(int(path[4:]) + 1))
                    elif path == "large": self.answer(200, PNG, length=10**9)
                    elif path == "endless":
                        self.send_response(200)
                        self.send_header("Transfer-Encoding", "chunked")
                        self.end_headers()
                        for _ in range(2000): self.wfile.write(b"8000\\r\\n" + PNG.ljust(0x8000) + b"\\r\\n")
                    elif path == "bomb":
                        self.answer(200, gzip.compress(bytes(50_000_000)), Content_Encoding="gzip", Content_Type="image/png")
                    elif path == "slow":
                        time.sleep(5)
                        self.answer(200, PNG)
                    elif path == "drip":
                        self.send_response(200)
                        self.send_header("Content-Length", "1000")
                        self.end_headers()
                        for _ in range(60):
                            self.wfile.write(b"x")
                            time.sleep(0.1)
                    elif path == "cut":
                        self.answer(200, PNG, length=5000)
                        self.close_connection = True
                    else: self.answer(404)

            server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
            server.daemon_threads = True
            print(server.server_address[1], flush=True)
            threading.Thread(target=lambda: (sys.stdin.read(), os._exit(0)), daemon=True).start()
            server.serve_forever()
            """
    }
#endif
