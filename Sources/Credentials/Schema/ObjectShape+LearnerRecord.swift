extension ObjectShape {
    static let learnerRecordShapes: [Name: ObjectShape] = [
        .learnerRecord: ObjectShape(
            required: ["@context", "id", "type", "name", "credentialSubject", "issuer", "validFrom"],
            common.merging([
                "credentialSubject": .object(.learnerRecordSubject), "image": .object(.image), "partial": .boolean,
                "endorsement": .list(.object(.endorsement)), "endorsementJwt": .list(.token),
            ]) { first, _ in first }),
        .learnerRecordSubject: ObjectShape(
            required: ["type", "verifiableCredential"],
            [
                "id": .text, "type": .types("ClrSubject"), "identifier": .list(.object(.identity)),
                "achievement": .list(.object(.achievement)), "verifiableCredential": .list(.object(.anyCredential)),
                "association": .list(.object(.association)),
            ]),
        .association: ObjectShape(
            required: ["type", "associationType", "sourceId", "targetId"], isOpen: false,
            [
                "type": .oneOf(["Association"]), "associationType": .oneOf(associationTypes), "sourceId": .text,
                "targetId": .text,
            ]),
        .anyCredential: ObjectShape(
            required: ["@context", "type", "credentialSubject", "issuer"], ["type": .types("VerifiableCredential")]),
    ]

    private static let associationTypes = [
        "exactMatchOf", "isChildOf", "isParentOf", "isPartOf", "isPeerOf", "isRelatedTo", "precedes", "replacedBy",
    ]
}
