import Foundation
import Testing

extension SystemTests {
    /// The issuer's keys over their life, by the commands of the runbook.
    struct IssuerKeyTests {
        private func document(_ url: String, in installation: Installation) async throws -> String {
            try await installation.client.get(
                String(url.dropFirst(installation.baseURL.count)), accept: "application/vc"
            ).expecting(200).text
        }

        @Test(
            "rotation and compromise as the runbook has them: nobody notices the one, the other leaves no old copy valid",
            .enabled(if: TestEnvironment.hasVectors))
        func runbook() async throws {
            try await Installation.with { installation in
                try await installation.serving { _ in
                    let first = try await installation.demo(learners: 2).credentials
                    let old = try await installation.issuerKey("EdDSA", "current")
                    try await rotate(installation)
                    // Other learners' credentials are signed by the new keys, and all verify.
                    let all = Set(try await installation.demo(seed: 7, learners: 2).credentials).union(first)
                    let summary = try await installation.independentlyVerified(all.sorted())
                    #expect(summary["documents"] == Double(all.count) && summary["tokens"] == Double(all.count))
                    try await compromise(old, first, all.sorted(), installation)
                }
            }
        }

        /// The section “Rotate”, with the wait left out.
        private func rotate(_ installation: Installation) async throws {
            let commands = try Runbook.commands("Rotate")
            #expect(commands.count == 4)
            let add = try #require(commands.first)
            _ = try await installation.tessera(add).succeeded("issuer keys add")
            let words = [
                "NEW_ES256": try await installation.issuerKey("ES256", "listed").id,
                "NEW_ED25519": try await installation.issuerKey("EdDSA", "listed").multibase,
            ]
            let document = try await installation.client.get("/.well-known/did.json").expecting(200).text
            for word in words.values { #expect(document.contains(word), "listed before it signs") }
            let early = try await installation.tessera("issuer", "keys", "use", words["NEW_ES256"] ?? "")
            #expect(early.status == 1 && early.error.contains("verifiers may hold a copy"))
            try await installation.settleKeys()
            for command in try Runbook.commands("Rotate", words).dropFirst() {
                _ = try await installation.tessera(command).succeeded(command.joined(separator: " "))
            }
            let states = try await installation.issuerKeys().map(\.state)
            #expect(states == ["retired", "retired", "current", "current"])
        }

        /// The section about keys in wrong hands, for a key that had been retired, and then for one that signs.
        private func compromise(
            _ old: ListedKey, _ first: [String], _ all: [String], _ installation: Installation
        ) async throws {
            let copy = try await document(first[0], in: installation)
            #expect(try await installation.verdict(copy) == "valid")
            let name = old.multibase
            #expect(try await installation.client.get("/issuer/keys/\(name)").expecting(200).text.contains("OKP"))
            let section = "When a key has fallen into wrong hands"
            let commands = try Runbook.commands(section, ["OLD": old.id])
            #expect(commands.map(\.[1]) == ["keys", "keys", "keys", "resign", "keys"])
            _ = try await installation.tessera(commands[0]).succeeded("compromise")
            #expect(try await installation.verdict(copy) == "invalid")
            #expect(try await installation.client.get("/issuer/keys/\(name)").status == 404)
            let resigned = try await installation.tessera(commands[3]).succeeded("resign")
            #expect(resigned.output.hasSuffix(" credentials are signed anew.\n"))

            let new = try await document(first[0], in: installation)
            #expect(try await installation.verdict(copy) == "invalid")
            #expect(try await installation.verdict(new) == "valid")
            #expect(try id(new) == id(copy))
            let summary = try await installation.independentlyVerified(all)
            #expect(summary["documents"] == Double(all.count))

            // One that signs, without a spare: the steps in between are needed.
            let current = try await installation.issuerKey("ES256", "current")
            let steps = try Runbook.commands(section, ["OLD": current.id])
            for step in steps[0...1] { _ = try await installation.tessera(step).succeeded(step.joined(separator: " ")) }
            let stuck = try await installation.tessera("credentials", "resign")
            #expect(stuck.status == 1 && stuck.error.contains("signs with ES256"))
            let word = try await installation.issuerKey("ES256", "listed").id
            for step in try Runbook.commands(section, ["NEW_ES256": word])[2...] {
                _ = try await installation.tessera(step).succeeded(step.joined(separator: " "))
            }
            let summaryAfter = try await installation.independentlyVerified(all)
            #expect(summaryAfter["tokens"] == Double(all.count))
        }

        private func id(_ credential: String) throws -> String {
            struct Named: Decodable { let id: String }
            return try JSONDecoder().decode(Named.self, from: Data(credential.utf8)).id
        }

        @Test("what was signed anew reaches links and passports; of what wallets and files hold the holder is told")
        func handedOn() async throws {
            try await Installation.with { installation in
                try await installation.serving { server in
                    _ = try await installation.demo(learners: 2)
                    let visit = try await installation.visit()
                    let credential = try #require(visit.credentials.first)
                    let links = [
                        try await visit.share(credential), try await visit.share(credential, "name=Ana+Kova%C4%8D"),
                    ]
                    let oldFiles = [
                        try await server.client.get(links[0] + "/credential.json").expecting(200).text,
                        try await server.client.get(links[1] + "/credential.jwt").expecting(200).text,
                        try await visit.page("/holder/passport").expecting(200).text,
                        try await installation.walletCopy(of: credential),
                    ]
                    for file in oldFiles { #expect(try await installation.verdict(file) == "valid") }
                    #expect(try await !visit.page("/holder").text.contains("Signed anew"))

                    for algorithm in ["ES256", "EdDSA"] {
                        let key = try await installation.issuerKey(algorithm, "current").id
                        _ = try await installation.tessera("issuer", "keys", "compromise", key).succeeded()
                    }
                    for link in links {
                        let page = try await server.client.get(link, accept: "text/html")
                        #expect(page.status == 503 || !page.text.contains("<strong>Valid"), "\(page)")
                    }
                    _ = try await installation.tessera("issuer", "keys", "add").succeeded()
                    for algorithm in ["ES256", "EdDSA"] {
                        let key = try await installation.issuerKey(algorithm, "listed").id
                        _ = try await installation.tessera("issuer", "keys", "use", key, "--at-once").succeeded()
                    }
                    let resigned = try await installation.tessera("credentials", "resign").succeeded()
                    #expect(resigned.error.contains("Copies in wallets, passports and files from before stay"))

                    // What we show is signed by the new keys, with the name and without, under the same address.
                    for link in links {
                        let page = try await server.client.get(link, accept: "text/html").expecting(200)
                        #expect(page.text.contains("<strong>Valid</strong>"), "\(page)")
                        for form in ["json", "jwt"] {
                            let file = try await server.client.get("\(link)/credential.\(form)").expecting(200).text
                            #expect(try await installation.verdict(file) == "valid", "\(form)")
                        }
                    }
                    let passport = try await visit.page("/holder/passport").expecting(200).text
                    #expect(try await installation.verdict(passport) == "valid")
                    let copy = try await installation.walletCopy(of: credential)
                    #expect(try await installation.verdict(copy) == "valid")
                    // What was handed on before is good for nothing, and the holder reads so.
                    for file in oldFiles { #expect(try await installation.verdict(file) == "invalid") }
                    let told = try await visit.page("/holder").expecting(200).text
                    #expect(told.contains("Signed anew on") && told.contains("put it into your wallet again"))
                }
            }
        }

        @Test("signing anew is killed in the middle, twice, and goes on where it was: nothing is lost or doubled")
        func killed() async throws {
            try await Installation.with { installation in
                try await installation.serving { _ in
                    _ = try await installation.demo(learners: 8)
                    for algorithm in ["ES256", "EdDSA"] {
                        let key = try await installation.issuerKey(algorithm, "current").id
                        _ = try await installation.tessera("issuer", "keys", "compromise", key).succeeded()
                    }
                    // Nothing signs now, so that there are as many as there will be of those keys.
                    let text = try await installation.administrator("SELECT count(*) FROM credential.credential")
                    let count = try #require(Int(text))
                    try #require(count > 20)
                    _ = try await installation.tessera("issuer", "keys", "add").succeeded()
                    for algorithm in ["ES256", "EdDSA"] {
                        let key = try await installation.issuerKey(algorithm, "listed").id
                        _ = try await installation.tessera("issuer", "keys", "use", key, "--at-once").succeeded()
                    }
                    // So slow that it can be met in the middle.
                    try await installation.administrator(
                        """
                        CREATE FUNCTION credential.slow() RETURNS trigger LANGUAGE plpgsql AS
                            'BEGIN PERFORM pg_sleep(0.1); RETURN NEW; END';
                        CREATE TRIGGER slow BEFORE INSERT ON credential.superseded
                            FOR EACH ROW EXECUTE FUNCTION credential.slow()
                        """)
                    for round in 1...2 {
                        let resigning = try installation.start("credentials", "resign", "--batch", "1")
                        while try await superseded(installation) < round * 5, resigning.isRunning {}
                        resigning.signal(SIGKILL)
                        _ = try await resigning.end(within: .seconds(10))
                        #expect(
                            try await (round * 5..<count).contains(superseded(installation)), "killed in the middle")
                    }
                    try await installation.administrator("DROP TRIGGER slow ON credential.superseded")
                    // Two at once do the rest.
                    let both = try ["3", "7"].map {
                        try installation.start("credentials", "resign", "--json", "--batch", $0)
                    }
                    for program in both { _ = try await program.end(within: .seconds(60)).succeeded("resign") }
                    #expect(try await superseded(installation) == count)
                    let distinct = try await installation.administrator(
                        "SELECT count(DISTINCT credential_id) FROM credential.superseded")
                    #expect(Int(distinct) == count)
                    let current = try await installation.issuerKeys().filter { $0.state == "current" }
                    #expect(current.count == 2 && current.allSatisfy { $0.credentials >= count })
                }
            }
        }

        private func superseded(_ installation: Installation) async throws -> Int {
            let count = try await installation.administrator("SELECT count(*) FROM credential.superseded")
            return try #require(Int(count))
        }

        @Test("a key's file that others may read is refused with its name and mode; the server that runs goes on")
        func exposed() async throws {
            try await Installation.with { installation in
                try await installation.serving { _ in
                    _ = try await installation.tessera("issuer", "keys", "add", "--algorithm", "es256").succeeded()
                    let folder = installation.dataFolder + "/keys"
                    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
                    let file = try #require(names.first { $0.hasPrefix("signing-es256-") }.map { "\(folder)/\($0)" })
                    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file)
                    let refused = try await installation.tessera("issuer", "keys", "add", "--held")
                    #expect(refused.status == 1)
                    #expect(refused.error.contains(file) && refused.error.contains("640"))
                    #expect(try await installation.client.get("/.well-known/did.json").status == 200)
                    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
                    let nothing = try await installation.tessera("issuer", "keys", "add", "--held").succeeded()
                    #expect(nothing.output.isEmpty)
                    let unknown = try await installation.tessera("issuer", "keys", "use", "nobodys")
                    #expect(unknown.status == 1 && unknown.error.contains("nobodys"))
                }
            }
        }
    }
}
