import Foundation
import Testing

extension SystemTests.TestProfileTests {
    /// Issuing as W3C's test suites ask for it.
    struct ProfileIssuingTests {
        static let credential = """
            {"@context":["https://www.w3.org/ns/credentials/v2"],"type":["VerifiableCredential"],"issuer":"ISSUER",\
            "credentialSubject":{"id":"did:example:subject"}}
            """
        static let base = #""https://www.w3.org/ns/credentials/v2""#

        /// A change that is refused, and where.
        struct Refused: Sendable, CustomTestStringConvertible {
            let name: String
            let value: String?
            let pointer: String

            init(_ name: String, _ value: String?, _ pointer: String) {
                self.name = name
                self.value = value
                self.pointer = pointer
            }

            var testDescription: String { "\(name): \(value ?? "missing")" }
        }

        static let refused: [Refused] = [
            Refused("@context", nil, ""),
            Refused("@context", #"["https://www.w3.org/ns/credentials/examples/v2"]"#, "/@context/0"),
            Refused("@context", "[\(base),\"https ://not-a-url/v1\"]", "/@context/1"),
            Refused("@context", "[\(base),\"https://e.example/unknown\"]", "/@context/1"),
            Refused("@context", "[\(base),123192875]", "/@context/1"),
            Refused("@context", "[\(base),{\"VerifiableCredential\":\"https://e.example/#Bad\"}]", "/@context"),
            Refused("type", nil, ""), Refused("type", #"["RelationshipCredential"]"#, "/type"),
            Refused("type", #"["VerifiableCredential","Unmapped"]"#, "/type/1"),
            Refused("id", "null", "/id"), Refused("id", #"["urn:a:b","urn:a:c"]"#, "/id"),
            Refused("id", #""https ://not-a-url/1""#, "/id"), Refused("issuer", nil, ""),
            Refused("issuer", "null", "/issuer"), Refused("issuer", #""fake-issuer""#, "/issuer"),
            Refused("issuer", #"{"id":null}"#, "/issuer/id"), Refused("issuer", #"{"id":"fake"}"#, "/issuer/id"),
            Refused("issuer", #""did:example:other""#, "/issuer"), Refused("credentialSubject", nil, ""),
            Refused("credentialSubject", "{}", "/credentialSubject"),
            Refused("credentialSubject", #"[{"id":"did:example:a"},{}]"#, "/credentialSubject/1"),
            Refused("credentialSubject", #"{"id":["did:example:a","did:example:b"]}"#, "/credentialSubject/id"),
            Refused("credentialSubject", #"{"undefined":"x"}"#, "/credentialSubject/undefined"),
            Refused("validFrom", #""Sat 25 Feb 2023 07:16:31 PM CST""#, "/validFrom"),
            Refused("validUntil", #""Sun, 26 Feb 2023 01:22:14 +0000""#, "/validUntil"),
            Refused("credentialStatus", #"{"id":"did:example:status"}"#, "/credentialStatus"),
            Refused("credentialStatus", #"{"type":"urn:x:y","id":"https ://x"}"#, "/credentialStatus/id"),
            Refused("credentialStatus", #"{"type":"urn:x:y","id":["urn:a:b"]}"#, "/credentialStatus/id"),
            Refused("credentialStatus", #"{"type":2}"#, "/credentialStatus/type"),
            Refused("credentialSchema", #"{"type":"urn:x:y"}"#, "/credentialSchema"),
            Refused("credentialSchema", #"{"id":"did:example:schema"}"#, "/credentialSchema"),
            Refused("credentialSchema", #"{"type":"urn:x:y","id":"https ://x"}"#, "/credentialSchema/id"),
            Refused("termsOfUse", "{}", "/termsOfUse"), Refused("evidence", "{}", "/evidence"),
            Refused("refreshService", #"{"id":"did:example:refresh"}"#, "/refreshService"),
            Refused("name", #"{"@value":"x","@language":"en","url":"urn:a:b"}"#, "/name/url"),
            Refused("description", #"{"@value":"x","@direction":"up"}"#, "/description/@direction"),
            Refused("relatedResource", "[\(base)]", "/relatedResource/0"),
            Refused("relatedResource", "{\"id\":\(base)}", "/relatedResource"),
            Refused(
                "relatedResource",
                "{\"id\":\(base),\"digestMultibase\":\"uM4RgWQc3RUDtjJCSgTJtTfvpZ7SPEg_LNO0ESlovQC0\"}",
                "/relatedResource/digestMultibase"),
            Refused("statusEntry", #"{"type":"BitstringStatusListEntry","statusListIndex":true}"#, "/statusEntry"),
        ]

        @Test("each malformed credential is a 400 that names the place and the rule", arguments: refused)
        func refuses(_ refused: Refused) async throws {
            let client = try await ProfileClient(Installation.served.client)
            for options in [#"{}"#, #"{"cryptosuite":"eddsa-jcs-2022"}"#, #"{"mediaType":"application/vc+jwt"}"#] {
                let document = try object(Self.credential, [refused.name: refused.value])
                let answer = try await client.issue(document, options: options)
                #expect(answer.status == 400, "\(answer)")
                #expect(answer.header("Content-Type") == "application/problem+json")
                let fault = try #require(try answer.decoded(as: ProfileClient.Refusal.self).errors?.first)
                #expect(fault.pointer == "/credential" + refused.pointer, "\(fault)")
                #expect(fault.title.contains("§") && !fault.detail.isEmpty && fault.type.contains("#"))
            }
        }

        @Test(
            "what the data model leaves free is issued as it was sent, with a proof of the suite, and verifies",
            arguments: ["eddsa-rdfc-2022", "eddsa-jcs-2022"])
        func issues(suite: String) async throws {
            let client = try await ProfileClient(Installation.served.client)
            let changes: [[String: String?]] = [
                [:], ["id": #""urn:uuid:0b3d5c9e-33a4-4d7e-9a3a-5f7c5ad4e9a1""#],
                [
                    "@context": #"["https://www.w3.org/ns/credentials/v2",{"X":"https://e.example/#X"}]"#,
                    "type": #"["X","VerifiableCredential","https://e.example/#Y"]"#,
                ],
                [
                    "issuer":
                        #"{"id":"ISSUER","name":[{"@value":"Dog","@language":"en"},{"@value":"Hund","@language":"de"}]}"#
                ],
                ["name": #"{"@value":"Beispiel","@language":"de","@direction":"ltr"}"#, "description": #""D""#],
                ["credentialSubject": #"[{"id":"did:example:a"},{"id":"did:example:b"}]"#],
                ["validFrom": #""2023-02-25T19:10:39.447-06:00""#, "validUntil": #""4023-02-26T01:21:51Z""#],
                ["evidence": #"[{"type":"https://e.example/#E"},{"type":"https://e.example/#F"}]"#],
                [
                    "relatedResource":
                        #"{"id":"https://www.w3.org/ns/credentials/v2","digestMultibase":"uJKGMkOmFbVJhEfKTduMC2XCyvRAYLjOVmZWwIH1wQ7k"}"#
                ],
            ]
            for change in changes {
                let document = try object(Self.credential, change)
                let issued = try await client.issued(document, options: #"{"cryptosuite":"\#(suite)"}"#)
                #expect(issued.contains(#""cryptosuite":"\#(suite)""#) && issued.contains(#""proofValue":"z"#))
                let members = document.replacing("ISSUER", with: client.issuer).dropFirst().dropLast()
                #expect(issued.hasPrefix("{\(members),"))
                #expect(try await client.verify(issued).expecting(200).text == #"{"verified":true}"#)
            }
        }

        @Test("a credential in a token is issued as an envelope, and verifies until a sign is changed")
        func envelope() async throws {
            let client = try await ProfileClient(Installation.served.client)
            let issued = try await client.issued(Self.credential, options: #"{"mediaType":"application/vc+jwt"}"#)
            #expect(issued.contains(#""type":"EnvelopedVerifiableCredential""#))
            #expect(try await client.verify(issued).status == 200)
            for (old, new) in [
                ("data:application/vc+jwt,", ""), (#""EnvelopedVerifiableCredential""#, #""VerifiableCredential""#),
                (#"["https://www.w3.org/ns/credentials/v2"]"#, "[]"),
                (#"["https://www.w3.org/ns/credentials/v2"]"#, #""https://www.w3.org/ns/credentials/examples/v2""#),
                (",ey", ",eY"),
            ] {
                let changed = issued.replacing(old, with: new)
                #expect(changed != issued)
                #expect(try await client.verify(changed).status == 400, "\(old)")
            }
        }

        @Test(
            "a request that isn't as the VC API has it is a 400 that says what is wrong",
            arguments: [
                ("issue", "[]", ""), ("issue", "{}", ""), ("issue", #"{"credential":"x"}"#, "/credential"),
                ("issue", #"{"credential":{},"options":[]}"#, "/options"),
                ("issue", #"{"credential":{},"more":1}"#, "/more"),
                ("issue", #"{"credential":{},"options":{"cryptosuite":"ecdsa-sd-2023"}}"#, "/options/cryptosuite"),
                ("issue", #"{"credential":{},"options":{"mediaType":"text/plain"}}"#, "/options/mediaType"),
                ("issue", #"{"credential":{},"options":{"unheard":1}}"#, "/options/unheard"),
                ("issue", #"{"credential":{},"options":{"proof":{"created":"now"}}}"#, "/options/proof/created"),
                ("issue", #"{"credential":{},"options":{"credentialStatus":{}}}"#, "/options/credentialStatus"),
                ("verify", #"{"verifiableCredential":"eyJ"}"#, "/verifiableCredential"),
                ("verify", #"{"verifiableCredential":{},"options":{"checks":["luck"]}}"#, "/options/checks"),
                ("status", #"{"credentialId":5}"#, ""), ("status", #"{"credentialId":"x","status":"yes"}"#, ""),
            ])
        func requests(path: String, body: String, pointer: String) async throws {
            struct Problem: Decodable { let pointer: String }

            let client = try await ProfileClient(Installation.served.client)
            let answer = try await client.post("/credentials/" + path, body)
            #expect(answer.status == 400, "\(answer)")
            #expect(try answer.decoded(as: Problem.self).pointer == pointer)
        }
    }
}
