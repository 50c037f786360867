import OffprintFetching
import Testing

@Suite struct `Numbers of hosts` {
    @Test(
        arguments: [
            ("1.2.3.4", [1, 2, 3, 4]), ("255.255.255.255", [255, 255, 255, 255]),
            ("::", [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
            ("::1", [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]),
            ("2001:DB8::a:b", [0x20, 1, 0x0D, 0xB8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 10, 0, 11]),
            ("1:2:3:4:5:6:7:8", [0, 1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 0, 7, 0, 8]),
            ("1:2:3:4:5:6:7::", [0, 1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 0, 7, 0, 0]),
            ("::ffff:10.0.0.1", [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255, 10, 0, 0, 1]),
        ] as [(String, [UInt8])]
    )
    func `are read`(text: String, bytes: [UInt8]) throws {
        let address = try #require(IPAddress(text))
        #expect(address.bytes == bytes)
        #expect(IPAddress(address.description) == address)
    }

    @Test(arguments: [
        "", "1", "1.2.3", "1.2.3.4.5", "256.1.1.1", "01.2.3.4", "0x7f.0.0.1", "2130706433", "127.1", "1.2.3.4 ",
        "a.b.c.d",
        ":", ":::", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1::2::3", "fe80::1%eth0", "12345::", "::g", ":1::", "1:",
        "::1.2.3", "1.2.3.4::", "::ffff:1.2.3.4:1", "+1.2.3.4", "::+1",
    ])
    func `have one spelling`(text: String) { #expect(IPAddress(text) == nil) }

    @Test(arguments: [
        "0.0.0.0", "0.1.2.3", "10.0.0.1", "10.255.255.255", "100.64.0.1", "100.127.255.255", "127.0.0.1",
        "127.255.0.1", "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.8", "192.0.2.1", "192.88.99.1",
        "192.168.0.1", "198.18.0.1", "198.19.255.255", "198.51.100.7", "203.0.113.9", "224.0.0.1", "239.255.255.250",
        "240.0.0.1", "255.255.255.255",
        "::", "::1", "::7f00:1", "::ffff:127.0.0.1", "::ffff:8.8.8.8", "::ffff:0:808:808", "64:ff9b::808:808",
        "64:ff9b::7f00:1", "64:ff9b:1::1", "100::1", "2001::1", "2001:0:53aa:64c:0:1:2:3", "2001:10::1", "2001:20::1",
        "2001:db8::1", "2002:7f00:1::", "2002:808:808::", "3fff::1", "4000::1", "5f00::1", "fc00::1",
        "fd12:3456:789a::1", "fe80::1", "febf::1", "fec0::1", "ff02::1", "ff0e::1",
    ])
    func `that are not public are refused`(text: String) throws {
        let address = try #require(IPAddress(text))
        #expect(address.refusal != nil)
    }

    @Test(arguments: [
        "1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.1", "100.63.255.255", "100.128.0.1", "126.1.1.1", "128.0.0.1",
        "169.253.1.1", "172.15.1.1", "172.32.1.1", "192.0.1.1", "192.167.1.1", "193.1.1.1", "198.17.1.1",
        "223.255.255.1",
        "2001:4860:4860::8888", "2606:4700::1111", "2a00:1450::1", "2003::1", "2400:cb00::1",
    ])
    func `that are public pass`(text: String) throws {
        let address = try #require(IPAddress(text))
        #expect(address.refusal == nil)
    }

    @Test func `may be allowed one by one`() throws {
        var policy = FetchPolicy()
        let (local, local6) = (try #require(IPAddress("127.0.0.1")), try #require(IPAddress("::1")))
        let isAllowed = ["127.0.0.1:8080", "[::1]:8080"].map { policy.allow($0) }
        #expect(isAllowed == [true, true])
        let others = ["127.0.0.1", "localhost:80", "127.0.0.1:", "127.0.0.1:0", "127.0.0.1:99999", ":80", ""]
        let areAllowed = others.contains { policy.allow($0) }
        #expect(!areAllowed)
        let allowed = policy
        #expect(throws: Never.self) { try allowed.check(local, port: 8080) }
        #expect(throws: Never.self) { try allowed.check(local6, port: 8080) }
        #expect(throws: FetchFailure.self) { try allowed.check(local, port: 8081) }
    }
}

@Suite struct `Addresses to fetch` {
    @Test(arguments: [
        ("http://news.example/a.png", "http", "news.example", 80, "/a.png"),
        ("HTTPS://News.Example:443", "https", "news.example", 443, "/"),
        ("//news.example/a b?c=d#e", "https", "news.example", 443, "/a%20b?c=d"),
        ("http://news.example:8080?q", "http", "news.example", 8080, "/?q"),
        ("http://[2001:DB8::1]:8080/x", "http", "2001:db8::1", 8080, "/x"),
        ("http://news.example./x", "http", "news.example", 80, "/x"),
        (" ht\ntp://news.example/x ", "http", "news.example", 80, "/x"),
        ("http:\\\\news.example\\x", "http", "news.example", 80, "/x"),
        ("http://news.example\\@other.example/x", "http", "news.example", 80, "/@other.example/x"),
    ])
    func `are taken apart`(text: String, scheme: String, host: String, port: Int, path: String) throws {
        let address = try FetchAddress(text)
        #expect((address.scheme, address.host, address.port, address.path) == (scheme, host, port, path))
        #expect(try FetchAddress(address.text) == address)
    }

    @Test(arguments: [
        "", "a.png", "/a.png", "ftp://news.example/a", "file:///etc/hostname", "javascript:alert(1)",
        "data:image/png,a",
        "gopher://news.example/", "http://", "http:///", "http://user@news.example/a", "http://u:p@news.example/a",
        "http://news.example:22/a", "http://news.example:25/a", "http://news.example:6667/", "http://news.example:0/",
        "http://news.example:70000/", "http://127.1/", "http://0x7f.0.0.1/", "http://2130706433/", "http://0177.0.0.1/",
        "http://news example/", "http://[::1/", "http://[fe80::1%25eth0]/",
        "http://ne\u{0}ws.example@other.example/", "http://пример.example/",
    ])
    func `are refused where they are none`(text: String) {
        #expect(throws: FetchFailure.self) { _ = try FetchAddress(text) }
    }
}
