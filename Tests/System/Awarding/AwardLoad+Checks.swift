import Foundation
import Gzip
import Testing

extension AwardLoad {
    private var administrator: Psql { nodes[0].administrator }

    /// No award is missing or there twice, each has one credential with a place of its own; voided ones are revoked.
    func checkAwards(voided: [Test]) async throws {
        let held = try await names("a.withdrawn_at IS NULL")
        let lost = try await names("a.withdrawn_at IS NOT NULL AND r.credential_id IS NOT NULL")
        #expect(Set(held).count == held.count && Set(lost).count == lost.count, "there twice")
        #expect(Set(lost) == Set(voided.map(\.name)))
        #expect(Set(held) == Set(tests.map(\.name)).subtracting(lost))
        let counts = try await administrator(
            """
            SELECT (SELECT count(*) FROM credential.award), (SELECT count(DISTINCT award_key) FROM credential.credential),
                (SELECT count(*) FROM credential.credential), (SELECT count(*) FROM credential.award_evidence),
                (SELECT count(*) FROM credential.status_entry),
                (SELECT count(DISTINCT (list_key, place)) FROM credential.status_entry)
            """)
        #expect(Set(counts.split(separator: "|")) == ["\(tests.count)"], "\(counts)")
        let revocations = try await administrator("SELECT count(*) FROM credential.revocation")
        #expect(revocations == "\(voided.count)")
    }

    /// The published lists have the bits of those whose evidence was voided, and no other.
    func checkStatusLists(voided: [Test]) async throws {
        let rows = try await administrator(
            """
            SELECT entry.list_key, entry.place, array_agg(proof.statement_id)
            FROM credential.status_entry AS entry
            JOIN credential.credential AS c ON c.credential_id = entry.credential_id
            JOIN credential.award_evidence AS proof ON proof.award_key = c.award_key
            GROUP BY 1, 2
            """)
        let ids = Set(voided.map { "{\($0.id.text)}" })
        var wanted: [Int: Set<Int>] = [:]
        for row in rows.split(separator: "\n").map({ $0.split(separator: "|") }) {
            guard let list = Int(row[0]), let place = Int(row[1]) else { continue }
            wanted[list, default: []].formUnion(ids.contains(String(row[2])) ? [place] : [])
        }
        #expect(wanted.values.reduce(0) { $0 + $1.count } == voided.count)
        for (list, places) in wanted {
            // A worker signs the list a moment after the revocations.
            var bits: Set<Int> = []
            for attempt in 0..<150 where attempt == 0 || bits != places {
                if attempt > 0 { try await Task.sleep(for: .milliseconds(200)) }
                bits = try await publishedBits(list)
            }
            #expect(bits == places, "list \(list)")
        }
    }

    /// Each credential is found valid, or revoked, by the server; and some by a verifier that nobody here wrote.
    func checkVerification(voided: [Test]) async throws {
        let rows = try await administrator("SELECT credential_id FROM credential.revocation").split(separator: "\n")
        let revoked = Set(rows.map(String.init))
        var verdicts: [String: Int] = [:]
        var last = "00000000-0000-0000-0000-000000000000"
        while true {
            let page = try await administrator(
                """
                SELECT credential_id, secured FROM credential.credential
                WHERE credential_id > '\(last)' ORDER BY credential_id LIMIT 1000
                """
            ).split(separator: "\n").map { $0.split(separator: "|", maxSplits: 1).map(String.init) }
            guard let end = page.last else { break }
            last = end[0]
            for (id, verdict) in try await self.verdicts(page) {
                verdicts[verdict + (revoked.contains(id) ? " where revoked" : ""), default: 0] += 1
            }
        }
        #expect(verdicts == ["valid": tests.count - voided.count, "revoked where revoked": voided.count])
        let sample = try await administrator(
            """
            SELECT c.credential_id FROM credential.credential AS c
            WHERE c.credential_id NOT IN (SELECT credential_id FROM credential.revocation) ORDER BY random() LIMIT 20
            """
        ).split(separator: "\n").map(String.init)
        let outcome = try await Program.run(
            TestEnvironment.python, [TestEnvironment.script("verify_credentials.py"), nodes[0].baseURL] + sample)
        #expect(outcome.status == 0, "\(outcome)")
    }

    /// What the nodes say of credentials, eight at a time.
    private func verdicts(_ credentials: [[String]]) async throws -> [(String, String)] {
        struct Report: Decodable {
            let verdict: String
        }
        return try await withThrowingTaskGroup(of: [(String, String)].self) { group in
            for lane in 0..<8 {
                group.addTask {
                    var found: [(String, String)] = []
                    for place in stride(from: lane, to: credentials.count, by: 8) {
                        let client = Client(port: nodes[place % nodes.count].port)
                        let answer = try await client.send(
                            "POST", "/api/verify", body: Data(credentials[place][1].utf8))
                        found.append(
                            (credentials[place][0], try answer.expecting(200).decoded(as: Report.self).verdict))
                    }
                    return found
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
    }

    /// Whose awards of which competence are as asked, one entry for each award with a credential.
    private func names(_ condition: String) async throws -> [String] {
        try await administrator(
            """
            SELECT person.identifier || ' ' || item.code
            FROM credential.award AS a
            JOIN credential.credential AS c USING (award_key)
            JOIN lrs.agent AS person ON person.agent_key = a.agent_key
            JOIN framework.item AS item ON item.item_key = a.competence_item_key
            LEFT JOIN credential.revocation AS r ON r.credential_id = c.credential_id
            WHERE \(condition)
            """
        ).split(separator: "\n").map(String.init)
    }

    /// The places of a published list whose bits are set.
    private func publishedBits(_ list: Int) async throws -> Set<Int> {
        struct List: Decodable {
            struct Subject: Decodable {
                let encodedList: String
            }

            let credentialSubject: Subject
        }
        let answer = try await nodes[1].client.get("/credentials/status/\(list)", accept: "application/json")
        let encoded = try answer.expecting(200).decoded(as: List.self).credentialSubject.encodedList
        try #require(encoded.hasPrefix("u"), "multibase, base64url")
        let base64 = String(encoded.dropFirst()).replacing("-", with: "+").replacing("_", with: "/")
        let padded = base64 + String(repeating: "=", count: (4 - base64.count % 4) % 4)
        let compressed = try #require(Data(base64Encoded: padded))
        var bits: Set<Int> = []
        var offset = 0
        try await GzipExpander().expand(Array(compressed)) { piece in
            for (index, byte) in piece.enumerated() where byte != 0 {
                // The first bit of a byte is the highest one.
                for bit in 0..<8 where byte & (0x80 >> UInt8(bit)) != 0 { bits.insert((offset + index) * 8 + bit) }
            }
            offset += piece.count
        }
        #expect(offset * 8 >= 131_072)
        return bits
    }
}
