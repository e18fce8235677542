extension ContextTable {
    /// Open Badges 3.0 as it was first, which has no number in its URL: for credentials of the data model 1.1.
    static let openBadges0 = ContextTable(
        "https://purl.imsglobal.org/spec/ob/v3p0/context.json",
        sha256: "b077fa134d909d92c1dcd1c153f2af1b244aeb415967fdc1467d7fc5dd48ac10", isProtected: false
    ) { EarlyBadges(isFirst: true).terms }

    /// Open Badges 3.0.1, as 1EdTech's validator has it: for credentials of the data model 1.1.
    static let openBadges1 = ContextTable(
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json",
        sha256: "cfc147db5fd5e3575b06bd471fe04784e92de69296f64a351b8dff0ec3372e9c", isProtected: false
    ) { EarlyBadges(isFirst: false).terms }
}

/// The terms of the two early editions of Open Badges 3.0, which protect nothing and tell the type of each text.
private struct EarlyBadges {
    /// Whether it is the first edition, in which some properties tell the type of the object that they lead to.
    let isFirst: Bool

    typealias Term = ContextTable.Term
    private let ob = Namespace.openBadges
    private let schema = Namespace.schema

    init(isFirst: Bool) {
        self.isFirst = isFirst
    }

    var terms: [Term] {
        [
            Namespace.xsdByHTTPS.prefix("xsd"), ob.terms("Criteria", "EndorsementCredential", "OpenBadgeCredential"),
            ob.terms("AchievementCredential", as: "OpenBadgeCredential"),
            ob.terms("narrative", type: xsd("string")), schema.terms("description", "name", type: xsd("string")),
            schema.terms("url", type: xsd("anyURI")), ob.terms("alignment", type: kind("Alignment"), in: .set),
            ob.terms("endorsement", type: kind("EndorsementCredential"), in: .set),
            ob.terms("image", type: isFirst ? ob("Image") : .reference),
            isFirst ? [] : ob.terms("awardedDate", type: xsd("dateTime")),
            achievement, subject, profile, address, smallParts, results,
        ].flatMap(\.self)
    }

    private func xsd(_ name: RDFText) -> RDFText { Namespace.xsdByHTTPS(name) }

    /// The type that the first edition gives to what a property leads to.
    private func kind(_ name: RDFText) -> RDFText? { isFirst ? ob(name) : nil }

    /// An image within an object, which the first edition has outside alone.
    private var image: [Term] { isFirst ? [] : ob.terms("image", as: "Image", type: .reference) }

    private func scope(_ name: RDFText, as last: RDFText? = nil, _ terms: [Term]...) -> [Term] {
        ob.scope(name, as: last, hasAliases: false, isProtected: false) { terms.flatMap(\.self) }
    }

    private var achievement: [Term] {
        scope(
            "Achievement",
            ob.terms(
                "achievementType", "fieldOfStudy", "humanCode", "specialization", "version", type: xsd("string")),
            ob.terms("alignment", type: kind("Alignment"), in: .set),
            ob.terms("creator", as: isFirst ? "Profile" : "creator"),
            ob.terms("creditsAvailable", type: xsd("float")), ob.terms("criteria", as: "Criteria", type: .reference),
            image, ob.terms("otherIdentifier", type: kind("IdentifierEntry"), in: .set),
            ob.terms("related", type: kind("Related"), in: .set),
            ob.terms("resultDescription", type: kind("ResultDescription"), in: .set),
            schema.terms("tag", as: "keywords", type: xsd("string"), in: .set))
    }

    private var subject: [Term] {
        scope(
            "AchievementSubject", ob.terms("achievement", as: isFirst ? "Achievement" : "achievement-0"),
            ob.terms("activityEndDate", "activityStartDate", type: xsd("date")),
            ob.terms("creditsEarned", type: xsd("float")),
            ob.terms("identifier", type: kind("IdentityObject"), in: .set), image,
            ob.terms("licenseNumber", "role", "term", type: xsd("string")),
            ob.terms("result", type: kind("Result"), in: .set),
            ob.terms("source", type: isFirst ? ob("Profile") : .reference))
    }

    private var profile: [Term] {
        scope(
            "Profile",
            schema.terms(
                "additionalName", "email", "familyName", "givenName", "honorificPrefix", "honorificSuffix",
                type: xsd("string")),
            isFirst ? ob.terms("address", as: "Address") : ob.terms("address", type: .reference),
            ob.terms("dateOfBirth", type: xsd("date")),
            ob.terms("familyNamePrefix", "official", "patronymicName", type: xsd("string")), image,
            ob.terms("otherIdentifier", type: kind("IdentifierEntry"), in: .set),
            ob.terms("parentOrg", type: isFirst ? xsd("string") : .reference),
            ob.terms("phone", as: isFirst ? "PhoneNumber" : "phone", type: xsd("string")))
    }

    private var address: [Term] {
        scope(
            "Address", ob.terms("addressCountryCode", as: "CountryCode", type: xsd("string")),
            ob.terms("geo", as: "GeoCoordinates"),
            schema.terms(
                "addressCountry", "addressLocality", "addressRegion", "postOfficeBoxNumber", "postalCode",
                "streetAddress", type: xsd("string")))
    }

    private var smallParts: [Term] {
        [
            schema.scope(
                "Alignment", as: isFirst ? "Alignment" : "AlignmentObject", hasAliases: false, isProtected: false
            ) {
                ob.terms("targetCode", "targetType", type: xsd("string"))
                schema.terms("targetDescription", "targetFramework", "targetName", type: xsd("string"))
                schema.terms("targetUrl", type: xsd("anyURI"))
            },
            scope("EndorsementSubject", ob.terms("endorsementComment", type: xsd("string"))),
            scope("Evidence", schema.terms("audience", "genre", type: xsd("string"))),
            scope("GeoCoordinates", schema.terms("latitude", "longitude", type: xsd("string"))),
            scope("IdentifierEntry", ob.terms("identifier", "identifierType", type: xsd("string"))),
            scope(
                "IdentityObject", ob.terms("hashed", type: xsd("boolean")),
                ob.terms("identityHash", "identityType", "salt", type: xsd("string"))),
            scope("Image", schema.terms("caption", type: xsd("string"))),
            scope("Related", ob.terms("version", type: xsd("string"))),
        ].flatMap(\.self)
    }

    private var results: [Term] {
        [
            scope(
                "Result", ob.terms("achievedLevel", "resultDescription", type: xsd("anyURI")),
                ob.terms("status", type: xsd("string")), schema.terms("value", type: xsd("string"))),
            scope(
                "ResultDescription", ob.terms("allowedValue", type: xsd("string"), in: .set),
                ob.terms("requiredLevel", type: xsd("anyURI")),
                ob.terms("requiredValue", "resultType", "valueMax", "valueMin", type: xsd("string")),
                ob.terms("rubricCriterionLevel", type: kind("RubricCriterionLevel"), in: .set)),
            scope("RubricCriterionLevel", ob.terms("level", "points", type: xsd("string"))),
        ].flatMap(\.self)
    }
}
