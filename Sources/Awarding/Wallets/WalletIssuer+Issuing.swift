internal import Credentials
internal import FoundationEssentials
internal import LibPQ
internal import Schema

extension WalletIssuer {
    /// How far a proof's clock may be from ours.
    private static let proofWindow: TimeInterval = 300

    /// A credential that a token is for: a row of `offered_credential`.
    private struct Offered {
        typealias Columns = (Int64, UUID, JSONText, Int32?, Int32?, Bool, Int32, [UInt8]?)

        let offer: Int64
        let id: UUID
        let document: [UInt8]
        let place: (list: Int32, index: Int32)?
        let isRevoked: Bool
        let copies: Int32
        let sealedName: [UInt8]?

        init(_ row: Columns) {
            offer = row.0
            id = row.1
            document = row.2.bytes
            place = row.3.flatMap { list in row.4.map { (list, $0) } }
            isRevoked = row.5
            copies = row.6
            sealedName = row.7
        }

        /// What a copy says, with the holder's name if the offer had one.
        func content(_ token: LinkSecret) throws(CredentialError) -> [UInt8] {
            guard let name = sealedName.flatMap({ SealedName(bytes: $0).open(with: token.text, for: .token) }) else {
                return document
            }
            return try SignedContent(json: document).naming(name).json
        }

        var urn: String { "urn:uuid:" + id.uuidString.lowercased() }
    }

    /// The identifier by which a wallet asks for the credential that a token is for.
    /// - Throws: ``IssuanceError`` when the token is not good.
    public func credentialIdentifier(of token: LinkSecret) async throws -> String {
        try await pool.withTransaction { db in
            guard let row = try await db.first(Queries.walletsOfferedCredential(token.hash), as: Offered.Columns.self)
            else { throw Self.noToken }
            return Offered(row).urn
        }
    }

    /// Issues copies of the credential that a token is for, one for each key.
    ///
    /// - Parameter token: nil where the wallet sent none that could be one.
    /// - Throws: ``IssuanceError``, and ``SigningOutage`` while the keys that sign can't be reached; nothing is issued
    ///   then, and no challenge used up.
    public func issue(_ request: CredentialRequest, token: LinkSecret?) async throws -> IssuedCopies {
        guard let token else { throw Self.noToken }
        let keys = try read(request.proofs)
        return try await pool.withTransaction { db in
            guard let row = try await db.first(Queries.walletsOfferedCredential(token.hash), as: Offered.Columns.self)
            else { throw Self.noToken }
            let offered = Offered(row)
            let format = try Self.format(request.selection, offered)
            guard !offered.isRevoked else {
                throw IssuanceError(.credentialRequestDenied, "The credential was revoked.")
            }
            guard offered.copies + Int32(keys.holders.count) <= Self.maximumCopies else {
                throw IssuanceError(
                    .credentialRequestDenied, "By one token, \(Self.maximumCopies) copies are issued at most.")
            }
            let used = try await db.one(Queries.walletsUseNonces(keys.nonces), as: Int32.self)
            guard used == keys.nonces.count else {
                throw IssuanceError(
                    .invalidNonce, "The nonce was not given out here, or was used, or has expired: ask for a new one.")
            }
            let content = try offered.content(token)
            let bound = try keys.holders.map { holder in try BoundCredential(content, holder: holder) }
            let copies = try await SigningOutage.telling {
                let signing = try await identity.signingKeys(db)
                var copies: [[UInt8]] = []
                for credential in bound {
                    copies.append(try await sign(credential, place: offered.place, format, with: signing))
                }
                return copies
            }
            let notification = try await db.one(
                Queries.walletsNoteIssuance(offered.offer, format.rawValue, Int16(copies.count)), as: UUID.self)
            return IssuedCopies(format: format, copies: copies, notificationID: notification)
        }
    }

    private static func format(
        _ selection: CredentialRequest.Selection, _ offered: Offered
    ) throws(IssuanceError) -> WalletFormat {
        switch selection {
        case .configuration(let name):
            guard let format = WalletFormat.allCases.first(where: { $0.configuration == name }) else {
                throw IssuanceError(
                    .unknownCredentialConfiguration, "credential_configuration_id: there is none of this name.")
            }
            return format
        case .identifier(let identifier):
            // The identifier tells the credential, and the configuration after it the format.
            guard
                let format = WalletFormat.allCases.first(where: { offered.urn + "#" + $0.configuration == identifier })
            else {
                throw IssuanceError(
                    .unknownCredentialIdentifier, "credential_identifier: the token is for no credential of this name.")
            }
            return format
        }
    }

    private func sign(
        _ bound: BoundCredential, place: (list: Int32, index: Int32)?, _ format: WalletFormat, with keys: SigningKeys
    ) async throws -> [UInt8] {
        switch format {
        case .document:
            return try await DataIntegritySecuring(signer: keys.proof.signer, clock: clock).secure(bound).bytes
        case .token: return try await JWTSecuring(signer: keys.token.signer).secure(bound).bytes
        case .selective:
            let status = place.map { place in
                TokenStatusReference(uri: identity.statusListToken(place.list), index: Int(place.index))
            }
            return try await SDJWTSecuring(
                signer: keys.token.signer, issuer: identity.baseURL, clock: clock
            ).secure(bound, type: .competence(baseURL: identity.baseURL), status: status).bytes
        }
    }

    /// The keys that proofs prove, and the challenges that they answer, each once.
    private func read(_ proofs: [[UInt8]]) throws(IssuanceError) -> (holders: [HolderKey], nonces: [[UInt8]]) {
        guard (1...Self.batchSize).contains(proofs.count) else {
            throw IssuanceError(.invalidProof, "proofs: there have to be 1 to \(Self.batchSize) of them.")
        }
        var holders: [HolderKey] = []
        var nonces: [[UInt8]] = []
        for token in proofs {
            let proof: KeyProof
            do { proof = try KeyProof(token) } catch { throw IssuanceError(.invalidProof, error.message) }
            try check(proof)
            guard !holders.contains(where: { $0.publicKey == proof.key.publicKey }) else {
                throw IssuanceError(.invalidProof, "proofs: two of them are of one key.")
            }
            holders.append(proof.key)
            guard let nonce = proof.nonce.flatMap({ LinkSecret($0) }) else {
                guard proof.nonce == nil else {
                    throw IssuanceError(.invalidNonce, "The nonce was not given out here: ask for a new one.")
                }
                throw IssuanceError(.invalidProof, "The proof has no nonce: ask the nonce endpoint for one.")
            }
            if !nonces.contains(nonce.hash) { nonces.append(nonce.hash) }
        }
        return (holders, nonces)
    }

    private func check(_ proof: KeyProof) throws(IssuanceError) {
        guard proof.audience.utf8.elementsEqual(identity.baseURL.utf8) else {
            throw IssuanceError(.invalidProof, "The proof is for another issuer (aud).")
        }
        guard abs(proof.issuedAt.timeIntervalSince(clock())) <= Self.proofWindow else {
            throw IssuanceError(.invalidProof, "The proof was not made just now (iat).")
        }
        // Nobody told us a client's name before, so there is none that a proof could be by.
        guard proof.issuer == nil else {
            throw IssuanceError(.invalidProof, "The proof names a client (iss), where access was anonymous.")
        }
    }
}

extension IssuerIdentity {
    /// The URL of a status list as a token.
    func statusListToken(_ number: Int32) -> String { statusList(number) + "/token" }
}
