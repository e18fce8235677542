internal import Crypto
internal import JSON
internal import XAPI

extension PublishedProfile {
    /// The document of a single concept, template or pattern: what the profile says of it, with the profile's context.
    ///
    /// - Parameter iri: The IRI of the part.
    public func document(ofPart iri: String) -> [UInt8]? {
        let json =
            profile.concepts.first { $0.id == iri }?.json ?? profile.templates.first { $0.id == iri }?.json
            ?? profile.patterns.first { $0.id == iri }?.json
        guard let json else { return nil }
        var writer = JSONWriter()
        writer.string(Self.context)
        return Array("{\n      \"@context\": ".utf8) + writer.bytes + [UInt8(ascii: ",")] + json.dropFirst()
    }

    private static let context = "https://w3id.org/xapi/profiles/context"

    /// An entity tag for one form of a document: the same for the same bytes.
    public static func entityTag(of bytes: [UInt8]) -> String {
        SHA256.hash(data: bytes).prefix(16).map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }
}
