import Foundation
import JSON
import Testing

@testable import Credentials

@Suite("Sets and chains of proofs")
struct ProofSetTests {
    let issuance: ProofIssuance
    let witness = SigningKey.ed25519()

    init() throws { issuance = try ProofIssuance() }

    /// The credential with the issuer's proof and then another's.
    func countersigned(_ options: ProofOptions? = nil) async throws -> String {
        var own = issuance.options
        own.id = "urn:uuid:1"
        let first = try await issuance.documents.sign(issuance.unsigned(), own)
        let second = try await DocumentSigner(signer: KeySigner(key: witness), suite: .eddsaJCS2022, graphs: nil)
            .sign(first, options ?? issuance.options)
        return String(decoding: second, as: UTF8.self)
    }

    @Test("A second proof takes nothing from the first")
    func set() async throws {
        let text = try await countersigned()
        #expect(try JSONDocument(parsing: Array(text.utf8)).root["proof"]?.count == 2)
        #expect(await issuance.report(text).verdict == .valid)
    }

    @Test("A proof of an unknown kind beside the issuer's takes nothing from it")
    func unknownKind() async throws {
        let text = String(decoding: try await issuance.issue(), as: UTF8.self)
        let other = text.replacingOccurrences(of: #""proof":["#, with: #""proof":[{"type":"SomeProofType"},"#)
        #expect(await issuance.report(other).verdict == .valid)
    }

    @Test("A second proof that doesn't fit spoils the whole")
    func spoilt() async throws {
        let text = try await countersigned()
        let root = try JSONDocument(parsing: Array(text.utf8)).root
        let value = try #require(root["proof"]?[1]?["proofValue"]?.string)
        let other = try #require(root["proof"]?[0]?["proofValue"]?.string)
        let report = await issuance.report(text.replacingOccurrences(of: value, with: other))
        #expect(report.verdict == .invalid && report[.signature]?.outcome.isFailed == true)
    }

    @Test("A proof that covers another holds only together with it")
    func chain() async throws {
        var options = issuance.options
        options.previousProofs = ["urn:uuid:1"]
        let text = try await countersigned(options)
        #expect(text.contains(#""previousProof":"urn:uuid:1""#))
        #expect(await issuance.report(text).verdict == .valid)
        let renamed = text.replacingOccurrences(of: #""id":"urn:uuid:1""#, with: #""id":"urn:uuid:2""#)
        #expect(await issuance.report(renamed)[.signature]?.outcome.isFailed == true)
        let root = try JSONDocument(parsing: Array(text.utf8)).root
        let alone = root.bytes(
            without: ["proof"], adding: [("proof", Array(try #require(root["proof"]?[1]).bytes))])
        let report = await issuance.report(alone)
        #expect(report[.signature]?.text.contains("urn:uuid:1") == true && report.verdict == .invalid)
    }

    @Test("A chain can't be made on a proof that isn't there")
    func missing() async throws {
        var options = issuance.options
        options.previousProofs = ["urn:uuid:3"]
        await #expect(throws: CredentialError.self) { try await countersigned(options) }
    }

    @Test("Only the witness is not the issuer")
    func witnessOnly() async throws {
        let text = try await countersigned()
        let root = try JSONDocument(parsing: Array(text.utf8)).root
        let witnessed = root.bytes(
            without: ["proof"], adding: [("proof", Array(try #require(root["proof"]?[1]).bytes))])
        let report = await issuance.report(witnessed)
        #expect(report.verdict == .invalid && report[.issuer]?.outcome.isFailed == true)
    }

    @Test("More than eight proofs aren't checked")
    func many() async throws {
        let text = String(decoding: try await issuance.issue(), as: UTF8.self)
        func with(_ count: Int) -> String {
            let others = String(repeating: #"{"type":"SomeProofType"},"#, count: count)
            return text.replacingOccurrences(of: #""proof":["#, with: #""proof":["# + others)
        }
        #expect(await issuance.report(with(7)).verdict == .valid)
        #expect(await issuance.report(with(8))[.signature]?.outcome.isFailed == true)
    }
}
