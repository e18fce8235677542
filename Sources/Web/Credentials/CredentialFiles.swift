internal import Awarding
internal import Credentials
internal import FoundationEssentials
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore

/// Makes the files of credentials: signed data, baked badges, certificates for print.
struct CredentialFiles: Sendable {
    let credentials: CredentialStore
    let names: NamedCredentials
    let baseURL: String
    private let pictures = BadgePictures()
    private let fonts = CertificateFonts()

    init(credentials: CredentialStore, names: NamedCredentials, baseURL: String) {
        self.credentials = credentials
        self.names = names
        self.baseURL = baseURL
    }

    /// The address of a credential's page.
    func page(of id: UUID) -> String { "\(baseURL)/credentials/\(id.uuidString.lowercased())" }

    /// What a credential says.
    func readable(_ id: UUID) async throws -> ReadableCredential {
        try ReadableCredential(Self.signed(try await issued(id)))
    }

    /// A credential as a file.
    ///
    /// - Parameters:
    ///   - name: The name that the holder wants in it, which is then signed with it; nil for none.
    ///   - link: Where the certificate's QR code leads; nil for the credential's own page.
    func file(
        _ file: CredentialFile, of id: UUID, naming name: PersonName? = nil, link: String? = nil,
        showsEvidence: Bool = false
    ) async throws -> Response {
        let issued = try await issued(id, naming: name)
        let signed = Self.signed(issued)
        let fileName = "credential-\(id.uuidString.lowercased())"
        let bytes: [UInt8]
        switch file {
        case .json: bytes = issued.document ?? EnvelopedCredential(jwt: issued.jwt).json
        case .jwt: bytes = Array(issued.jwt.utf8)
        case .png:
            let picture = try await pictures.png(BadgeArtwork(ReadableCredential(signed)))
            bytes = try BakedBadge.bake(signed, into: picture)
        case .svg: bytes = try BakedBadge.bake(signed, into: BadgeArtwork(ReadableCredential(signed)).svg)
        case .pdf:
            return try await certificate(
                CompetenceCertificate(
                    ReadableCredential(signed), signed: signed, link: link ?? page(of: id), showsEvidence: showsEvidence
                ),
                of: issued, name: fileName)
        }
        return Self.response(bytes, headers: file.headers(name: fileName))
    }

    /// A certificate with a name that the holder gives.
    func certificate(_ id: UUID, name: String?, link: String) async throws -> Response {
        let issued = try await issued(id)
        let signed = Self.signed(issued)
        return try await certificate(
            CompetenceCertificate(ReadableCredential(signed), signed: signed, name: name, link: link), of: issued,
            name: "credential-\(id.uuidString.lowercased())")
    }

    /// The badge of an achievement, with nothing baked in.
    func picture(_ artwork: BadgeArtwork, as file: CredentialFile) async throws -> Response {
        let bytes = file == .svg ? artwork.svg : try await pictures.png(artwork)
        var headers = file.headers(name: "badge")
        headers[.cacheControl] = "public, max-age=86400"
        headers[.accessControlAllowOrigin] = "*"
        return Self.response(bytes, headers: headers)
    }

    private func certificate(
        _ certificate: CompetenceCertificate, of issued: IssuedCredential, name: String
    ) async throws -> Response {
        // Paper goes on saying what was true when it was printed; nobody needs more of it.
        guard issued.revokedAt == nil else {
            throw Problem(.gone, "revoked", "The credential was revoked; no certificate of it is printed any more.")
        }
        let fonts = try await fonts.load()
        let bytes = try certificate.pdf(regular: fonts.regular, bold: fonts.bold)
        return Self.response(bytes, headers: CredentialFile.pdf.headers(name: name))
    }

    /// A credential as it was signed, or is signed now with the holder's name in it.
    ///
    /// One that was revoked gets no name: nobody needs it signed anew.
    func issued(_ id: UUID, naming name: PersonName? = nil) async throws -> IssuedCredential {
        if let name, let named = try await names.credential(id, naming: name) { return named }
        guard let issued = try await credentials.credential(id) else {
            throw Problem(.notFound, "not-found", "No credential has this id.")
        }
        return issued
    }

    /// The bytes that prove the credential: its JSON with the proof within; for older ones the token.
    private static func signed(_ issued: IssuedCredential) -> [UInt8] { issued.document ?? Array(issued.jwt.utf8) }

    private static func response(_ bytes: [UInt8], headers: HTTPFields) -> Response {
        Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
