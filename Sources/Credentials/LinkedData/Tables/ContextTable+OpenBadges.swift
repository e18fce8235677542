extension ContextTable {
    /// Open Badges 3.0.3, as 1EdTech's validator has it; an older document at the same URL lacks two terms.
    static let openBadges = ContextTable(
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
        sha256: "3d34f4d4ef1bce691106e63798beb5e7b862ba841423f5ee1e53ab7ddf3bca84"
    ) {
        Namespace.openBadges.terms("endorsementJwt", in: .set)
        // The published context lacks the prefix, so that `xsd` is the scheme of an IRI.
        Namespace.openBadges.terms("awardedDate", type: "xsd:dateTime")
        Namespace.schema.terms("inLanguage")
        Namespace.jwt.terms("jti", type: .reference)
        openBadgeTerms(image: "image", achievement: "achievement", language: Namespace.schema.terms("inLanguage"))
    }

    /// Open Badges 3.0.2, as 1EdTech's validator has it: fewer terms, and some that stand for other IRIs.
    static let openBadges2 = ContextTable(
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json",
        sha256: "bba433989e1e700ca60838a3c22378e7d8381aeb0c9590f9ddf84d1714f10296"
    ) { openBadgeTerms(image: "Image", achievement: "achievement-0", language: []) }

    /// The terms that both editions have.
    ///
    /// - Parameters:
    ///   - image: how the IRI of an image ends.
    ///   - achievement: how that of a subject's achievement does.
    ///   - language: the term for a language within achievements and what is related to them.
    @TermList private static func openBadgeTerms(image: RDFText, achievement: RDFText, language: [Term]) -> [Term] {
        let images = Namespace.openBadges.terms("image", as: image, type: .reference)
        Namespace.openBadges.terms("Criteria", "EndorsementCredential", "OpenBadgeCredential", "narrative")
        Namespace.openBadges.terms("AchievementCredential", as: "OpenBadgeCredential")
        Namespace.openBadges.terms("alignment", "endorsement", in: .set)
        images
        Namespace.schema.terms("description", "name")
        Namespace.schema.terms("url", type: anyURI)
        achievementTerms(images, language)
        subject(images, achievement)
        people(images)
        results(language)
        Namespace.openBadges.scope("EndorsementSubject") { Namespace.openBadges.terms("endorsementComment") }
        Namespace.openBadges.scope("Evidence") { Namespace.schema.terms("audience", "genre") }
        Namespace.openBadges.scope("Image") { Namespace.schema.terms("caption") }
    }

    /// Types for schemas, revocation and refreshing that Open Badges use.
    static let openBadgesExtensions = ContextTable(
        "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json",
        sha256: "146f85aa16effd7ca1da8056eb443f53ce1eca8a34186cb062832c0a97d889c3", isProtected: false
    ) {
        Namespace("https://purl.imsglobal.org/spec/vccs/v1p0/context.json#").terms("1EdTechJsonSchemaValidator2019")
        Namespace("https://purl.imsglobal.org/spec/vcrl/v1p0/context.json#").terms("1EdTechRevocationList")
        Namespace("https://purl.imsglobal.org/spec/vccr/v1p0/context.json#").terms("1EdTechCredentialRefresh")
    }

    private static let anyURI = Namespace.xsdByHTTPS("anyURI")

    private static func achievementTerms(_ image: [Term], _ language: [Term]) -> [Term] {
        Namespace.openBadges.scope("Achievement") {
            Namespace.openBadges.terms(
                "achievementType", "creator", "fieldOfStudy", "humanCode", "specialization", "version")
            Namespace.openBadges.terms("alignment", "otherIdentifier", "related", "resultDescription", in: .set)
            Namespace.openBadges.terms("creditsAvailable", type: Namespace.xsdByHTTPS("float"))
            Namespace.openBadges.terms("criteria", as: "Criteria", type: .reference)
            image
            Namespace.schema.terms("tag", as: "keywords", in: .set)
            language
        }
    }

    private static func subject(_ image: [Term], _ achievement: RDFText) -> [Term] {
        Namespace.openBadges.scope("AchievementSubject") {
            Namespace.openBadges.terms("achievement", as: achievement)
            Namespace.openBadges.terms("licenseNumber", "role", "term")
            Namespace.openBadges.terms("activityEndDate", "activityStartDate", type: Namespace.xsdByHTTPS("date"))
            Namespace.openBadges.terms("creditsEarned", type: Namespace.xsdByHTTPS("float"))
            Namespace.openBadges.terms("identifier", "result", in: .set)
            Namespace.openBadges.terms("source", type: .reference)
            image
        }
    }

    @TermList private static func people(_ image: [Term]) -> [Term] {
        Namespace.openBadges.scope("Profile") {
            Namespace.openBadges.terms("familyNamePrefix", "official", "patronymicName", "phone")
            Namespace.openBadges.terms("address", "parentOrg", type: .reference)
            image
            Namespace.openBadges.terms("dateOfBirth", type: Namespace.xsdByHTTPS("date"))
            Namespace.openBadges.terms("otherIdentifier", in: .set)
            Namespace.schema.terms(
                "additionalName", "email", "familyName", "givenName", "honorificPrefix", "honorificSuffix")
        }
        Namespace.openBadges.scope("Address") {
            Namespace.openBadges.terms("addressCountryCode", as: "CountryCode")
            Namespace.openBadges.terms("geo", as: "GeoCoordinates")
            Namespace.schema.terms(
                "addressCountry", "addressLocality", "addressRegion", "postOfficeBoxNumber", "postalCode",
                "streetAddress")
        }
        Namespace.openBadges.scope("GeoCoordinates") { Namespace.schema.terms("latitude", "longitude") }
        Namespace.openBadges.scope("IdentifierEntry") { Namespace.openBadges.terms("identifier", "identifierType") }
        Namespace.openBadges.scope("IdentityObject") {
            Namespace.openBadges.terms("hashed", type: Namespace.xsdByHTTPS("boolean"))
            Namespace.openBadges.terms("identityHash", "identityType", "salt")
        }
    }

    @TermList private static func results(_ language: [Term]) -> [Term] {
        Namespace.schema.scope("Alignment", as: "AlignmentObject") {
            Namespace.openBadges.terms("targetCode", "targetType")
            Namespace.schema.terms("targetDescription", "targetFramework", "targetName")
            Namespace.schema.terms("targetUrl", type: anyURI)
        }
        Namespace.openBadges.scope("Related") {
            Namespace.openBadges.terms("version")
            language
        }
        Namespace.openBadges.scope("Result") {
            Namespace.openBadges.terms("achievedLevel", "resultDescription", type: anyURI)
            Namespace.openBadges.terms("status")
            Namespace.schema.terms("value")
        }
        Namespace.openBadges.scope("ResultDescription") {
            Namespace.openBadges.terms("allowedValue", in: .list)
            Namespace.openBadges.terms("requiredLevel", type: anyURI)
            Namespace.openBadges.terms("requiredValue", "resultType", "valueMax", "valueMin")
            Namespace.openBadges.terms("rubricCriterionLevel", in: .set)
        }
        Namespace.openBadges.scope("RubricCriterionLevel") { Namespace.openBadges.terms("level", "points") }
    }
}
