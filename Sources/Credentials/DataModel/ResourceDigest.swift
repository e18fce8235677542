import FoundationEssentials

/// A digest by which a credential names the exact content of a resource.
enum ResourceDigest: Hashable, Sendable {
    case sha256([UInt8]), sha384([UInt8]), sha512([UInt8])

    /// The digests of a text of Subresource Integrity, `sha384-…`; none when one of them is malformed.
    static func readSRI(_ text: String) -> [ResourceDigest] {
        let parts = text.split(separator: " ")
        let digests = parts.compactMap { part -> ResourceDigest? in
            let pieces = part.split(separator: "-", maxSplits: 1)
            guard pieces.count == 2, let bytes = Data(base64Encoded: String(pieces[1])).map(Array.init) else {
                return nil
            }
            switch (pieces[0], bytes.count) {
            case ("sha256", 32): return .sha256(bytes)
            case ("sha384", 48): return .sha384(bytes)
            case ("sha512", 64): return .sha512(bytes)
            default: return nil
            }
        }
        return digests.count == parts.count ? digests : []
    }

    /// The digest of a multibase text: a multihash, or the bytes of a digest alone.
    static func readMultibase(_ text: String) -> [ResourceDigest] {
        guard let bytes = Multibase.decode(Array(text.utf8)) else { return [] }
        let content = Array(bytes.dropFirst(2))
        switch (bytes.count, bytes.first, bytes.dropFirst().first) {
        case (34, 0x12, 0x20): return [.sha256(content)]
        case (50, 0x20, 0x30): return [.sha384(content)]
        case (66, 0x13, 0x40): return [.sha512(content)]
        case (32, _, _): return [.sha256(bytes)]
        case (48, _, _): return [.sha384(bytes)]
        case (64, _, _): return [.sha512(bytes)]
        default: return []
        }
    }

    /// Whether a resource's content is known here and has other digests of the kind.
    ///
    /// Nothing is fetched: only contexts are known, by the hashes that their specifications publish.
    static func contradicts(_ digests: [ResourceDigest], of url: String) -> Bool {
        guard let known = known[RDFText(url)] else { return false }
        let comparable = digests.filter { digest in known.contains { $0.isOfKind(digest) } }
        return !comparable.isEmpty && !comparable.contains(where: known.contains)
    }

    private func isOfKind(_ other: ResourceDigest) -> Bool {
        switch (self, other) {
        case (.sha256, .sha256), (.sha384, .sha384), (.sha512, .sha512): true
        default: false
        }
    }

    private static let known: [RDFText: [ResourceDigest]] = {
        let tables = KnownContexts.withExamples.pins.map { table in
            (table.url, [ResourceDigest.sha256(Hexadecimal.bytes(table.sha256))])
        }
        var known = Dictionary(uniqueKeysWithValues: tables)
        known[RDFText(DataModelVersion.v2.rawValue)]? += baseContext
        return known
    }()

    /// The base context by SHA-384, and as the Candidate Recommendations of 2024 published it.
    private static let baseContext: [ResourceDigest] = [
        .sha384(
            Hexadecimal.bytes(
                "97f1eb8e5042356c805fdd61afa2c557663785e0794dcafa21e138fd38def18cb360133c221aa31d6896a6bf3e65b614")),
        .sha256(Hexadecimal.bytes("24a18c90e9856d526111f29376e302d970b2bd10182e33959995b0207d7043b9")),
        .sha384(
            Hexadecimal.bytes(
                "35239c36999d2155312091af194a1edb61634d6ad789a5e5b19f2aebdd762dd9d1dcaada40eda7ef921c6b8c0ae107a0")),
    ]
}
