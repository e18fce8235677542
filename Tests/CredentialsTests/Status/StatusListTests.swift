import Foundation
import JSON
import Testing

@testable import Credentials

@Suite("Status lists")
struct StatusListTests {
    /// Publishes lists by URL.
    struct Lists: StatusListSource {
        let lists: [String: [UInt8]]
        struct Missing: Error {}

        func statusList(at url: String) async throws -> [UInt8] {
            guard let list = lists[url] else { throw Missing() }
            return list
        }
    }

    static let url = "https://badges.example/credentials/status/1"
    let issuance: ProofIssuance

    init() throws { issuance = try ProofIssuance() }

    func list(_ change: (inout StatusListCredential) -> Void = { _ in }) -> StatusListCredential {
        var list = StatusListCredential(
            id: Self.url, issuer: issuance.issuer.did, bits: StatusBits(), validFrom: Example.start,
            validUntil: Example.end, timeToLive: .seconds(3600))
        change(&list)
        return list
    }

    func publish(_ list: StatusListCredential) async throws -> [UInt8] {
        try await issuance.documents.sign(list.json(), issuance.options)
    }

    func resolver(_ published: [UInt8]?) -> StatusLists {
        StatusLists(
            source: Lists(lists: published.map { [Self.url: $0] } ?? [:]), verifier: issuance.verifier,
            clock: { Example.during })
    }

    func reference(_ entry: StatusListEntry, replacing old: String = "", with new: String = "")
        -> CredentialStatusReference
    {
        let json = String(decoding: entry.tree.bytes, as: UTF8.self)
        return CredentialStatusReference(
            type: StatusListEntry.type, id: entry.id, issuer: issuance.issuer.did, credential: "urn:uuid:1",
            json: Array((old.isEmpty ? json : json.replacingOccurrences(of: old, with: new)).utf8))
    }

