extension ObjectShape {
    /// The shape of an object by its name.
    static subscript(name: Name) -> ObjectShape { all[name] ?? ObjectShape(required: [], [:]) }

    private static let all: [Name: ObjectShape] =
        credentialShapes
        .merging(achievementShapes) { first, _ in first }
        .merging(profileShapes) { first, _ in first }
        .merging(learnerRecordShapes) { first, _ in first }

    /// What the credential and the endorsement of one have in common.
    static let common: [String: Shape] = [
        "id": .text, "name": .text, "description": .text, "awardedDate": .dateTime, "issuer": .reference(.profile),
        "validFrom": .dateTime, "validUntil": .dateTime, "issuanceDate": .dateTime, "expirationDate": .dateTime,
        "proof": .oneOrMore(.proof),
        "credentialSchema": .list(.object(.schema)), "credentialStatus": .object(.status),
        "refreshService": .object(.refresh), "termsOfUse": .list(.object(.terms)),
    ]

    private static let credentialShapes: [Name: ObjectShape] = [
        .credential: ObjectShape(
            required: ["@context", "id", "type", "credentialSubject", "issuer", "validFrom"],
            common.merging([
                "credentialSubject": .object(.subject), "image": .object(.image),
                "endorsement": .list(.object(.endorsement)), "endorsementJwt": .list(.token),
                "evidence": .list(.object(.evidence)),
            ]) { first, _ in first }),
        .endorsement: ObjectShape(
            required: ["@context", "type", "id", "name", "credentialSubject", "issuer", "validFrom"],
            common.merging(["credentialSubject": .object(.endorsementSubject)]) { first, _ in first }),
        .endorsementSubject: ObjectShape(
            required: ["id", "type"],
            ["id": .text, "type": .types("EndorsementSubject"), "endorsementComment": .text]),
        .evidence: ObjectShape(
            required: ["type"],
            [
                "id": .text, "type": .types("Evidence"), "narrative": .text, "name": .text, "description": .text,
                "genre": .text, "audience": .text, "digestMultibase": .text,
            ]),
        .schema: ObjectShape(required: ["id", "type"], ["id": .text, "type": .text]),
        .status: ObjectShape(required: ["id", "type"], ["id": .text, "type": .text]),
        .refresh: ObjectShape(required: ["id", "type"], ["id": .text, "type": .text]),
        .terms: ObjectShape(required: ["type"], ["id": .text, "type": .text]),
        .proof: ObjectShape(
            required: ["type"],
            [
                "type": .text, "created": .dateTime, "cryptosuite": .text, "challenge": .text, "domain": .text,
                "nonce": .text, "proofPurpose": .text, "proofValue": .text, "verificationMethod": .text,
            ]),
    ]
}
