import Foundation
import JSON
import Testing

@testable import Credentials

@Suite("Credentials of any type, issued and verified")
struct DocumentVerifierTests {
    static let forms: [DocumentIssuer.Form] = [.proof(.eddsaRDFC2022), .proof(.eddsaJCS2022), .token]
    static let rdfc = DocumentIssuer.Form.proof(.eddsaRDFC2022)

    let parties = DocumentParties()

    @Test("What is issued verifies, and a changed claim doesn't", arguments: forms)
    func issues(form: DocumentIssuer.Form) async throws {
        let contexts = #"["https://www.w3.org/ns/credentials/v2","https://www.w3.org/ns/credentials/examples/v2"]"#
        let subject = #"{"id":"did:example:a","alumniOf":"The School"}"#
        let credential = try parties.credential(form, ("@context", contexts), ("credentialSubject", subject))
        let issued = try await parties.issue(credential, form)
        #expect(await parties.faults(issued) == [])
        let text = String(decoding: issued.bytes, as: UTF8.self)
        let changed =
            form == .token
            // A sign in the middle of the payload, which is the second part.
            ? String(decoding: Self.flipped(Array(text.utf8)), as: UTF8.self)
            : text.replacing("The School", with: "Our School")
        #expect(changed != text)
        let faults = await parties.faults(try SampleDocument.parsed(changed))
        #expect(faults.count == 1)
        #expect(faults.first?.pointer == (form == .token ? "/id" : "/proof"))
    }

    private static func flipped(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        let points = bytes.indices.filter { bytes[$0] == UInt8(ascii: ".") }.suffix(2)
        guard let first = points.first, let last = points.last else { return bytes }
        let middle = (first + last) / 2
        bytes[middle] = bytes[middle] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
        return bytes
    }

