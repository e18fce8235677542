extension ObjectShape {
    static let profileShapes: [Name: ObjectShape] = [
        .profile: ObjectShape(
            required: ["id", "type"],
            [
                "id": .text, "type": .types("Profile"), "name": .text, "url": .text, "phone": .text,
                "description": .text, "endorsement": .list(.object(.endorsement)), "endorsementJwt": .list(.token),
                "image": .object(.image), "email": .text, "address": .object(.address),
                "otherIdentifier": .list(.object(.identifier)), "official": .text, "parentOrg": .object(.profile),
                "familyName": .text, "givenName": .text, "additionalName": .text, "patronymicName": .text,
                "honorificPrefix": .text, "honorificSuffix": .text, "familyNamePrefix": .text, "dateOfBirth": .date,
            ]),
        .identity: ObjectShape(
            required: ["type", "hashed", "identityHash", "identityType"], isOpen: false,
            [
                "type": .oneOf(["IdentityObject"]), "hashed": .boolean, "identityHash": .text,
                "identityType": .oneOf(identifierTypes, extensible: true), "salt": .text,
            ]),
        .identifier: ObjectShape(
            required: ["type", "identifier", "identifierType"], isOpen: false,
            [
                "type": .oneOf(["IdentifierEntry"]), "identifier": .text,
                "identifierType": .oneOf(identifierTypes, extensible: true),
            ]),
        .image: ObjectShape(
            required: ["id", "type"], isOpen: false, ["id": .text, "type": .oneOf(["Image"]), "caption": .text]),
        .address: ObjectShape(
            required: ["type"],
            [
                "type": .types("Address"), "addressCountry": .text, "addressCountryCode": .text,
                "addressRegion": .text, "addressLocality": .text, "streetAddress": .text, "postOfficeBoxNumber": .text,
                "postalCode": .text, "geo": .object(.coordinates),
            ]),
        .coordinates: ObjectShape(
            required: ["type", "latitude", "longitude"],
            ["type": .oneOf(["GeoCoordinates"]), "latitude": .number, "longitude": .number]),
    ]

    private static let identifierTypes = [
        "name", "sourcedId", "systemId", "productId", "userName", "accountId", "emailAddress", "nationalIdentityNumber",
        "isbn", "issn", "lisSourcedId", "oneRosterSourcedId", "sisSourcedId", "ltiContextId", "ltiDeploymentId",
        "ltiToolId", "ltiPlatformId", "ltiUserId", "identifier",
    ]
}
