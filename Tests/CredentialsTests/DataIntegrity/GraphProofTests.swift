import Foundation
import JSON
import Testing

@testable import Credentials

@Suite("Proofs over the graph of a credential")
struct GraphProofTests {
    let issuance: ProofIssuance

    init() throws { issuance = try ProofIssuance() }

    func issue() async throws -> SecuredCredential {
        var award = try Example.award()
        award.status = StatusListEntry(list: "https://badges.example/credentials/status/1", index: 7)
        let securing = DataIntegritySecuring(signer: issuance.signer, clock: { Example.start })
        return try await securing.secure(OpenBadgeCredential(award))
    }

    @Test("A credential of ours is signed as a graph, and its signature and issuer are found good")
    func valid() async throws {
        let credential = try await issue()
        #expect(credential.mediaType == "application/vc")
        #expect(credential.text.contains(#""cryptosuite":"eddsa-rdfc-2022""#))
        let report = await issuance.report(credential.bytes)
        #expect(
            report.checks.map(\.outcome.name) == Array(repeating: "passed", count: 4) + ["couldNotCheck"] + [
                "passed", "passed",
            ])
        #expect(report.content?.recipientName == "Zoë Kowalczyk-Łuć")
    }

    @Test("Whichever text in the credential or its proof is changed, its signature isn't good any more")
    func everyText() async throws {
        let credential = try await issue().bytes
        let document = try JSONDocument(parsing: credential)
        var accepted: [String] = []
        var count = 0
        func visit(_ value: JSONValue) async {
            for element in value.elements { await visit(element) }
            for (key, member) in value.members {
                await change(key)
                await visit(member)
            }
            if value.kind == .string { await change(value) }
        }
        func change(_ value: JSONValue) async {
            var changed = credential
            let index = value.range.upperBound - 2
            changed[index] = changed[index] == UInt8(ascii: "x") ? UInt8(ascii: "y") : UInt8(ascii: "x")
            count += 1
            let report = await issuance.report(changed)
            if report[.signature]?.outcome == .passed || report.content != nil { accepted.append(value.pointer) }
        }
        await visit(document.root)
        #expect(accepted.isEmpty)
        #expect(count > 200)
    }

    @Test("White space and the order of members make no difference")
    func order() async throws {
        let root = try JSONDocument(parsing: try await issue().bytes).root
        let members = root.members.map { ($0.key.string ?? "", Array($0.value.bytes)) }.reversed()
        var writer = JSONWriter()
        writer.object { writer in
            for (name, json) in members {
                writer.key(name)
                writer.raw([0x20, 0x0A] + json)
            }
        }
        #expect(await issuance.report(writer.bytes)[.signature]?.outcome == .passed)
    }

    @Test("A context that isn't known leaves the signature unchecked, with the context's name")
    func unknownContext() async throws {
        let text = try await issue().text.replacingOccurrences(
            of: #"extensions.json"],"id""#, with: #"extensions.json","https://example.org/unknown"],"id""#)
        let outcome = await issuance.report(text)[.signature]
        #expect(outcome?.outcome.isUnknown == true && outcome?.text.contains("https://example.org/unknown") == true)
    }

    @Test("An end of validity that is told under its full IRI leaves the graph as it was, and is not overlooked")
    func hiddenEnd() async throws {
        let end = #""validUntil":"2029-11-02T09:00:00Z""#
        let hidden =
            #""https://www.w3.org/2018/credentials#validUntil":{"@value":"2029-11-02T09:00:00Z","#
            + #""@type":"http://www.w3.org/2001/XMLSchema#dateTime"}"#
        let credential = try await issue().text
        let changed = credential.replacingOccurrences(of: end, with: hidden)
        let graphs = try [credential, changed].map { text in
            let root = try JSONDocument(parsing: Array(text.utf8)).root
            let unsecured = try JSONDocument(parsing: root.bytes(without: ["proof"]))
            return try RDFCanonicalization().canonicalize(LinkedDataProcessor.known.graph(of: unsecured)).nQuads
        }
        #expect(changed != credential && graphs[0] == graphs[1])
        let report = await issuance.report(changed)
        #expect(report[.signature]?.outcome.isUnknown == true && report.content == nil)
    }

    @Test("A status list is signed as a graph as well")
    func statusList() async throws {
        let url = "https://badges.example/credentials/status/1"
        let list = StatusListCredential(
            id: url, issuer: issuance.issuer.did, bits: StatusBits(), validFrom: Example.start,
            validUntil: Example.end, timeToLive: .seconds(3600))
        let published = try await DocumentSigner(signer: issuance.signer)
            .sign(list.json(), ProofOptions(created: Example.start))
        let statuses = StatusLists(
            source: StatusListTests.Lists(lists: [url: published]), verifier: issuance.verifier,
            clock: { Example.during })
        let verifier = CredentialVerifier(issuers: KnownIssuers([issuance.document]), statuses: statuses)
        #expect(await verifier.verify(try await issue().bytes, at: Example.during).verdict == .valid)
    }
}