    @Test("Nothing is issued for another issuer, or that isn't as the data model has it", arguments: forms)
    func refuses(form: DocumentIssuer.Form) async throws {
        let parties = parties
        let foreign = try SampleDocument.parsed(SampleDocument.credential)
        let refusal = await #expect(throws: DocumentRefusal.self) { _ = try await parties.issue(foreign, form) }
        #expect(refusal?.faults.map(\.pointer) == ["/issuer"])
        let malformed = try parties.credential(form, ("validFrom", #""soon""#), ("evidence", "{}"))
        let other = await #expect(throws: DocumentRefusal.self) { _ = try await parties.issue(malformed, form) }
        #expect(other?.faults.map(\.pointer) == ["/validFrom", "/evidence"])
    }

    @Test(
        "What would be lost in a graph is not issued, in whatever form",
        arguments: [
            ("credentialSubject", #"{"unheard":"of"}"#, "/credentialSubject/unheard"),
            ("type", #"["VerifiableCredential","Unheard"]"#, "/type/1"),
            ("@context", #"["https://www.w3.org/ns/credentials/v2","https://e.example/unknown"]"#, "/@context/1"),
            (
                "@context",
                #"["https://www.w3.org/ns/credentials/v2",{"VerifiableCredential":"https://e.example/#Bad"}]"#,
                "/@context"
            ),
        ])
    func losses(name: String, value: String, pointer: String) async throws {
        let parties = parties
        for form in Self.forms {
            let credential = try parties.credential(form, (name, value))
            let refusal = await #expect(throws: DocumentRefusal.self) { _ = try await parties.issue(credential, form) }
            #expect(refusal?.faults.map(\.rule) == [.linkedData])
            #expect(refusal?.faults.first.map { pointer.hasPrefix($0.pointer) } == true)
        }
    }

    @Test("A credential may bring a context of its own, for these tests alone", arguments: forms)
    func ownContext(form: DocumentIssuer.Form) async throws {
        for context in [#"{"Example":"https://e.example/#Example"}"#, #"{"@context":{"Example":"urn:x:y"}}"#] {
            let contexts = #"["https://www.w3.org/ns/credentials/v2",\#(context)]"#
            let credential = try parties.credential(
                form, ("@context", contexts), ("type", #"["VerifiableCredential","Example"]"#))
            #expect(await parties.faults(try await parties.issue(credential, form)) == [])
            #expect(throws: LinkedDataError.self) { _ = try LinkedDataProcessor.known.dataset(of: credential) }
        }
    }

    @Test("Texts with language and direction are signed as such")
    func directions() async throws {
        func issued(_ direction: String) async throws -> JSONValue {
            let name = #"{"@value":"Beispiel","@language":"de","@direction":"\#(direction)"}"#
            return try await parties.issue(try parties.credential(Self.rdfc, ("name", name)), Self.rdfc)
        }
        let left = try await issued("ltr")
        #expect(await parties.faults(left) == [])
        let turned = String(decoding: left.bytes, as: UTF8.self).replacing("ltr", with: "rtl")
        #expect(await parties.faults(try SampleDocument.parsed(turned)).map(\.rule) == [.proof])
    }

    @Test("A credential of version 1.1 gets the context that defines its proof, and verifies")
    func olderVersion() async throws {
        let credential = try parties.credential(
            Self.rdfc, ("@context", #"["https://www.w3.org/2018/credentials/v1"]"#),
            ("issuanceDate", #""2020-03-16T22:37:26.544Z""#))
        let issued = try await parties.issue(credential, Self.rdfc)
        #expect(issued["@context"]?[1]?.string == "https://w3id.org/security/data-integrity/v2")
        #expect(await parties.faults(issued) == [])
    }

    @Test("Dates are heeded unless only the proof is asked about", arguments: forms)
    func dates(form: DocumentIssuer.Form) async throws {
        let credential = try parties.credential(
            form, ("validFrom", #""2025-01-01T00:00:00Z""#), ("validUntil", #""2026-01-01T00:00:00Z""#))
        let issued = try await parties.issue(credential, form)
        #expect(await parties.faults(issued) == [])
        for (instant, name) in [(1_730_000_000.0, "/validFrom"), (1_770_000_000.0, "/validUntil")] {
            let date = Date(timeIntervalSince1970: instant)
            let pointer = form == .token ? "/id" : name
            #expect(await parties.faults(issued, at: date).map(\.pointer) == [pointer])
            #expect(await parties.verifier.faults(ofCredential: issued, checks: [.proof], at: date) == [])
        }
    }

    @Test("A status that can't be told is a fault, unless only the proof is asked about")
    func unknownStatus() async throws {
        let status = """
            {"type":"BitstringStatusListEntry","statusPurpose":"revocation","statusListIndex":"1",\
            "statusListCredential":"https://e.example/list"}
            """
        let issued = try await parties.issue(
            try parties.credential(Self.rdfc, ("credentialStatus", status)), Self.rdfc)
        #expect(await parties.faults(issued).map(\.pointer) == ["/credentialStatus"])
        let verifier = parties.verifier
        #expect(await verifier.faults(ofCredential: issued, checks: [.proof, .dates], at: DocumentParties.now) == [])
    }

    @Test(
        "A proof that lacks a member, or has another, doesn't verify",
        arguments: [
            ("type", nil), ("type", #""UnknownProofType""#), ("cryptosuite", nil), ("cryptosuite", #""unknown""#),
            ("proofPurpose", nil), ("proofPurpose", #""authentication""#), ("verificationMethod", nil),
            ("verificationMethod", #""did:key:invalidVm""#), ("proofValue", nil), ("proofValue", "null"),
            ("proofValue", #""z3a""#), ("created", #""yesterday""#), ("expires", #""2025-01-01T00:00:00Z""#),
            ("previousProof", #""urn:none""#), ("previousProof", "5"),
        ])
    func brokenProof(name: String, value: String?) async throws {
        for suite in Cryptosuite.allCases {
            let issued = try await parties.issue(try parties.credential(.proof(suite)), .proof(suite))
            let proof = try #require(issued["proof"]?[0])
            let changed = try SampleDocument.changed(String(decoding: proof.bytes, as: UTF8.self), name, value)
            let text = String(decoding: issued.bytes, as: UTF8.self)
            let document = try SampleDocument.changed(text, "proof", String(decoding: changed.bytes, as: UTF8.self))
            #expect(await parties.faults(document).isEmpty == false)
        }
    }

    @Test("Without a proof, or with null for one, nothing verifies", arguments: [nil, "null", "[]", "{}", #""z""#])
    func unsigned(proof: String?) async throws {
        let text = String(decoding: try parties.credential(Self.rdfc).bytes, as: UTF8.self)
        #expect(await parties.faults(try SampleDocument.changed(text, "proof", proof)).isEmpty == false)
    }
}
