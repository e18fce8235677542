public import FoundationEssentials
internal import JSON

/// Tells by published lists whether issuers still stand by credentials.
///
/// It knows Bitstring Status List v1.0, whose lists are credentials themselves and are verified like others; status list
/// tokens, which SD-JWT VCs name, and whose keys are to be those of the credential's issuer; and 1EdTech's older
/// revocation lists, which are trusted because of where they stand.
public struct StatusLists: StatusResolver {
    private let source: any StatusListSource
    let verifier: CredentialVerifier
    let clock: @Sendable () -> Date

    /// Takes lists from a source, and verifies them with a verifier.
    ///
    /// - Parameter clock: what tells the time at which lists have to be in force.
    public init(
        source: any StatusListSource, verifier: CredentialVerifier, clock: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.source = source
        self.verifier = verifier
        self.clock = clock
    }

    /// The standing of a credential.
    /// - Throws: ``StatusListError`` when it can't be told.
    public func standing(by status: CredentialStatusReference) async throws -> CredentialStanding {
        let entry: JSONDocument
        do { entry = try JSONDocument(parsing: status.json) } catch {
            throw StatusListError(.malformedValue, "Its revocation status is not JSON: \(error.reason)")
        }
        if sameBytes(status.type, StatusListEntry.type) { return try await bitstringStanding(entry.root) }
        if sameBytes(status.type, TokenStatusReference.type) {
            return try await tokenStanding(TokenStatusReference(entry.root), issuer: status.issuer)
        }
        if sameBytes(status.type, "1EdTechRevocationList") {
            return try await revocationListStanding(status)
        }
        if sameBytes(status.type, "StatusList2021Entry") {
            throw StatusListError(
                .malformedValue,
                "Its revocation status stands in a list of an older kind, StatusList2021, which is not read here. Ask the issuer whether the credential still holds."
            )
        }
        throw StatusListError(.malformedValue, "Its revocation status, \(quoted(status.type)), can't be checked here.")
    }

    private func bitstringStanding(_ status: JSONValue) async throws -> CredentialStanding {
        let entry = try StatusEntryReading(status)
        let presented: PresentedCredential
        do { presented = try PresentedCredential(parsing: try await fetch(entry.list), graphs: verifier.graphs) } catch
        {
            guard let error = error as? CredentialError else { throw error }
            throw StatusListError(.malformedValue, "The status list: \(error.message)")
        }
        let instant = Instant(clock())
        guard await verifier.proof(of: presented, at: instant).isEstablished else {
            throw StatusListError(.verification, "It is not certain who signed the status list.")
        }
        guard Self.isInForce(presented, at: instant) else {
            throw StatusListError(.verification, "The status list is not in force.")
        }
        guard presented.root["id"]?.string.map(sameBytes(entry.list)) == true else {
            throw StatusListError(.verification, "The status list is another than the credential's entry names.")
        }
        let value = try await StatusListReading(presented.root).value(of: entry)
        if value == 0 { return .good }
        if sameBytes(entry.purpose, StatusPurpose.revocation.name) { return .revoked(reason: nil) }
        // Other purposes, such as messages, say nothing on whether the issuer stands by the credential.
        return sameBytes(entry.purpose, StatusPurpose.suspension.name) ? .suspended : .good
    }

    /// Whether a list is in force; one without dates always is.
    private static func isInForce(_ list: PresentedCredential, at instant: Instant) -> Bool {
        if list.claims == nil, list.root["validFrom"] == nil, list.root["validUntil"] == nil { return true }
        if case .current = list.validity(at: instant) { return true }
        return false
    }

    private func revocationListStanding(_ status: CredentialStatusReference) async throws -> CredentialStanding {
        guard let url = status.id, let credential = status.credential else {
            throw StatusListError(.malformedValue, "Its revocation status names no list, or the credential has no id.")
        }
        let list: JSONDocument
        let limits = JSONLimits(maximumDepth: 16, maximumBytes: 8 << 20)
        do { list = try JSONDocument(parsing: try await fetch(url), limits: limits) } catch let error as JSONError {
            throw StatusListError(.malformedValue, "The revocation list is not JSON: \(error.reason)")
        }
        guard let entries = list.root["revokedCredential"], entries.kind == .array else {
            throw StatusListError(.malformedValue, "The revocation list holds no revocations.")
        }
        let entry = entries.elements.first { $0["id"]?.string.map(sameBytes(credential)) ?? false }
        guard let entry, entry["revoked"]?.boolean != false else { return .good }
        return .revoked(reason: entry["revocationReason"]?.string)
    }

    func fetch(_ url: String) async throws -> [UInt8] {
        do { return try await source.statusList(at: url) } catch {
            throw error as? StatusListError ?? StatusListError(.retrieval, "The status list could not be fetched.")
        }
    }
}
