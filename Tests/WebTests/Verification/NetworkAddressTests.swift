import Testing

@testable import Web

@Suite("Addresses of the open Internet")
struct NetworkAddressTests {
    @Test(
        "Public addresses are told as such",
        arguments: [
            "1.1.1.1", "8.8.8.8", "93.184.216.34", "100.63.255.255", "100.128.0.0", "172.15.0.1", "172.32.0.1",
            "192.0.1.1", "192.167.1.1", "198.17.0.1", "198.20.0.1", "223.255.255.254", "2606:4700::1111",
            "2a00:1450:4001:80b::200e", "2001:4860:4860::8888", "2003::1",
        ])
    func open(text: String) throws {
        let address = try #require(NetworkAddress(text))
        #expect(address.isPublic)
    }

    @Test(
        "Private, local, shared, reserved addresses and those that stand for others are not",
        arguments: [
            "0.0.0.0", "0.1.2.3", "10.0.0.1", "10.255.255.255", "100.64.0.1", "100.127.255.254", "127.0.0.1",
            "127.255.255.255", "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.8", "192.0.2.1",
            "192.88.99.1", "192.168.0.1", "198.18.0.1", "198.19.255.255", "198.51.100.7", "203.0.113.9", "224.0.0.1",
            "239.1.1.1", "240.0.0.1", "255.255.255.255", "::", "::1", "::ffff:127.0.0.1", "::ffff:8.8.8.8",
            "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::1", "100::1", "2001::1", "2001:0:4136:e378::",
            "2001:10::1", "2001:db8::1", "2002:7f00:1::", "2002:c0a8:101::1", "3fff::1", "5f00::1", "fc00::1",
            "fd12:3456::1", "fe80::1", "fec0::1", "ff02::1", "4000::1",
        ])
    func closed(text: String) throws {
        let address = try #require(NetworkAddress(text))
        #expect(!address.isPublic)
    }

    @Test(
        "Odd forms are no addresses",
        arguments: [
            "", "1", "127.1", "2130706433", "0177.0.0.1", "0x7f.0.0.1", "127.0.0.01", "256.1.1.1", "1.2.3.4.5",
            "+1.2.3.4", "1.2.3.", "::1%eth0", ":::", "1::2::3", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "12345::",
            "::1.2.3", "1.2.3.4::", "::+1", "[::1]", "1:2:3:4:5:6:7::8",
        ])
    func odd(text: String) { #expect(NetworkAddress(text) == nil) }

    @Test("Both versions are written so that they are read again")
    func text() throws {
        for text in ["192.0.2.7", "::ffff:10.0.0.1", "2001:db8::a:0:b", "fe80::"] {
            let address = try #require(NetworkAddress(text))
            #expect(NetworkAddress(address.description) == address)
        }
    }
}
