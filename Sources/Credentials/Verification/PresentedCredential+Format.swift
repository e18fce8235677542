internal import JSON

extension PresentedCredential {
    /// Whether the parts that a token tells twice agree; the issuer and the dates are for their own checks.
    var formatCheck: VerificationCheck {
        guard let claims else { return VerificationCheck(.format, .passed) }
        if claims["vp"] != nil || (claims["vc"] != nil && dataModel == .v2) {
            return VerificationCheck(.format, .failed("The token has a claim that belongs to another format."))
        }
        if dataModel == .v1, claims["vc"] == nil {
            return VerificationCheck(
                .format, .failed("The token has no claim vc, as one of the older data model must."))
        }
        if !Self.same(claims["jti"], root["id"]) {
            return VerificationCheck(.format, .failed("The token's id (jti) is not the credential's."))
        }
        let subject = root["credentialSubject"]?["id"]
        // In the older data model the claim may stand for the member.
        if !(dataModel == .v1 && subject == nil) && !Self.same(claims["sub"], subject) {
            return VerificationCheck(.format, .failed("The token's subject (sub) is not the credential's."))
        }
        return VerificationCheck(.format, .passed)
    }

    var schemaCheck: VerificationCheck {
        let faults = OpenBadgeSchema.faults(of: root, dataModel)
        guard let first = faults.first else { return VerificationCheck(.schema, .passed) }
        let others = faults.count > 1 ? " (and \(faults.count - 1) more)" : ""
        let place = first.pointer.isEmpty ? "the credential" : first.pointer
        return VerificationCheck(.schema, .failed("At \(place): \(first.message)\(others)"), faults: faults)
    }

    /// Whether both are there and are texts of the same bytes.
    static func same(_ first: JSONValue?, _ second: JSONValue?) -> Bool {
        guard let first = first?.stringBytes, let second = second?.stringBytes else { return false }
        return first == second
    }
}
