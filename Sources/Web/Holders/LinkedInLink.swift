internal import FoundationEssentials

/// The address by which a person adds a credential to their profile at LinkedIn; LinkedIn asks the person before it does.
struct LinkedInLink {
    let name: String
    let issuer: String?
    /// Days or moments as ISO 8601 writes them.
    let issuedOn: String
    let expiresOn: String?
    let url: String
    let id: String

    /// The address.
    var text: String {
        let members: [(String, String?)] = [
            ("startTask", "CERTIFICATION_NAME"), ("name", name), ("organizationName", issuer),
            ("issueYear", Self.year(issuedOn)), ("issueMonth", Self.month(issuedOn)),
            ("expirationYear", expiresOn.map(Self.year)), ("expirationMonth", expiresOn.map(Self.month)),
            ("certUrl", url), ("certId", id),
        ]
        let query = members.compactMap { name, value in value.map { "\(name)=\(Self.encoded($0))" } }
        return "https://www.linkedin.com/profile/add?" + query.joined(separator: "&")
    }

    private static func year(_ date: String) -> String { String(date.prefix(4)) }

    private static func month(_ date: String) -> String {
        String(Int(date.dropFirst(5).prefix(2)) ?? 1)
    }

    private static func encoded(_ text: String) -> String {
        var encoded = ""
        for byte in text.utf8 {
            let isPlain =
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                || [0x2D, 0x2E, 0x5F, 0x7E].contains(byte)
            let digits = String(byte, radix: 16, uppercase: true)
            encoded += isPlain ? String(UnicodeScalar(byte)) : "%" + (digits.utf8.count == 1 ? "0" : "") + digits
        }
        return encoded
    }
}
