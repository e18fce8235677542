import Foundation
import JSON
import Testing

@testable import Credentials

@Suite("Verifying SD-JWT VCs")
struct SDJWTVerificationTests {
    let issuance: TokenIssuance

    init() throws { issuance = try TokenIssuance() }

    private func parts(_ token: String) -> [String] { token.split(separator: "~").map(String.init) }

    private func outcomes(_ report: VerificationReport) -> [VerificationCheck.Name: String] {
        Dictionary(uniqueKeysWithValues: report.checks.map { ($0.name, $0.outcome.name) })
    }

    @Test("One of ours with all that it discloses is valid, each check by itself, and says what a badge says")
    func valid() async throws {
        let report = await issuance.verify(try await issuance.issue(), recipient: "Zoë Kowalczyk-Łuć")
        #expect(report.verdict == .valid, "\(report.text)")
        #expect(report.checks.map(\.name) == VerificationCheck.Name.allCases)
        #expect(
            outcomes(report) == [
                .format: "passed", .schema: "notApplicable", .signature: "passed", .issuer: "passed",
                .disclosures: "passed", .binding: "notApplicable", .status: "notApplicable", .dates: "passed",
                .recipient: "passed",
            ])
        let content = try #require(report.content)
        #expect(content.issuerID == Example.baseURL && content.issuerName == "City Academy")
        #expect(content.achievementCode == "B3.2" && content.achievedLevel?.hasSuffix("level-2") == true)
        #expect(content.recipientName == "Zoë Kowalczyk-Łuć" && content.validUntil == Example.end)
        #expect(content.id == "urn:uuid:0f1d6a5e-3a53-4b3b-9b0e-5a0b1c2d3e4f")
    }

    @Test("What the holder keeps is not missed, and nothing of it is told")
    func withheld() async throws {
        let parts = parts(try await issuance.issue())
        let report = await issuance.verify(parts[0] + "~", recipient: "zoe@example.org")
        #expect(report[.disclosures]?.outcome == .passed && report[.recipient]?.outcome.name == "couldNotCheck")
        #expect(report.verdict == .undetermined && report.content?.recipientName == nil)
        #expect(report.content?.achievedLevel == nil && report.content?.achievementCode == "B3.2")
        #expect(await issuance.verify(parts[0] + "~").verdict == .valid)
    }

    @Test("A disclosure that is changed, of another credential, or there twice ends it, whatever the signature")
    func foreignDisclosures() async throws {
        let (one, other) = (parts(try await issuance.issue()), parts(try await issuance.issue()))
        for added in [other[1], one[1] + "~" + one[1], base64url(#"["c2FsdA","role","Chief of police"]"#)] {
            let report = await issuance.verify(one[0] + "~" + added + "~")
            #expect(report[.disclosures]?.outcome.name == "failed" && report.verdict == .invalid, "\(added)")
            #expect(report[.signature]?.outcome == .passed && report.content == nil)
        }
        for broken in [
            "x", "", base64url("[1,2]"), base64url(#"["s"]"#), base64url(#"["s","_sd",[]]"#), base64url("{}"),
        ] {
            let report = await issuance.verify(one[0] + "~" + broken + "~")
            #expect(report[.format]?.outcome.name == "failed" && report.verdict == .invalid, "\(broken)")
        }
    }

    @Test("Disclosures within disclosures, in lists too, are put in their places; decoys are passed over")
    func nested() async throws {
        let inner = TokenIssuance.disclosure(#"["s1","name",{"deep":[1,2]}]"#)
        let element = TokenIssuance.disclosure(#"["s2",{"_sd":["\#(inner.digest)"],"open":true}]"#)
        let outer = TokenIssuance.disclosure(#"["s3","groups",[{"...":"\#(element.digest)"},{"...":"ZGVjb3k"},"x"]]"#)
        let decoy = TokenIssuance.disclosure("[\"s4\",\"never\",1]").digest
        let members = #","_sd":["\#(decoy)","\#(outer.digest)"],"_sd_alg":"sha-256","id":"urn:x:1""#
        let token = try issuance.sign(members, [inner.text, outer.text, element.text])
        let credential = try SelectiveCredential(parsing: Array(token.utf8))
        let claims = String(decoding: try credential.claims.get().root["groups"]?.bytes ?? [], as: UTF8.self)
        #expect(claims == #"[{"open":true,"name":{"deep":[1,2]}},"x"]"#)
        #expect(try credential.claims.get().root["_sd"] == nil && credential.claims.get().root["_sd_alg"] == nil)
        #expect(await issuance.verify(token).verdict == .valid)
        // What hides in a disclosure that isn't shown belongs to nothing.
        let orphan = await issuance.verify(try issuance.sign(members, [outer.text, inner.text]))
        #expect(orphan[.disclosures]?.outcome.name == "failed")
    }

    @Test("Digests and names that stand twice, and claims that may not be hidden, are refused")
    func rules() async throws {
        let name = TokenIssuance.disclosure(#"["s1","name","A"]"#)
        let other = TokenIssuance.disclosure(#"["s2","name","B"]"#)
        let element = TokenIssuance.disclosure(#"["s3","A"]"#)
        let end = TokenIssuance.disclosure(#"["s4","exp",9999999999]"#)
        for (members, disclosures) in [
            (#","_sd":["\#(name.digest)","\#(name.digest)"]"#, [name.text]),
            (#","_sd":["\#(name.digest)"],"a":{"_sd":["\#(name.digest)"]}"#, [name.text]),
            (#","_sd":["ZGVjb3k","ZGVjb3k"]"#, []),
            (#","_sd":["\#(name.digest)","\#(other.digest)"]"#, [name.text, other.text]),
            (#","name":"C","_sd":["\#(name.digest)"]"#, [name.text]),
            (#","_sd":["\#(element.digest)"]"#, [element.text]),
            (#","a":[{"...":"\#(name.digest)"}]"#, [name.text]),
            (#","a":[{"...":"\#(element.digest)","b":1}]"#, [element.text]),
            (#","_sd":["\#(end.digest)"]"#, [end.text]),
            (#","_sd":"x""#, []), (#","_sd":[1]"#, []), (#","a":{"...":"x"}"#, []),
        ] {
            let report = await issuance.verify(try issuance.sign(members, disclosures))
            #expect(report[.disclosures]?.outcome.name == "failed", "\(members)")
            #expect(report.verdict == .invalid && report[.signature]?.outcome == .passed, "\(members)")
        }
    }

    @Test("A holder's signature holds for just this presentation and the key that it is bound to")
    func binding() async throws {
        let parts = parts(try await issuance.issue())
        let (shown, more) = (parts[0] + "~" + parts[1] + "~", parts[0] + "~" + parts[1] + "~" + parts[2] + "~")
        let good = await issuance.verify(try issuance.bind(shown))
        #expect(good.verdict == .valid && good[.binding]?.outcome == .passed, "\(good.text)")
        let later = Example.during + 3600
        for bad in [
            try issuance.bind(shown, over: more), try issuance.bind(shown, by: SigningKey()),
            try issuance.bind(shown, issuedAt: later),
        ] {
            let report = await issuance.verify(bad)
            #expect(report[.binding]?.outcome.name == "failed" && report.verdict == .invalid)
            #expect(report[.signature]?.outcome == .passed && report[.disclosures]?.outcome == .passed)
        }
        #expect(await issuance.verify(try issuance.bind(shown, type: "jwt"))[.format]?.outcome.name == "failed")
        let unbound = try issuance.sign("")
        #expect(await issuance.verify(try issuance.bind(unbound))[.binding]?.outcome.name == "failed")
    }

    @Test("The key is one that the issuer lists; where that can't be found out, it is said")
    func issuerKeys() async throws {
        let token = try await issuance.issue()
        let foreign = await issuance.verify(token, by: issuance.documents(SigningKey()))
        #expect(foreign[.signature]?.outcome.name == "failed" && foreign.verdict == .invalid)
        let silent = await issuance.verify(token, by: PublishedDocuments())
        #expect(silent[.issuer]?.outcome.name == "couldNotCheck" && silent.verdict == .undetermined)
        #expect(silent[.disclosures]?.outcome == .passed && silent[.status]?.outcome.name == "couldNotCheck")
        let posing = await issuance.verify(token, by: issuance.documents(issuer: "https://evil.example"))
        #expect(posing[.issuer]?.outcome.name == "couldNotCheck" && posing.content == nil)
        let unknown = try issuance.sign("", header: #"{"alg":"ES256","typ":"dc+sd-jwt","kid":"other"}"#)
        #expect(await issuance.verify(unknown)[.issuer]?.outcome.name == "failed")
        let certified = try issuance.sign("", header: #"{"alg":"ES256","typ":"dc+sd-jwt","x5c":["MII"]}"#)
        #expect(await issuance.verify(certified).verdict == .undetermined)
        let method = issuance.signer.verificationMethod
        for header in [
            #"{"alg":"none","typ":"dc+sd-jwt","kid":"\#(method)"}"#,
            #"{"alg":"HS256","typ":"dc+sd-jwt","kid":"\#(method)"}"#,
            #"{"alg":"ES256","typ":"JWT","kid":"\#(method)"}"#, #"{"alg":"ES256","kid":"\#(method)"}"#,
            #"{"alg":"ES256","typ":"dc+sd-jwt","kid":"\#(method)","crit":["b64"]}"#,
            #"{"alg":"ES256","typ":"dc+sd-jwt"}"#,
        ] { #expect(await issuance.verify(try issuance.sign("", header: header)).verdict == .invalid, "\(header)") }
        let changed = token.replacing(/^([^.]+)\.([^.]+)\./) { match in
            let text = try? bytes(base64url: match.2)
            let payload = String(decoding: text ?? [], as: UTF8.self).replacing("City Academy", with: "City Akademy")
            return "\(match.1).\(base64url(payload))."
        }
        #expect(changed != token)
        #expect(await issuance.verify(changed)[.signature]?.outcome.name == "failed")
    }

    @Test(
        "Its dates are those of the token",
        arguments: [
            (#","nbf":1799999999,"exp":1800000001"#, VerificationVerdict.valid), (#","exp":1800000000"#, .expired),
            (#","nbf":1800000001"#, .notYetValid), (#","nbf":1800000001,"exp":1800000000"#, .invalid),
            (#","exp":"2030-01-01""#, .invalid), ("", .valid),
        ])
    func dates(members: String, verdict: VerificationVerdict) async throws {
        #expect(await issuance.verify(try issuance.sign(members)).verdict == verdict)
    }

    private func list(_ values: [Int: Bool], uri: String = TokenIssuance.list, end: Date = Example.end) async throws
        -> [UInt8]
    {
        var bits = StatusBits()
        for (index, value) in values { bits[index] = value }
        return try await StatusListToken(
            uri: uri, bits: bits, issuedAt: Example.start, expiresAt: end, timeToLive: .seconds(60)
        ).sign(with: issuance.signer).bytes
    }

    @Test(
        "Its place in the status list token tells whether it was revoked; a list that is not the issuer's tells nothing"
    )
    func status() async throws {
        let place = TokenStatusReference(uri: TokenIssuance.list, index: 94567)
        let token = try await issuance.issue(status: place)
        let good = await issuance.verify(token, list: try await list([94566: true, 94568: true]))
        #expect(good.verdict == .valid && good[.status]?.outcome == .passed, "\(good.text)")
        #expect(await issuance.verify(token, list: try await list([94567: true])).verdict == .revoked)
        let stranger = try TokenIssuance()
        let forged = try await StatusListToken(
            uri: TokenIssuance.list, bits: StatusBits(), issuedAt: Example.start, expiresAt: Example.end,
            timeToLive: .seconds(60)
        ).sign(with: stranger.signer).bytes
        for unusable in [
            nil, forged, try await list([:], uri: TokenIssuance.list + "2"), try await list([:], end: Example.during),
            Array("x".utf8),
        ] {
            let report = await issuance.verify(token, list: unusable)
            #expect(report[.status]?.outcome.name == "couldNotCheck" && report.verdict == .undetermined)
        }
        let beyond = TokenStatusReference(uri: TokenIssuance.list, index: 131_072)
        let outside = await issuance.verify(try await issuance.issue(status: beyond), list: try await list([:]))
        #expect(outside[.status]?.outcome.name == "couldNotCheck")
        let other = try issuance.sign(#","status":{"other":{}}"#)
        #expect(await issuance.verify(other)[.status]?.outcome.name == "couldNotCheck")
    }

    @Test("What is no SD-JWT VC is told to be none", arguments: ["~", "a.b.c~", "~~~", "x~y", "{~"])
    func malformed(text: String) async {
        let report = await issuance.verify(text)
        #expect(report.verdict == .invalid && report[.format]?.outcome.name == "failed")
    }
}
