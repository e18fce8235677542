import Crypto
import Foundation
import JSON
import Testing

@testable import Credentials

@Suite("Learner records")
struct LearnerRecordTests {
    let issuance: ProofIssuance
    let tokens: SigningKey

    init() throws {
        issuance = try ProofIssuance()
        tokens = SigningKey()
    }

    var verifier: CredentialVerifier {
        CredentialVerifier(
            issuers: KnownIssuers([
                DIDDocument(issuer: issuance.issuer, signing: [issuance.key.publicKey, tokens.publicKey])
            ]))
    }

    /// A credential of a level, with its proof.
    func credential(_ level: Int, id: UUID = UUID(), until: Date? = Example.end) async throws -> RecordedCredential {
        var award = try Example.award()
        award.credentialID = id
        award.level = level
        award.achievementID = Example.baseURL + "/achievements/B3.\(level)"
        award.validUntil = until
        let securing = DataIntegritySecuring(signer: issuance.signer, clock: { Example.start })
        return try await RecordedCredential(securing.secure(OpenBadgeCredential(award)).bytes)
    }

    func record(_ credentials: [RecordedCredential], isPartial: Bool = false) throws -> LearnerRecordCredential {
        try LearnerRecordCredential(
            id: Example.uuid("1C0E7F1E-0D1A-4A7E-9F3E-6B7A5D4C3B2A"), issuer: Example.award().issuer,
            subjectID: "urn:uuid:5e0a1d2c-3b4a-4c5d-8e6f-7a8b9c0d1e2f",
            identifiers: [.email("zoe@example.org", salt: Example.salt)], credentials: credentials,
            isPartial: isPartial, validFrom: Example.start)
    }

    func sign(_ record: LearnerRecordCredential) async throws -> [UInt8] {
        try await DataIntegritySecuring(signer: issuance.signer, clock: { Example.start }).secure(record).bytes
    }

    @Test("Our table gives the graph that two other programs find with the published context")
    func graph() throws {
        let document = try JSONDocument(parsing: Array(LearnerRecordSample.text.utf8))
        let graph = try LinkedDataProcessor.known.dataset(of: document.root)
        let lines = try RDFCanonicalization().canonicalize(graph).nQuads
        #expect(Hexadecimal.string(SHA256.hash(data: lines)) == LearnerRecordSample.graphHash)
        #expect(OpenBadgeSchema.faults(of: document.root).isEmpty)
    }

