internal import JSON

/// A credential that was issued before, bound to its holder's key.
///
/// It is the same credential: the same id, dates and place on the status list, so that what is revoked is revoked in every
/// form. Only its subject has the holder's DID for an id instead of a number.
///
/// ```swift
/// let bound = try BoundCredential(stored, holder: proof.key)
/// let secured = try await DataIntegritySecuring(signer: signer).secure(bound)
/// ```
public struct BoundCredential: Sendable {
    /// The credential's id.
    public let id: String
    /// The credential without proof.
    public let json: [UInt8]
    /// The holder's key.
    public let holder: HolderKey

    let root: JSONValue

    /// Binds a credential.
    ///
    /// - Parameter issued: the credential's JSON without proof, as it was issued.
    /// - Throws: ``CredentialError`` when it is no such credential.
    public init(_ issued: [UInt8], holder: HolderKey) throws(CredentialError) {
        let source: JSONValue
        do { source = try JSONDocument(parsing: issued).root } catch {
            throw CredentialError(.invalidCredential, "The credential is not JSON: \(error.reason)")
        }
        guard let id = source["id"]?.string, let subject = source["credentialSubject"], subject.kind == .object,
            source["proof"] == nil, source["issuer"]?["id"]?.string != nil,
            source["validFrom"]?.string.flatMap(DateTime.parse) != nil
        else { throw CredentialError(.invalidCredential, "The credential lacks its id, issuer, subject or dates.") }
        var writer = JSONWriter()
        writer.string(holder.did)
        let bound = subject.bytes(replacing: "id", with: writer.bytes)
        json = source.bytes(replacing: "credentialSubject", with: bound)
        do { root = try JSONDocument(parsing: json).root } catch {
            throw CredentialError(.invalidCredential, "The credential is not JSON: \(error.reason)")
        }
        self.id = id
        self.holder = holder
    }

    /// The registered claims of a token, each equal to the part of the credential that it stands for.
    var claims: [JSONTree.Member] {
        [
            .init("iss", root["issuer"]?["id"]?.string), .init("jti", id), .init("sub", holder.did),
            .init("nbf", seconds("validFrom")), .init("exp", seconds("validUntil")),
        ]
    }

    /// A date of the credential in seconds since 1970.
    func seconds(_ name: String) -> JSONTree? {
        root[name]?.string.flatMap(DateTime.parse).map { .integer($0.seconds) }
    }
}

extension JSONValue {
    /// An object's JSON with another value for a member, in the place that it has.
    fileprivate func bytes(replacing name: String, with json: [UInt8]) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            for (key, value) in members {
                let own = key.string ?? ""
                writer.key(own)
                writer.raw(sameBytes(own, name) ? json : Array(value.bytes))
            }
        }
        return writer.bytes
    }
}
