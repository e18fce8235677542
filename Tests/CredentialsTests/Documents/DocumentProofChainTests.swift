import Foundation
import JSON
import Testing

@testable import Credentials

@Suite("Sets and chains of proofs on documents")
struct DocumentProofChainTests {
    let parties = DocumentParties()

    /// A document with a second proof, which names the first as what it covers.
    private func chain(_ suite: Cryptosuite, covering: [String]) async throws -> JSONValue {
        let first = ProofOptions(created: DocumentParties.now, id: "urn:uuid:first")
        let once = try await parties.issue(try parties.credential(.proof(suite)), .proof(suite), first)
        let second = ProofOptions(created: DocumentParties.now, previousProofs: covering)
        return try await parties.issue(once, .proof(suite), second)
    }

    @Test("Two proofs side by side verify; one that is broken spoils both", arguments: Cryptosuite.allCases)
    func set(suite: Cryptosuite) async throws {
        let document = try await chain(suite, covering: [])
        #expect(document["proof"]?.count == 2)
        #expect(await parties.faults(document) == [])
        for index in 0..<2 {
            let value = try #require(document["proof"]?[index]?["proofValue"]?.string)
            let broken = String(decoding: document.bytes, as: UTF8.self)
                .replacing(value, with: "z" + String(value.dropFirst().reversed()))
            #expect(await parties.faults(try SampleDocument.parsed(broken)).map(\.pointer) == ["/proof"])
        }
    }

    @Test("A proof that covers another verifies with it, and not without it", arguments: Cryptosuite.allCases)
    func covering(suite: Cryptosuite) async throws {
        let document = try await chain(suite, covering: ["urn:uuid:first"])
        #expect(document["proof"]?[1]?["previousProof"]?.string == "urn:uuid:first")
        #expect(await parties.faults(document) == [])
        let text = String(decoding: document.bytes, as: UTF8.self)
        let proofs = try #require(document["proof"]).elements.map { String(decoding: $0.bytes, as: UTF8.self) }
        let alone = try SampleDocument.changed(text, "proof", proofs[1])
        #expect(await parties.faults(alone).map(\.pointer) == ["/proof"])
        // The same proof again says the same; another value for what is covered doesn't.
        let changed = proofs[0].replacing("assertionMethod", with: "authentication")
        let other = try SampleDocument.changed(text, "proof", "[\(changed),\(proofs[1])]")
        #expect(await parties.faults(other).map(\.pointer) == ["/proof"])
    }

    @Test("A proof can't cover one that isn't there", arguments: Cryptosuite.allCases)
    func missing(suite: Cryptosuite) async throws {
        let parties = parties
        let first = try await parties.issue(try parties.credential(.proof(suite)), .proof(suite))
        let refusal = await #expect(throws: DocumentRefusal.self) {
            let options = ProofOptions(created: DocumentParties.now, previousProofs: ["urn:uuid:none"])
            _ = try await parties.issue(first, .proof(suite), options)
        }
        #expect(refusal?.faults.map(\.rule) == [.proof])
    }
}
