import Foundation
import JSON
import Testing

@testable import Credentials

/// Signed documents of W3C and 1EdTech; without the archive they are skipped.
@Suite(
    "Published documents with proofs",
    .enabled(if: PublishedVectors.isPresent, "no \(PublishedSamples.archive): set TESSERA_VECTORS"))
struct PublishedProofTests {
    static let vectors = Result { try PublishedVectors.folder("vc-di-eddsa") }
    static let samples = Result { try PublishedVectors.folder("ob3/validator-samples") }

    func chain(_ name: String) throws -> [UInt8] { try #require(Self.vectors.get()["proof-set-chain/\(name).json"]) }

    /// The outcome of each proof, with the key that its name of the key repeats.
    func outcomes(_ bytes: [UInt8]) throws -> [CheckOutcome] {
        let root = try JSONDocument(parsing: bytes).root
        let proofs = try Proofs(of: root)
        return try proofs.values.map { value in
            let proof = EmbeddedProof(value, among: proofs, in: root, graphs: LinkedDataProcessor.knownWithExamples)
            if let objection = proof.objection(at: Instant(Example.during)) { return objection }
            let fragment = try #require(proof.verificationMethod?.split(separator: "#").last)
            return try proof.outcome(with: PublicKey(multibase: String(fragment)))
        }
    }

    @Test(
        "Sets and chains verify",
        arguments: [
            ("signedProofSet1", 1), ("signedProofSet2", 2), ("signedProofChain1", 3),
            ("signedProofChain2", 4),
        ])
    func setsAndChains(name: String, count: Int) throws {
        let bytes = try chain(name)
        #expect(try outcomes(bytes) == Array(repeating: .passed, count: count))
        let changed = String(decoding: bytes, as: UTF8.self).replacingOccurrences(of: "of Examples", with: "of Example")
        #expect(try outcomes(Array(changed.utf8)).allSatisfy(\.isFailed))
    }

    @Test("A proof in a chain fails when one that it covers is changed or left out")
    func brokenChain() throws {
        let text = try String(decoding: chain("signedProofChain2"), as: UTF8.self)
        let changed = text.replacingOccurrences(of: "z2scr94SNNrGpP2bE7", with: "z2scr94SNNrGpP2bE8")
        #expect(try outcomes(Array(changed.utf8)).map(\.isFailed) == [false, true, true, false])
        let renamed = text.replacingOccurrences(
            of: #""id": "urn:uuid:26329423"#, with: #""id": "urn:uuid:36329423"#)
        #expect(try outcomes(Array(renamed.utf8)).map(\.isFailed) == [true, false, true, false])
    }

    @Test("Sets and chains are made as W3C made them, one proof after another")
    func making() async throws {
        let pairs = try JSONDocument(parsing: chain("multiKeyPairs")).root
        let expected = try #require(JSONDocument(parsing: chain("signedProofChain2")).root["proof"])
        var document = try chain("unsigned")
        for (index, proof) in expected.elements.enumerated() {
            let secret = try #require(pairs["keyPair\(index + 1)"]?["privateKeyMultibase"]?.string)
            let key = try SigningKey(seed: Array(#require(Multibase.decode(Array(secret.utf8))).dropFirst(2)))
            let created = try #require(proof["created"]?.string.flatMap(DateTime.parse)).date
            let previous = try DataIntegrityProof(proof).previousProofs
            let options = ProofOptions(created: created, id: proof["id"]?.string, previousProofs: previous)
            let signer = DocumentSigner(
                signer: KeySigner(key: key), suite: .eddsaRDFC2022, graphs: LinkedDataProcessor.knownWithExamples)
            document = try await signer.sign(document, options)
            let made = try #require(JSONDocument(parsing: document).root["proof"]?[index])
            #expect(made["proofValue"]?.string == proof["proofValue"]?.string)
            #expect(made["verificationMethod"]?.string == proof["verificationMethod"]?.string)
        }
        #expect(try outcomes(document) == Array(repeating: .passed, count: 4))
    }

    @Test(
        "1EdTech's badges verify with the key that they name",
        arguments: [
            "simple.json", "complete.json", "bit-string-list/credential-status-revoked.json",
            "bit-string-list/testlist", "simple-did-web-method.json", "endorsement-valid.json",
            "simple-context-version.json", "simple_v1.json", "simple-eddsa-2022.json",
        ])
    func samples(name: String) throws {
        let bytes = try #require(Self.samples.get()[name])
        #expect(try outcomes(bytes) == [.passed])
    }

    @Test("1EdTech's badge with another proof value is refused, that with an unknown proof beside its own is not")
    func otherSamples() throws {
        #expect(try outcomes(#require(Self.samples.get()["simple-err-proof-value.json"])).allSatisfy(\.isFailed))
        let several = try outcomes(#require(Self.samples.get()["simple-multiple-proofs.json"]))
        #expect(several.map(\.name) == ["couldNotCheck", "passed"])
    }
}
