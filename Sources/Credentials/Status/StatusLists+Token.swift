internal import Gzip
internal import JSON

extension StatusLists {
    /// The standing of a token at a place of a status list token (draft-ietf-oauth-status-list §8.3).
    func tokenStanding(_ place: TokenStatusReference, issuer: String) async throws -> CredentialStanding {
        let token: CompactJWS
        do {
            token = try CompactJWS(
                parsing: try await fetch(place.uri), types: ["statuslist+jwt"], reading: .anyMembers)
        } catch {
            guard let error = error as? CredentialError else { throw error }
            throw StatusListError(.malformedValue, "The status list: \(error.message)")
        }
        let limits = JSONLimits(maximumDepth: 8, maximumBytes: CompactJWS.maximumBytes)
        guard token.header.type != nil, let list = try? JSONDocument(parsing: token.payload, limits: limits).root,
            list.kind == .object
        else { throw StatusListError(.malformedValue, "What is published as the status list is none.") }
        guard await isSigned(token, by: list["iss"]?.string ?? issuer, issuer) else {
            throw StatusListError(.verification, "It is not certain who signed the status list.")
        }
        guard list["sub"]?.string.map(sameBytes(place.uri)) == true else {
            throw StatusListError(.verification, "The status list is another than the credential names.")
        }
        let now = Double(Instant(clock()).seconds)
        guard let issuedAt = list["iat"]?.double, issuedAt <= now + 300, list["exp"]?.double.map({ now < $0 }) ?? true,
            list["exp"] == nil || list["exp"]?.double != nil
        else { throw StatusListError(.verification, "The status list is not in force.") }
        switch try Self.value(at: place.index, of: list["status_list"]) {
        case 0: return .good
        case 1: return .revoked(reason: nil)
        case 2: return .suspended
        case let other:
            throw StatusListError(
                .malformedValue, "The status list has a value for the credential, \(other), that is not known here.")
        }
    }

    /// Whether the credential's issuer signed a list.
    private func isSigned(_ token: CompactJWS, by signer: String, _ issuer: String) async -> Bool {
        guard sameBytes(signer, issuer), token.objection(at: Instant(clock())) == nil,
            let reference = IssuerReference(issuer), let name = token.header.keyID
        else { return false }
        let keys = IssuerKeys(source: verifier.issuers, acceptsBareKeys: verifier.acceptsBareKeys)
        guard let finding = try? await keys.find(name, ofTokenIssuer: reference), finding.outcome == .passed,
            let key = finding.key
        else { return false }
        return token.outcome(with: key) == .passed
    }

    /// The value at a place: the first has the lowest bits of the first byte.
    private static func value(at index: Int, of list: JSONValue?) throws(StatusListError) -> Int {
        guard let bits = list?["bits"]?.integer.map(Int.init), [1, 2, 4, 8].contains(bits),
            let compressed = list?["lst"]?.stringBytes.flatMap({ Base64URL.decode($0) })
        else { throw StatusListError(.malformedValue, "The status list has no bits.") }
        let bytes: [UInt8]
        do { bytes = try ZlibStream.expand(compressed[...], atMost: StatusBits.maximumBytes) } catch {
            throw StatusListError(.malformedValue, error.description)
        }
        let first = index * bits
        guard first / 8 < bytes.count else { throw StatusListError(.range, "The status list has no entry \(index).") }
        return Int(bytes[first / 8] >> UInt8(first % 8)) & (1 << bits - 1)
    }
}