    @Test(
        "A record holds the credentials byte for byte, each with its own proof, and all are verified",
        arguments: [1, 3])
    func verified(count: Int) async throws {
        var credentials: [RecordedCredential] = []
        for number in 0..<count { credentials.append(try await credential(1 + number % 2)) }
        let signed = try await sign(record(credentials))
        let report = await verifier.verify(signed, at: Example.during, recipient: "zoe@example.org")
        #expect(report.verdict == .valid, "\(report.text)")
        #expect(report.parts.map(\.verdict) == Array(repeating: .valid, count: count))
        #expect(report.parts.compactMap(\.content?.id) == credentials.map(\.id))
        let held = try #require(JSONDocument(parsing: signed).root["credentialSubject"]?["verifiableCredential"])
        #expect(held.elements.map { Array($0.bytes) } == credentials.map(\.document))
        let alone = await verifier.verify(Array(try #require(held[0]).bytes), at: Example.during)
        #expect(alone.verdict == .valid && alone.parts.isEmpty)
    }

    @Test("The record as a token says the same, with the claims that Open Badges want")
    func token() async throws {
        let record = try await record([credential(1), credential(2)])
        let signer = KeySigner(key: tokens, issuer: issuance.issuer)
        let token = try await JWTSecuring(signer: signer).secure(record)
        #expect(token.mediaType == "application/vc+jwt")
        let report = await verifier.verify(token.bytes, at: Example.during)
        #expect(report.verdict == .valid && report.parts.map(\.verdict) == [.valid, .valid], "\(report.text)")
        let payload = try JSONDocument(parsing: CompactJWS(parsing: token.bytes).payload).root
        #expect(payload["jti"]?.string == record.id.urn && payload["sub"]?.string == record.subjectID)
    }

    @Test("Levels of one scale are told to follow each other, whatever their order and however often they are there")
    func associations() async throws {
        let record = try await record([credential(2), credential(1), credential(2)], isPartial: true)
        let root = try JSONDocument(parsing: record.json).root
        let associations = try #require(root["credentialSubject"]?["association"])
        #expect(associations.count == 1 && associations[0]?["associationType"]?.string == "precedes")
        #expect(associations[0]?["sourceId"]?.string == Example.baseURL + "/achievements/B3.1")
        #expect(associations[0]?["targetId"]?.string == Example.baseURL + "/achievements/B3.2")
        #expect(root["partial"]?.boolean == true && OpenBadgeSchema.faults(of: root).isEmpty)
        #expect(LearnerRecordCredential.highest(record.credentials).map(\.level) == [2, 2])
        let whole = try await self.record([credential(1)])
        #expect(try JSONDocument(parsing: whole.json).root["partial"] == nil)
    }

    @Test("A credential in a record that is changed makes the record and the credential invalid")
    func tampered() async throws {
        let signed = try await String(decoding: sign(record([credential(1), credential(2)])), as: UTF8.self)
        let changed = signed.replacingOccurrences(of: "Recognises rising tension.", with: "Recognises rising tensions.")
        let report = await verifier.verify(Array(changed.utf8), at: Example.during)
        #expect(report.verdict == .invalid && report.content == nil && report.parts.isEmpty)
    }

    @Test("A record by whom nobody knows says nothing, and one of the issuer's makes no forged credential true")
    func forged() async throws {
        let attacker = KeySigner(key: .ed25519(), issuer: issuance.issuer)
        let securing = DataIntegritySecuring(signer: attacker, clock: { Example.start })
        let genuine = try await credential(2)
        let ofStranger = try await securing.secure(record([genuine])).bytes
        #expect(await verifier.verify(ofStranger, at: Example.during).verdict == .invalid)
        let forged = try await RecordedCredential(securing.secure(OpenBadgeCredential(Example.award())).bytes)
        let report = await verifier.verify(try await sign(record([genuine, forged])), at: Example.during)
        #expect(report.verdict == .valid && report.parts.map(\.verdict) == [.valid, .invalid])
        #expect(report.text.contains("1 of the 2 credentials in it are not valid"))
        #expect(String(decoding: report.json, as: UTF8.self).contains(#""parts":[{"verdict":"valid""#))
    }

    @Test("An expired credential in a record is told to be expired, the record being what it was")
    func expired() async throws {
        let old = try await credential(1, until: Example.start + 3600)
        let report = await verifier.verify(try await sign(record([old, credential(2)])), at: Example.during)
        #expect(report.verdict == .valid && report.parts.map(\.verdict) == [.expired, .valid])
    }

    @Test(
        "What is no record is refused: none or two of the same credential, too many, no proof, a subject that is no URI"
    )
    func refused() async throws {
        let one = try await credential(1, id: Example.uuid("0F1D6A5E-3A53-4B3B-9B0E-5A0B1C2D3E4F"))
        #expect(throws: CredentialError.self) { try record([]) }
        #expect(throws: CredentialError.self) { try record([one, one]) }
        #expect(throws: CredentialError.self) { try RecordedCredential(issuance.unsigned()) }
        #expect(throws: CredentialError.self) { try RecordedCredential([]) }
        let many = try (0..<200).map { number in
            try RecordedCredential(
                Array(
                    String(decoding: one.document, as: UTF8.self)
                        .replacingOccurrences(of: one.id, with: "urn:uuid:\(number)").utf8))
        }
        #expect(throws: CredentialError.self) { try record(many) }
        #expect(throws: CredentialError.self) {
            try LearnerRecordCredential(
                id: UUID(), issuer: Example.award().issuer, subjectID: "somebody", credentials: [one],
                isPartial: false, validFrom: Example.start)
        }
    }

    @Test(
        "A record that breaks the data model is told where",
        arguments: [
            (#""type":["VerifiableCredential","ClrCredential"]"#, #""type":["ClrCredential"]"#, "/type"),
            (#""name":"Competence passport","#, "", ""),
            (
                #""association":[{"type":"Association""#, #""association":[{"type":"Link""#,
                "/credentialSubject/association/0/type"
            ),
            (
                #""associationType":"precedes""#, #""associationType":"isAbove""#,
                "/credentialSubject/association/0/associationType"
            ),
            (#"["ClrSubject"]"#, #"["Subject"]"#, "/credentialSubject/type"),
            (#""https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json","#, "", "/@context/1"),
            (
                #""achievementType":"Competency""#, #""achievementType":"Skill""#,
                "/credentialSubject/verifiableCredential/0/credentialSubject/achievement/achievementType"
            ),
        ])
    func schema(old: String, new: String, pointer: String) async throws {
        let text = try await String(decoding: record([credential(1), credential(2)]).json, as: UTF8.self)
        let changed = text.replacingOccurrences(of: old, with: new)
        #expect(changed != text)
        let faults = try OpenBadgeSchema.faults(of: JSONDocument(parsing: Array(changed.utf8)).root)
        #expect(faults.map(\.pointer).contains(pointer), "\(faults)")
    }
}
