import Credentials
import Foundation
import Testing

extension SystemTests.TestProfileTests {
    /// Verifying as W3C's test suites ask for it.
    struct ProfileVerifyingTests {
        static let credential = ProfileIssuingTests.credential

        @Test(
            "proofs in a set and in a chain verify; a covered one that is gone or broken spoils those that cover it",
            arguments: ["eddsa-rdfc-2022", "eddsa-jcs-2022"])
        func chains(suite: String) async throws {
            let client = try await ProfileClient(Installation.served.client)
            func issued(_ credential: String, _ proof: String) async throws -> String {
                try await client.issued(credential, options: #"{"cryptosuite":"\#(suite)","proof":\#(proof)}"#)
            }
            let first = try await issued(Self.credential, #"{"id":"urn:uuid:first"}"#)
            let set = try await issued(first, "{}")
            #expect(try await client.verify(set).status == 200)
            for covered in [#""urn:uuid:first""#, #"["urn:uuid:first"]"#] {
                let chain = try await issued(first, #"{"id":"urn:uuid:second","previousProof":\#(covered)}"#)
                #expect(try await client.verify(chain).status == 200)
                for broken in [
                    chain.replacing("urn:uuid:first\",\"type", with: "urn:uuid:other\",\"type"),
                    chain.replacing(#""proofValue":"z"#, with: #""proofValue":""#, maxReplacements: 1),
                    chain.replacing(#""previousProof":"#, with: #""previousProof":5,"x":"#),
                ] {
                    #expect(broken != chain)
                    let answer = try await client.verify(broken)
                    #expect(answer.status == 400)
                    #expect(answer.text.contains(#""pointer":"/verifiableCredential/proof"#), "\(answer)")
                }
            }
            let options = #"{"cryptosuite":"\#(suite)","proof":{"previousProof":"urn:none"}}"#
            #expect(try await client.issue(first, options: options).status == 400)
        }

        @Test(
            "a credential that was changed, or whose proof lacks something, doesn't verify",
            arguments: [
                (#""did:example:subject""#, #""did:example:other""#),
                (#""VerifiableCredential""#, #""VerifiableCredential","X""#),
                (#""assertionMethod""#, #""invalidPurpose""#), (#""DataIntegrityProof""#, #""UnknownProofType""#),
                (#""proofValue":"z"#, #""proofValue":""#), (#""proofValue":"#, #""nothing":"#),
                (#""verificationMethod":"#, #""nothing":"#), (#""proofPurpose":"#, #""nothing":"#),
                (#""proof":["#, #""nothing":["#), (#""cryptosuite":"eddsa-"#, #""cryptosuite":"other-"#),
                (#""credentialSubject":{"#, #""credentialSubject":{"undefined":"x","#),
            ])
        func changed(old: String, new: String) async throws {
            let client = try await ProfileClient(Installation.served.client)
            for suite in ["eddsa-rdfc-2022", "eddsa-jcs-2022"] {
                let issued = try await client.issued(Self.credential, options: #"{"cryptosuite":"\#(suite)"}"#)
                let changed = issued.replacing(old, with: new, maxReplacements: 1)
                #expect(changed != issued)
                let answer = try await client.verify(changed, options: #"{"checks":["proof"]}"#)
                #expect(answer.status == 400)
                let refusal = try answer.decoded(as: ProfileClient.Refusal.self)
                #expect(refusal.verified == false && refusal.errors?.isEmpty == false)
            }
        }

        @Test("a credential on the status list verifies until it is revoked, and again when that is undone")
        func status() async throws {
            let client = try await ProfileClient(Installation.served.client)
            let id = "urn:uuid:\(UUID().text)"
            let options = #"{"credentialStatus":{"type":"BitstringStatusListEntry","statusPurpose":"revocation"}}"#
            let issued = try await client.issued(
                try object(Self.credential, ["id": "\"\(id)\""]), options: options)
            #expect(
                issued.contains(#""type":"BitstringStatusListEntry","statusPurpose":"revocation","statusListIndex":""#))
            let list = try await client.client.get("/test-profile/status-list").expecting(200)
            #expect(list.header("Content-Type") == "application/vc")
            // What loaders of JSON-LD ask for, which pass over a type without "json" in it.
            let loaded = try await client.client.get(
                "/test-profile/status-list", accept: "application/ld+json, application/json")
            #expect(loaded.header("Content-Type") == "application/ld+json")
            #expect(try await client.client.get("/test-profile/status-list", accept: "text/html").status == 406)
            for part in [
                #""BitstringStatusListCredential""#, #""type":"BitstringStatusList""#, #""encodedList":"uH4s"#,
            ] {
                #expect(list.text.contains(part))
            }
            #expect(try await client.verify(list.text).status == 200)
            #expect(try await client.verify(issued).status == 200)
            let change = #"{"credentialId":"\#(id)","credentialStatus":{"statusPurpose":"revocation"},"status":STATE}"#
            for (state, status) in [("true", 400), ("false", 200)] {
                let answer = try await client.post("/credentials/status", change.replacing("STATE", with: state))
                #expect(answer.status == 200)
                #expect(try await client.verify(issued).status == status)
            }
            #expect(try await client.post("/credentials/status", #"{"credentialId":"urn:none"}"#).status == 404)
        }

        @Test("a presentation is for its domain and challenge, by its holder, with credentials that verify")
        func presentations() async throws {
            let client = try await ProfileClient(Installation.served.client)
            let credential = try await client.issued(Self.credential)
            let signer = KeySigner(key: .ed25519())
            let holder = try #require(signer.verificationMethod.split(separator: "#").first)
            func presented(_ changes: [String: String?] = [:], signed: Bool = true) async throws -> String {
                let unsigned = try object(
                    """
                    {"@context":["https://www.w3.org/ns/credentials/v2"],"type":["VerifiablePresentation"],\
                    "holder":"\(holder)","verifiableCredential":[\(credential)]}
                    """, changes)
                guard signed else { return unsigned }
                let options = ProofOptions(
                    created: Date(), purpose: "authentication", domain: "e.example", challenge: "c")
                return String(
                    decoding: try await DocumentSigner(signer: signer).sign(Array(unsigned.utf8), options),
                    as: UTF8.self)
            }
            let options = #"{"domain":"e.example","challenge":"c"}"#
            let sound = try await presented()
            #expect(
                try await client.verify(presentation: sound, options: options).expecting(200).text
                    == #"{"verified":true}"#)
            for other in [#"{"domain":"o.example","challenge":"c"}"#, #"{"domain":"e.example","challenge":"d"}"#] {
                #expect(try await client.verify(presentation: sound, options: other).status == 400)
            }
            let refused: [(presentation: String, pointer: String)] = [
                (sound.replacing("did:example:subject", with: "did:example:other"), "/proof"),
                (try await presented(signed: false), "/proof"),
                (try await presented(["holder": #""did:example:o""#]), "/proof"),
                (try await presented(["holder": #"{"name":"Acme"}"#], signed: false), "/holder"),
                (try await presented(["@context": nil], signed: false), ""),
                (
                    try object(sound, ["@context": #"["https://www.w3.org/ns/credentials/v2","https://e.example"]"#]),
                    "/@context/1"
                ),
                (try object(sound, ["@context": #"[{},"https://www.w3.org/ns/credentials/v2"]"#]), "/@context/0"),
                (try object(sound, ["type": #"["VerifiableCredential"]"#]), "/type"),
                (try object(sound, ["verifiableCredential": #"["eyJ"]"#]), "/verifiableCredential/0"),
                (
                    try await presented(["verifiableCredential": try object(credential, ["proof": nil])]),
                    "/verifiableCredential/proof"
                ),
            ]
            for (presentation, pointer) in refused {
                let answer = try await client.verify(presentation: presentation, options: options)
                #expect(answer.status == 400)
                let first = try answer.decoded(as: ProfileClient.Refusal.self).errors?.first
                #expect(first?.pointer == "/verifiablePresentation" + pointer, "\(answer)")
            }
        }
    }
}