    func expect(
        _ name: StatusListError.Name, _ published: [UInt8]?, _ reference: CredentialStatusReference,
        _ location: SourceLocation = #_sourceLocation
    ) async {
        let error = await #expect(throws: StatusListError.self, sourceLocation: location) {
            try await resolver(published).standing(by: reference)
        }
        #expect(error?.name == name, sourceLocation: location)
    }

    @Test("The list is a credential with the members of the standard")
    func document() throws {
        let root = try JSONDocument(parsing: list().json()).root
        #expect(root["type"]?.elements.map(\.string) == ["VerifiableCredential", "BitstringStatusListCredential"])
        let subject = try #require(root["credentialSubject"])
        #expect(subject["id"]?.string == Self.url + "#list" && subject["type"]?.string == "BitstringStatusList")
        #expect(subject["statusPurpose"]?.string == "revocation" && subject["ttl"]?.integer == 3_600_000)
    }

    @Test("A credential names its place as Open Badges want it: one object, whose id isn't the list's")
    func entry() async throws {
        var award = try Example.award()
        award.status = StatusListEntry(list: Self.url, index: 94567)
        let status = try #require(JSONDocument(parsing: OpenBadgeCredential(award).json).root["credentialStatus"])
        #expect(status["id"]?.string == Self.url + "#94567" && status["type"]?.string == "BitstringStatusListEntry")
        #expect(status["statusListIndex"]?.string == "94567" && status["statusListCredential"]?.string == Self.url)
        #expect(status["statusPurpose"]?.string == "revocation")
        award.status = StatusListEntry(list: Self.url, index: -1)
        #expect(throws: CredentialError.self) { try OpenBadgeCredential(award) }
    }

    @Test("A credential is revoked when its bit is set, and only then")
    func verdicts() async throws {
        var award = try Example.award()
        award.status = StatusListEntry(list: Self.url, index: 94567)
        let securing = DataIntegritySecuring(signer: issuance.signer, suite: .eddsaJCS2022, graphs: nil)
        let credential = try await securing.secure(OpenBadgeCredential(award)).bytes
        func verdict(_ change: (inout StatusBits) -> Void) async throws -> VerificationVerdict {
            let published = try await publish(list { change(&$0.bits) })
            let verifier = CredentialVerifier(
                issuers: KnownIssuers([issuance.document]), statuses: resolver(published))
            return await verifier.verify(credential, at: Example.during).verdict
        }
        #expect(try await verdict { _ in } == .valid)
        #expect(try await verdict { $0[94567] = true } == .revoked)
        #expect(
            try await verdict {
                $0[94566] = true; $0[94568] = true
            } == .valid)
    }

    @Test("A list may be a token as well, and be for suspension")
    func token() async throws {
        let issuance = try Issuance()
        var list = list()
        list.purpose = .suspension
        list.bits[5] = true
        let token = try await JWTSecuring(signer: issuance.signer).secure(list).bytes
        let lists = StatusLists(
            source: Lists(lists: [Self.url: token]), verifier: issuance.verifier, clock: { Example.during })
        let entry = StatusListEntry(list: Self.url, index: 5, purpose: .suspension)
        #expect(try await lists.standing(by: reference(entry)) == .suspended)
        #expect(
            try await lists.standing(by: reference(StatusListEntry(list: Self.url, index: 6, purpose: .suspension)))
                == .good)
    }

    @Test("What keeps a status from being told has the standard's name")
    func errors() async throws {
        let good = try await publish(list())
        let entry = StatusListEntry(list: Self.url, index: 7)
        #expect(try await resolver(good).standing(by: reference(entry)) == .good)
        await expect(.retrieval, nil, reference(entry))
        await expect(.range, good, reference(StatusListEntry(list: Self.url, index: 131_072)))
        await expect(.malformedValue, good, reference(entry, replacing: #""7""#, with: #""-7""#))
        await expect(.malformedValue, good, reference(entry, replacing: "statusListCredential", with: "list"))
        await expect(.malformedValue, good, reference(entry, replacing: #""type""#, with: #""statusSize":9,"type""#))
        await expect(.listLength, good, reference(entry, replacing: #""type""#, with: #""statusSize":2,"type""#))
        await expect(.verification, good, reference(StatusListEntry(list: Self.url, index: 7, purpose: .suspension)))
        await expect(.verification, try await publish(list { $0.id = Self.url + "0" }), reference(entry))
        await expect(.verification, try await publish(list { $0.validUntil = Example.during }), reference(entry))
        await expect(.verification, try await issuance.issue(), reference(entry))
        await expect(.malformedValue, Array("<html>".utf8), reference(entry))
        let text = String(decoding: good, as: UTF8.self)
        let bits = try StatusBits().encoded()
        let changed = text.replacingOccurrences(of: bits, with: "uAAAA")
        await expect(.verification, Array(changed.utf8), reference(entry))
    }

    @Test("A list by somebody else's key is not taken")
    func forged() async throws {
        let attacker = KeySigner(key: .ed25519(), issuer: issuance.issuer)
        let forged = try await DocumentSigner(signer: attacker, suite: .eddsaJCS2022, graphs: nil)
            .sign(list().json(), issuance.options)
        await expect(.verification, forged, reference(StatusListEntry(list: Self.url, index: 7)))
    }

    @Test("Several statuses of one credential all count")
    func several() async throws {
        var list = list()
        list.bits[8] = true
        let published = try await publish(list)
        func verdict(_ indexes: [Int]) async throws -> VerificationVerdict {
            let entries = indexes.map { StatusListEntry(list: Self.url, index: $0).tree }
            let members =
                try OpenBadgeCredential(Example.award()).members + [.init("credentialStatus", .array(entries))]
            let credential = try await issuance.documents.sign(JSONTree.members(members).bytes, issuance.options)
            let verifier = CredentialVerifier(issuers: KnownIssuers([issuance.document]), statuses: resolver(published))
            let report = await verifier.verify(credential, at: Example.during)
            return report[.status]?.outcome == .passed
                ? .valid : report[.status]?.outcome.isFailed == true ? .revoked : .undetermined
        }
        #expect(try await verdict([7, 9]) == .valid)
        #expect(try await verdict([7, 8]) == .revoked)
        #expect(try await verdict([7, 131_072]) == .undetermined)
        #expect(try await verdict([1, 2, 3, 4, 5]) == .undetermined)
    }

    @Test("1EdTech's older revocation lists are understood")
    func revocationList() async throws {
        let json = #"{"revokedCredential":[{"id":"urn:uuid:1","revoked":true,"revocationReason":"Voided"}]}"#
        func standing(_ credential: String?, _ json: String) async throws -> CredentialStanding {
            let reference = CredentialStatusReference(
                type: "1EdTechRevocationList", id: Self.url, issuer: "x", credential: credential, json: Array("{}".utf8)
            )
            return try await resolver(Array(json.utf8)).standing(by: reference)
        }
        #expect(try await standing("urn:uuid:1", json) == .revoked(reason: "Voided"))
        #expect(try await standing("urn:uuid:2", json) == .good)
        #expect(try await standing("urn:uuid:1", json.replacingOccurrences(of: "true", with: "false")) == .good)
        for (credential, json) in [(nil, json), ("urn:uuid:1", "{}"), ("urn:uuid:1", "x")] {
            await #expect(throws: StatusListError.self) { try await standing(credential, json) }
        }
    }

    @Test(
        "1EdTech's published list says that its sample is revoked",
        .enabled(if: PublishedVectors.isPresent, "no \(PublishedSamples.archive): set TESSERA_VECTORS"))
    func published() async throws {
        let samples = try PublishedVectors.folder("ob3/validator-samples")
        let list = try JSONDocument(parsing: #require(samples["bit-string-list/testlist"]))
        let credential = try JSONDocument(parsing: #require(samples["bit-string-list/credential-status-revoked.json"]))
        let entry = try StatusEntryReading(#require(credential.root["credentialStatus"]))
        #expect(entry.index == 23)
        let reading = try await StatusListReading(list.root)
        #expect(try reading.value(of: entry) == 1)
    }
}
