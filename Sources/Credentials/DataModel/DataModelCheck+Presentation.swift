internal import JSON

/// Presentations (§4.13), and the objects that stand for enveloped documents.
extension DataModelCheck {
    /// Checks a presentation of either version, and the credentials in it.
    mutating func checkPresentation(_ presentation: JSONValue) {
        guard presentation.kind == .object else {
            return fault(presentation, .presentations, "A presentation must be an object.")
        }
        checkContexts(presentation, [.v2, .v1])
        checkTypes(presentation, including: "VerifiablePresentation")
        checkIdentifier(presentation)
        if let holder = presentation["holder"] { checkLink(holder, .presentations) }
        checkTyped(presentation, "termsOfUse", .termsOfUse)
        checkTyped(presentation, "proof", .securing)
        for credential in objects(presentation, "verifiableCredential", .presentations) {
            if EnvelopeKind.credential.isEnvelope(credential) {
                checkEnvelope(credential, .credential)
            } else {
                checkCredential(credential)
            }
        }
    }

    /// Checks an object that stands for an enveloped document.
    mutating func checkEnvelope(_ envelope: JSONValue, _ kind: EnvelopeKind) {
        let contexts = StatusListReading.texts(envelope["@context"])
        if !contexts.contains(where: sameBytes(DataModelVersion.v2.rawValue)) {
            let value = envelope["@context"] ?? envelope
            fault(value, kind.rule, "“\(DataModelVersion.v2.rawValue)” must be among the contexts.")
        }
        let types = StatusListReading.texts(envelope["type"])
        if types.count != 1 || !types.contains(where: sameBytes(kind.type)) {
            fault(envelope["type"] ?? envelope, kind.rule, "The type must be “\(kind.type)”.")
        }
        if kind.token(of: envelope) == nil {
            fault(
                envelope["id"] ?? envelope, kind.rule, "The id must be a data URL of type \(kind.mediaTypes[0]).")
        }
    }
}

extension EnvelopeKind {
    /// Whether an object says that it stands for such a document.
    func isEnvelope(_ object: JSONValue) -> Bool {
        StatusListReading.texts(object["type"]).contains(where: sameBytes(type))
    }

    /// The token in an envelope's data URL; none when there is no such URL.
    func token(of envelope: JSONValue) -> [UInt8]? {
        guard let url = envelope["id"]?.stringBytes, let comma = url.firstIndex(of: UInt8(ascii: ",")) else {
            return nil
        }
        let head = url[..<comma]
        let isKnown = mediaTypes.contains { head.elementsEqual("data:\($0)".utf8) }
        return isKnown && comma + 1 < url.count ? Array(url[(comma + 1)...]) : nil
    }
}
