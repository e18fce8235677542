extension NetworkAddress {
    /// Whether the address is one of the open Internet's, by IANA's registries of special-purpose addresses.
    ///
    /// Of version 6 only global unicast addresses are (`2000::/3`), and of those none that stands for an address of
    /// version 4 or leads through a tunnel: what such an address reaches isn't told by its own bytes.
    var isPublic: Bool {
        let special = bytes.count == 4 ? Self.special4 : Self.special6
        guard bytes.count == 4 || bytes[0] & 0xE0 == 0x20 else { return false }
        return !special.contains { $0.contains(self) }
    }

    /// Addresses that begin with the same bits.
    private struct Block {
        let address: NetworkAddress
        let bits: Int

        init?(_ text: String) {
            let parts = text.split(separator: "/")
            guard parts.count == 2, let address = NetworkAddress(parts[0]), let bits = Int(parts[1]) else { return nil }
            self.address = address
            self.bits = bits
        }

        func contains(_ other: NetworkAddress) -> Bool {
            (0..<bits).allSatisfy { bit in
                (address.bytes[bit / 8] ^ other.bytes[bit / 8]) & (0x80 >> UInt8(bit % 8)) == 0
            }
        }
    }

    /// This network, private, shared (carriers' NAT), loopback, link-local, protocol assignments, examples, relays of
    /// 6to4, benchmarks, multicast, reserved with broadcast.
    private static let special4 = [
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
        "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
        "224.0.0.0/4", "240.0.0.0/4",
    ].compactMap(Block.init)

    /// Protocol assignments with Teredo, examples, 6to4, examples.
    private static let special6 = ["2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"].compactMap(Block.init)
}
