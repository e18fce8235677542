internal import JSON

extension SelectiveCredential {
    /// What the claims say as far as they are those of an Open Badge, in the places where a badge has them.
    ///
    /// Our own type has them; of other types there is what has the same name. It was not signed in this form, and shows no
    /// more than what the holder discloses. The issuer is whoever signed, and never whom the claims name besides.
    static func badge(of claims: JSONValue) throws(CredentialError) -> PresentedCredential {
        func raw(_ value: JSONValue?) -> JSONTree? { value.map { .raw(Array($0.bytes)) } }
        func member(_ name: String) -> JSONTree.Member { .init(name, raw(claims[name])) }
        func date(_ name: String) -> String? {
            claims[name]?.double.flatMap { Int(exactly: $0.rounded(.down)) }.map {
                DateTime.text(Instant(seconds: $0).date)
            }
        }
        var achievement: [JSONTree.Member] = []
        if let open = claims["achievement"], open.kind == .object {
            achievement = open.members.map { .init($0.key.string ?? "", raw($0.value)) }
            for name in ["criteria", "alignment", "resultDescription", "otherIdentifier"] where open[name] == nil {
                achievement.append(member(name))
            }
        }
        let subject = JSONTree.object(
            ["identifier", "role", "source", "result"].map(member) + [
                .init("achievement", achievement.isEmpty ? nil : .object(achievement))
            ])
        let json = JSONTree.object(
            .init("id", claims["id"]?.string ?? claims["jti"]?.string ?? claims["vct"]?.string), member("name"),
            member("description"),
            .init(
                "issuer",
                .object(.init("id", claims["iss"]?.string), .init("name", claims["issuer"]?["name"]?.string))),
            .init("validFrom", date("nbf")), .init("validUntil", date("exp")), member("awardedDate"),
            .init("credentialSubject", subject), member("evidence"))
        return PresentedCredential(
            document: try JSONDocument(assembled: json.bytes), dataModel: .v2, claims: nil, securing: [])
    }

    /// How `nbf` and `exp` stand to an instant; either may be missing.
    func validity(at instant: Instant) -> Validity {
        func seconds(_ name: String) -> Int?? {
            guard let claim = payload[name] else { return .some(nil) }
            return claim.double.flatMap { Int(exactly: $0.rounded(.down)) }.map { .some($0) }
        }
        guard let from = seconds("nbf"), let until = seconds("exp") else {
            return .contradictory("It doesn't say in a readable way from when or until when it is valid (nbf, exp).")
        }
        if let from, let until, until < from { return .contradictory("It would end before it begins.") }
        if let until, until <= instant.seconds { return .expired(Instant(seconds: until)) }
        if let from, instant.seconds < from { return .notYet(Instant(seconds: from)) }
        return .current
    }
}
