internal import FoundationEssentials
internal import JSON

extension ReadableCredential {
    /// Reads a credential of ours: its JSON with a proof within, or a compact JWS.
    ///
    /// - Throws: ``CredentialError`` when the bytes are neither.
    public init(_ bytes: [UInt8]) throws(CredentialError) {
        let json = bytes.first == UInt8(ascii: "{") ? bytes : try CompactJWS(parsing: bytes).payload
        let root: JSONValue
        do { root = try JSONDocument(parsing: json).root } catch {
            throw CredentialError(.invalidCredential, "The credential is no JSON: \(error.reason)")
        }
        self.init(root)
    }

    private init(_ root: JSONValue) {
        let subject = root["credentialSubject"]
        let achievement = subject?["achievement"]
        let alignments = Self.list(achievement?["alignment"])
        let item = alignments.first { $0["targetType"]?.string == "CFItem" }
        let reached = Self.list(subject?["result"]).compactMap { $0["achievedLevel"]?.string }.first
        func date(_ name: String) -> Date? { root[name]?.string.flatMap(DateTime.parse)?.date }
        id = root["id"]?.string ?? ""
        name = root["name"]?.string ?? achievement?["name"]?.string ?? "Credential"
        code = achievement?["humanCode"]?.string ?? ""
        achievementID = achievement?["id"]?.string ?? ""
        competence = item?["targetName"]?.string ?? achievement?["name"]?.string ?? ""
        framework = item?["targetFramework"]?.string
        descriptor = achievement?["description"]?.string ?? ""
        criteria = achievement?["criteria"]?["narrative"]?.string ?? ""
        profile = subject?["role"]?.string
        recipientName =
            Self.list(subject?["identifier"]).first {
                $0["identityType"]?.string == "name" && $0["hashed"]?.boolean == false
            }?["identityHash"]?.string
        source = subject?["source"]?["name"]?.string
        issuerName = root["issuer"]?["name"]?.string ?? ""
        issuerID = root["issuer"]?["id"]?.string ?? ""
        language = achievement?["inLanguage"]?.string ?? "en"
        validFrom = date("validFrom")
        validUntil = date("validUntil")
        awardedDate = date("awardedDate")
        levels = Self.list(Self.list(achievement?["resultDescription"]).first?["rubricCriterionLevel"])
            .map { Level($0, reached: reached) }
            .sorted { $0.number < $1.number }
        evidence = Self.list(root["evidence"]).map(Evidence.init)
    }

    private static func list(_ value: JSONValue?) -> [JSONValue] { value.map { Array($0.elements) } ?? [] }
}

extension ReadableCredential.Level {
    fileprivate init(_ value: JSONValue, reached: String?) {
        number = value["level"]?.string ?? ""
        name = value["name"]?.string ?? ""
        descriptor = value["description"]?.string ?? ""
        eqf = value["alignment"]?.elements.first { $0["targetType"]?.string == "ext:EQFLevel" }?["targetCode"]?.string
        isReached = reached != nil && value["id"]?.string == reached
    }
}

extension ReadableCredential.Evidence {
    fileprivate init(_ value: JSONValue) {
        name = value["name"]?.string ?? "Evidence"
        genre = value["genre"]?.string
        id = value["id"]?.string ?? ""
        digest = value["digestMultibase"]?.string
    }
}
