import Foundation
import JSON
import Testing

@testable import Credentials

@Suite("Names in documents that are secured as graphs")
struct NameCheckTests {
    @Test(
        "A date or status under another name than its term is not overlooked: the credential can't be read",
        arguments: [
            (#""validUntil":"#, #""https://www.w3.org/2018/credentials#validUntil":"#),
            (#""validUntil":"#, #""cred:validUntil":"#),
            (#""validUntil":"2029-11-02T09:00:00Z""#, #""@nest":{"validUntil":"2029-11-02T09:00:00Z"}"#),
            (#""validUntil":"2029-11-02T09:00:00Z""#, #""@included":[{"id":"urn:x","validUntil":"x"}]"#),
            (#""type":["Profile"]"#, #""@type":["Profile"]"#), (#""type":["Profile"]"#, #""":["Profile"]"#),
            (#""type":["Profile"]"#, #""@context":{},"type":["Profile"]"#),
        ])
    func hidden(old: String, new: String) async throws {
        // The graph is what it was, as it would be if the same were said under another name.
        let graphs = FixedGraphs(
            document: Array("<urn:s> <urn:p> <urn:o> .".utf8), proof: Array("<urn:s> <urn:p> _:proof .".utf8))
        let issuance = try ProofIssuance()
        let securing = DataIntegritySecuring(signer: issuance.signer, suite: .eddsaRDFC2022, graphs: graphs)
        let credential = try await securing.secure(OpenBadgeCredential(Example.award())).text
        let verifier = CredentialVerifier(issuers: KnownIssuers([issuance.document]), graphs: graphs)
        #expect(await verifier.verify(Array(credential.utf8), at: Example.during).verdict == .valid)
        let changed = credential.replacingOccurrences(of: old, with: new)
        #expect(changed != credential)
        let report = await verifier.verify(Array(changed.utf8), at: Example.during)
        #expect(report[.signature]?.outcome.isUnknown == true && report.content == nil)
    }

    @Test("Texts with their language are values, not hidden names")
    func values() throws {
        let text = #"{"@context":[],"name":{"@value":"Ja","@language":"de","@direction":"ltr"},"list":[{"a":1},[2]]}"#
        try NameCheck.check(JSONDocument(parsing: Array(text.utf8)).root)
        for text in [#"{"name":{"@value":"x","@index":"y"}}"#, #"{"a":[{"b":{"@id":"c"}}]}"#] {
            let root = try JSONDocument(parsing: Array(text.utf8)).root
            #expect(throws: CredentialError.self) { try NameCheck.check(root) }
        }
    }

    @Test("A document inside names contexts of the whole, and no others")
    func contexts() throws {
        func check(_ inner: String) throws {
            let text = #"{"@context":["urn:a","urn:b"],"endorsement":[{"@context":\#(inner),"name":"x"}]}"#
            try NameCheck.check(JSONDocument(parsing: Array(text.utf8)).root)
        }
        for inner in [#"["urn:a"]"#, #""urn:b""#, #"["urn:b","urn:a"]"#, "[]"] { try check(inner) }
        for inner in [#"["urn:c"]"#, #"["urn:a",{}]"#, "{}", "null", #"[null]"#] {
            #expect(throws: CredentialError.self) { try check(inner) }
        }
    }

    @Test("The credentials in a presentation name contexts of their own; what they hide is found all the same")
    func presentation() throws {
        func check(_ credential: String, in type: String = "VerifiablePresentation") throws {
            let text =
                #"{"@context":["urn:a"],"type":["\#(type)"],"verifiableCredential":[{"name":"y"},\#(credential)]}"#
            try NameCheck.check(JSONDocument(parsing: Array(text.utf8)).root)
        }
        try check(#"{"@context":["urn:b"],"type":"X","name":"x","inner":{"@context":"urn:b"}}"#)
        for hidden in [
            #"{"@context":["urn:b"],"urn:x:name":"x"}"#, #"{"@context":["urn:b"],"@included":[]}"#,
            #"{"@context":["urn:b"],"inner":{"@context":"urn:a"}}"#,
        ] {
            #expect(throws: CredentialError.self) { try check(hidden) }
        }
        #expect(throws: CredentialError.self) { try check(#"{"@context":["urn:b"]}"#, in: "VerifiableCredential") }
    }
}
