internal import JSON

extension JSONValue {
    /// An object's JSON without some members and with others; what stays is the same bytes as before.
    func bytes(without names: [String], adding members: [(name: String, json: [UInt8])] = []) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            for (key, value) in self.members {
                let name = key.string ?? ""
                guard !names.contains(where: sameBytes(name)) else { continue }
                writer.key(name)
                writer.raw(value.bytes)
            }
            for member in members {
                writer.key(member.name)
                writer.raw(member.json)
            }
        }
        return writer.bytes
    }
}

extension JSONDocument {
    /// Reads JSON that was put together from parts which had been read before.
    convenience init(assembled bytes: [UInt8]) throws(CredentialError) {
        let limits = JSONLimits(maximumDepth: 64, maximumBytes: 2 * CompactJWS.maximumBytes)
        do { try self.init(parsing: bytes, limits: limits) } catch {
            throw CredentialError(.invalidProof, "The document with its proof is too large or too deep.")
        }
    }
}
