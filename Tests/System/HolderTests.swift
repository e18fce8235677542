import Foundation
import Testing

extension SystemTests.PilotTests {
    /// How people come to their credentials, and to nobody else's.
    struct HolderTests {
        private let installation: Installation
        private let pilot: String

        init() async throws {
            installation = try .served
            pilot = try await installation.demo().pilot
        }

        private func claim(_ body: String, _ options: String...) async throws -> Answer {
            let client = try await installation.client(named: "claims-\(UUID().text)", options)
            return try await client.send("POST", "/api/holders/claim-links", body: Data(body.utf8))
        }

        private func person(_ number: Int = 0) async throws -> String {
            let person = try await installation.credentialHolder(number)
            return #"{"account":{"homePage":"\#(person.homePage)","name":"\#(person.name)"}}"#
        }

        @Test func `a claim link is looked at without effect; its button lets in, by a cookie of this host alone`()
            async throws
        {
            let made = try await claim(try await person(), "--scope", "credentials/write").expecting(201)
            #expect(made.header("Cache-Control") == "no-store")
            let link: Installation.ClaimLink = try made.decoded()
            let client = Client(port: installation.port)
            let look = try await client.get(link.path, accept: "text/html").expecting(200)
            #expect(look.header("Set-Cookie") == nil)
            #expect(look.text.contains(#"<form method="post">"#))
            for (name, value) in [
                ("Referrer-Policy", "no-referrer"), ("Cache-Control", "no-store"),
                ("X-Robots-Tag", "noindex, nofollow"),
            ] { #expect(look.header(name) == value) }
            _ = try await client.send("HEAD", link.path).expecting(200)
            let used = try await installation.administrator(
                "SELECT count(last_used_at) FROM credential.claim_link WHERE claim_link_id = '\(link.id)'")
            #expect(used == "0")
            let entered = try await client.send("POST", link.path).expecting(303)
            #expect(entered.header("Location") == "/holder")
            let cookie = try #require(entered.header("Set-Cookie"))
            #expect(cookie.hasPrefix("tessera-holder=") && cookie.hasSuffix("; HttpOnly; SameSite=Lax"))
            #expect(cookie.contains("; Path=/; Max-Age=43") && !cookie.contains("Domain"))
            #expect(!cookie.contains(link.path.dropFirst("/claim/".count)))
        }

        @Test func `the page tells what is held, and after signing out nothing`() async throws {
            let visit = try await installation.visit()
            let page = try await visit.page("/holder").expecting(200)
            #expect(page.header("Cache-Control") == "no-store")
            #expect(page.header("Referrer-Policy") == "no-referrer")
            for id in visit.credentials { #expect(page.text.contains("/credentials/\(id).json")) }
            #expect(page.text.components(separatedBy: "<article").count == visit.credentials.count + 1)
            let out = try await visit.post("/holder/sign-out").expecting(200)
            #expect(out.header("Set-Cookie")?.contains("Max-Age=0") == true)
            let refused = try await visit.page("/holder").expecting(401)
            #expect(refused.text.contains("Open the link"))
            #expect(refused.header("Content-Type") == "text/html; charset=utf-8")
        }

        @Test(
            "without a session nobody is let in, whatever the cookie",
            arguments: [
                "", "tessera-holder=", "tessera-holder=abc", "tessera-holder=" + String(repeating: "A", count: 43),
            ])
        func strangers(cookie: String) async throws {
            let client = Client(port: installation.port)
            let answer = try await client.send("GET", "/holder", headers: ["Cookie": cookie])
            #expect(answer.status == 401)
            #expect(answer.header("Content-Type") == "application/problem+json")
            #expect(answer.header("Cache-Control") == "no-store")
        }

        @Test func `claim links that are guessed, revoked or expired let nobody in`() async throws {
            let client = Client(port: installation.port)
            for path in ["/claim/x", "/claim/" + String(repeating: "A", count: 43), "/claim/%00"] {
                for method in ["GET", "POST"] {
                    let status = try await client.send(method, path).status
                    #expect(status == 404, "\(method) \(path)")
                }
            }
            let outcome = try await installation.tessera(
                "credentials", "claim-link", "--account", installation.credentialHolder().name, "--pilot", pilot,
                "--days",
                "1", "--json"
            ).succeeded()
            let link = try JSONDecoder().decode(Installation.ClaimLink.self, from: Data(outcome.output.utf8))
            let entered = try await client.send("POST", link.path).expecting(303)
            let cookie = try #require(entered.header("Set-Cookie")?.split(separator: ";").first.map(String.init))
            _ = try await client.send("GET", "/holder", headers: ["Cookie": cookie]).expecting(200)
            _ = try await installation.tessera("credentials", "revoke-claim-link", link.id).succeeded()
            for method in ["GET", "POST"] { _ = try await client.send(method, link.path).expecting(410) }
            _ = try await client.send("GET", "/holder", headers: ["Cookie": cookie]).expecting(401)
        }

        @Test func `a key needs the scope, and a partner's key people of its own pilots`() async throws {
            let person = try await person()
            _ = try await claim(person, "--scope", "all/read").expecting(403)
            _ = try await claim(person, "--scope", "credentials/write", "--partner", "riga").expecting(201)
            let stranger = #"{"code":"stranger","name":"A partner without pilots"}"#
            _ = try await installation.client.send("PUT", "/api/partners/stranger", body: Data(stranger.utf8))
                .expecting(204)
            let foreign = try await claim(person, "--scope", "credentials/write", "--partner", "stranger").expecting(
                404)
            #expect(foreign.header("Content-Type") == "application/problem+json")
            let pilot = try await claim(
                #"{"pilot":"\#(pilot)","account":{"name":"x"}}"#, "--scope", "credentials/write", "--partner",
                "stranger")
            #expect(pilot.status == 404)
            let wrong = try await claim(#"{"account":{"name":"x"}}"#, "--scope", "credentials/write").expecting(400)
            #expect(wrong.text.contains(#""pointer":"/account/homePage""#))
            _ = try await Client(port: installation.port).send(
                "POST", "/api/holders/claim-links", body: Data(person.utf8)
            ).expecting(401)
        }

        @Test func `a partner's key revokes the links that it made, and no others`() async throws {
            let made = try await claim(try await person(), "--scope", "credentials/write", "--partner", "riga")
            let link: Installation.ClaimLink = try made.expecting(201).decoded()
            let path = "/api/holders/claim-links/\(link.id)"
            for (partner, status) in [("torun", 404), ("riga", 204), ("riga", 204)] {
                let client = try await installation.client(
                    "revoker-\(UUID().text)", "--scope", "credentials/write", "--partner", partner)
                #expect(try await client.send("DELETE", path).status == status)
            }
            _ = try await Client(port: installation.port).get(link.path).expecting(410)
            #expect(try await installation.client.send("DELETE", "/api/holders/claim-links/none").status == 404)
        }

        @Test func `links are listed with what became of them, a partner's for its keys alone`() async throws {
            struct Listed: Decodable {
                struct Link: Decodable {
                    struct Account: Decodable { let name: String }

                    let id: String
                    let state: String
                    let account: Account
                    let createdBy: String
                    let sessions: Int
                    let lastUsedAt: String?
                    let revokedAt: String?
                }

                let claimLinks: [Link]
                let next: String?
            }
            let keys = ["riga", "torun"].map { ($0, "lister-\(UUID().text)") }
            var clients: [String: Client] = [:]
            for (partner, name) in keys {
                clients[partner] = try await installation.client(
                    name, "--scope", "credentials/write", "--partner", partner)
            }
            let riga = try #require(clients["riga"])
            let torun = try #require(clients["torun"])
            let path = "/api/holders/claim-links"
            let person = try await person()
            var made: [Installation.ClaimLink] = []
            for _ in 0..<3 {
                made.append(try await riga.send("POST", path, body: Data(person.utf8)).expecting(201).decoded())
            }
            _ = try await riga.send("DELETE", "\(path)/\(made[1].id)").expecting(204)
            _ = try await Client(port: installation.port).send("POST", made[2].path).expecting(303)
            try await installation.administrator(
                """
                UPDATE credential.claim_link SET created_at = now() - interval '2 days',
                    expires_at = now() - interval '1 day'
                WHERE claim_link_id = '\(made[0].id)'
                """)
            func list(_ client: Client, _ query: String) async throws -> Listed {
                try await client.get("\(path)?\(query)").expecting(200).decoded()
            }
            let all = try await list(riga, "limit=1000").claimLinks.filter { link in made.contains { $0.id == link.id }
            }
            #expect(all.map(\.id) == made.map(\.id) && all.map(\.state) == ["expired", "revoked", "good"])
            #expect(all.map(\.sessions) == [0, 0, 1])
            #expect(all[2].lastUsedAt != nil && all[1].revokedAt != nil && all[0].lastUsedAt == nil)
            #expect(all.allSatisfy { $0.createdBy == keys[0].1 && person.contains($0.account.name) })
            for (state, id) in zip(["expired", "revoked", "good"], made.map(\.id)) {
                let listed = try await list(riga, "state=\(state)&limit=1000").claimLinks
                #expect(listed.contains { $0.id == id } && listed.allSatisfy { $0.state == state })
            }
            let page = try await list(riga, "after=\(made[0].id)&limit=1")
            #expect(page.claimLinks.map(\.id) == [made[1].id] && page.next == made[1].id)
            let foreign = try await list(torun, "limit=1000").claimLinks.map(\.id)
            #expect(Set(foreign).isDisjoint(with: made.map(\.id)))
            let everybody = try await list(installation.client, "after=\(made[0].id)").claimLinks.map(\.id)
            #expect(everybody.contains(made[1].id))
            for query in ["state=open", "limit=0", "after=1", "pilot=x"] {
                _ = try await riga.get("\(path)?\(query)").expecting(400)
            }
            let listed = try await installation.tessera("credentials", "claim-links", "--state", "good").succeeded()
            #expect(listed.output.contains(made[2].id) && !listed.output.contains(made[1].id))
        }

        @Test(
            "pages of other sites change nothing",
            arguments: [
                ["Sec-Fetch-Site": "cross-site"], ["Sec-Fetch-Site": "same-site"], ["Origin": "https://evil.example"],
            ])
        func foreignForms(origin: [String: String]) async throws {
            let visit = try await installation.visit()
            let credential = try #require(visit.credentials.first)
            var headers: [String: String?] = ["Sec-Fetch-Site": nil]
            for (name, value) in origin { headers[name] = value }
            for path in [
                "/holder/sign-out", "/holder/credentials/\(credential)/links",
                "/holder/credentials/\(credential)/certificate", "/holder/links/\(UUID().text)/revocation",
                "/holder/credentials/\(credential)/named", "/holder/links/\(UUID().text)/name-removal",
                "/holder/credentials/\(credential)/wallet", "/holder/passport",
            ] { #expect(try await visit.post(path, headers: headers).status == 403, "\(path)") }
            let made = try await claim(try await person(), "--scope", "credentials/write").expecting(201)
            let link: Installation.ClaimLink = try made.decoded()
            #expect(try await visit.post(link.path, headers: headers).status == 403)
            _ = try await visit.page("/holder").expecting(200)
        }

        @Test func `another's credentials are none of a holder's`() async throws {
            let (visit, other) = (try await installation.visit(), try await installation.visit(1))
            let credential = try #require(other.credentials.first)
            #expect(try await !visit.page("/holder").text.contains(credential))
            for path in ["links", "certificate", "named"] {
                #expect(try await visit.post("/holder/credentials/\(credential)/\(path)", "name=Eve").status == 404)
            }
            _ = try await other.share(credential)
            let link = try await installation.administrator(
                "SELECT share_link_id FROM credential.share_link WHERE credential_id = '\(credential)' LIMIT 1")
            for path in ["revocation", "name-removal"] {
                #expect(try await visit.post("/holder/links/\(link)/\(path)").status == 404)
            }
            #expect(try await other.post("/holder/links/\(link)/revocation").status == 303)
        }

        @Test("a name that the holder gives is signed, shown by the link alone, and gone once it is taken out")
        func named() async throws {
            let visit = try await installation.visit()
            let credential = try #require(visit.credentials.first)
            let (encoded, name) = ("%C5%BDaneta+Kova%C4%8D", "Žaneta Kovač")
            let path = "/holder/credentials/\(credential)/named"
            for form in ["json", "jwt", "png", "svg", "pdf"] {
                let file = try await visit.post(path, "name=\(encoded)&form=\(form)").expecting(200)
                #expect(file.header("Cache-Control") == "no-store" && !file.body.isEmpty)
                let answer = try await Client(port: installation.port).send(
                    "POST", "/api/verify", body: file.body, headers: ["Content-Type": "application/octet-stream"])
                let report = try answer.expecting(200).text
                #expect(report.contains(#""verdict":"valid""#) && report.contains(name), "\(form): \(report)")
            }
            for wrong in ["", "name=+", "name=\(encoded)&form=doc", "name=a%0Ab", "name=a%E2%80%AEb"] {
                #expect(try await visit.post(path, wrong).status == 400, "\(wrong)")
            }
            let passport = try await visit.post("/holder/passport", "name=\(encoded)").expecting(200)
            #expect(
                passport.text.contains(name) && passport.header("Content-Disposition")?.contains("passport") == true)
            #expect(try await !visit.page("/holder/passport").expecting(200).text.contains(name))

            let link = try await visit.share(credential, "days=30&label=Named&name=\(encoded)")
            let other = try await visit.share(credential)
            let anybody = Client(port: installation.port)
            let shown = try await anybody.get(link, accept: "text/html").expecting(200).text
            #expect(shown.contains(name) && shown.contains("which the issuer has not checked"))
            for form in ["json", "svg"] {
                let file = try await anybody.get("\(link)/credential.\(form)").expecting(200)
                #expect(String(decoding: file.body, as: UTF8.self).contains(name), "\(form)")
            }
            #expect(try await !anybody.get(other, accept: "text/html").expecting(200).text.contains(name))
            #expect(try await !anybody.get("/credentials/\(credential)", accept: "text/html").text.contains(name))
            let byURL = try await anybody.send(
                "POST", "/api/verify",
                body: Data(#"{"url":"\#(installation.baseURL + link)","recipient":"\#(name)"}"#.utf8))
            #expect(try byURL.expecting(200).text.contains(#""verdict":"valid""#))
            let kept = try await installation.administrator(
                """
                SELECT (SELECT count(*) FROM credential.share_link AS t WHERE t::text LIKE '%Kova%')
                    + (SELECT count(*) FROM credential.credential AS t WHERE t.document::text LIKE '%Kova%')
                    + (SELECT count(*) FROM ops.audit_event AS t WHERE t::text LIKE '%Kova%')
                """)
            #expect(kept == "0")

            let id = try await installation.administrator(
                "SELECT share_link_id FROM credential.share_link WHERE sealed_name IS NOT NULL AND label = 'Named'")
            let page = try await visit.page("/holder").expecting(200).text
            #expect(page.contains("/holder/links/\(id)/name-removal") && !page.contains("Kova"))
            #expect(try await visit.post("/holder/links/\(id)/name-removal").status == 303)
            let after = try await anybody.get(link, accept: "text/html").expecting(200).text
            #expect(after.contains("<strong>Valid</strong>") && !after.contains("Kova"))
            #expect(try await !visit.page("/holder").text.contains("/holder/links/\(id)/name-removal"))
        }

        @Test(
            "who is forgotten leaves no link behind; a partner's key forgets nobody, and the command tells what it did")
        func forgotten() async throws {
            let visit = try await installation.visit(2)
            let person = try await installation.credentialHolder(2)
            let link = try await visit.share(try #require(visit.credentials.first), "name=Ana")
            let body = #"{"account":{"homePage":"\#(person.homePage)","name":"\#(person.name)"}}"#
            let path = "/api/holders/erasure"
            for (options, status) in [
                (["--scope", "credentials/write", "--partner", "riga"], 403), (["--scope", "all/read"], 403),
            ] {
                let client = try await installation.client(named: "forget-\(UUID().text)", options)
                #expect(try await client.send("POST", path, body: Data(body.utf8)).status == status)
            }
            let operators = try await installation.client("forget-\(UUID().text)", "--scope", "credentials/write")
            #expect(try await operators.send("POST", path, body: Data("{}".utf8)).status == 400)
            let receipt = try await operators.send("POST", path, body: Data(body.utf8)).expecting(200)
            #expect(receipt.text.contains(#""receipt""#) && receipt.header("Cache-Control") == "no-store")
            #expect(try await Client(port: installation.port).get(link, accept: "text/html").status == 404)
            _ = try await visit.page("/holder").expecting(401)
            for credential in visit.credentials {
                #expect(try await Client(port: installation.port).get("/credentials/\(credential)").status == 200)
            }
            let told = try await installation.tessera(
                "holders", "forget", "--account", person.name, "--home-page", person.homePage
            ).succeeded()
            #expect(told.output.contains("Forgotten; the receipt is ") && told.output.contains("  0 sessions"))
            #expect(told.error.contains("\(visit.credentials.count) credentials stay"))
            let nobody = try await installation.tessera("holders", "forget", "--mbox", "nobody@example.org")
            #expect(nobody.status == 1 && nobody.error.contains("nobody of this account"))
            #expect(try await installation.tessera("holders", "forget", "--account", "x").status == 64)
        }

        @Test(
            "what a form may not say is refused",
            arguments: [
                "days=0", "days=x", "days=4000", "label=" + String(repeating: "x", count: 101), "days=1&days=2",
                "other=1", "name=" + String(repeating: "x", count: 101),
            ])
        func forms(form: String) async throws {
            let visit = try await installation.visit()
            let credential = try #require(visit.credentials.first)
            let refused = try await visit.post("/holder/credentials/\(credential)/links", form)
            #expect(refused.status == 400)
        }
    }
}
