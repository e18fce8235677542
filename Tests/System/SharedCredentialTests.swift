import Foundation
import Testing

extension SystemTests.PilotTests {
    /// What those see whom a holder shows a credential.
    struct SharedCredentialTests {
        private let installation: Installation
        private let client: Client

        init() async throws {
            installation = try .served
            client = Client(port: installation.port)
            _ = try await installation.demo()
        }

        private func look(_ path: String) async throws -> Answer { try await client.get(path, accept: "text/html") }

        @Test func `a link shows the credential, checked at the moment, and tells nobody who was there`() async throws {
            let visit = try await installation.visit()
            let credential = try #require(visit.credentials.first)
            let path = try await visit.share(credential, "label=City&days=30&evidence=yes")
            let page = try await look(path).expecting(200)
            for field in [
                ("Referrer-Policy", "no-referrer"), ("X-Robots-Tag", "noindex, nofollow"),
                ("Cache-Control", "no-store"),
            ] {
                #expect(page.header(field.0) == field.1)
            }
            #expect(page.header("Set-Cookie") == nil)
            #expect(page.text.contains(#"<p class="verdict good" role="status"><strong>Valid</strong>"#))
            let verdict = try #require(page.text.range(of: "class=\"verdict"))
            let content = try #require(page.text.range(of: "<h1"))
            #expect(verdict.lowerBound < content.lowerBound)
            for part in [
                "This link shows the credential until", "The credential is valid", "by the framework.",
                "The credential is not a qualification", "Digest (multihash",
                "<span class=\"state good\">reached</span>",
            ] { #expect(page.text.contains(part), "\(part)") }
            let person = try await installation.credentialHolder()
            #expect(!page.text.contains(person.name) && !page.text.contains("City"))
            let row = try await installation.administrator(
                "SELECT openings, last_opened_on = current_date FROM credential.share_link WHERE label = 'City'")
            #expect(row == "1|t")
            #expect(try await client.send("HEAD", path).status == 200)
            #expect(try await visit.page("/holder").text.contains("opened once"))
        }

        @Test func `the interface for employers takes the link itself`() async throws {
            let visit = try await installation.visit()
            let path = try await visit.share(try #require(visit.credentials.first))
            func verify(_ path: String) async throws -> Answer {
                let body = Data(#"{"url": "\#(installation.baseURL)\#(path)"}"#.utf8)
                return try await client.send(
                    "POST", "/api/verify", body: body, headers: ["Content-Type": "application/json"])
            }
            let report = try await verify(path).expecting(200).text
            #expect(report.contains(#""verdict":"valid""#))
            let unknown = "/v/" + String(repeating: "A", count: 43)
            #expect(try await verify(unknown).status == 422)
        }

        @Test func `without the holder's leave no single evidence is shown`() async throws {
            let visit = try await installation.visit()
            let path = try await visit.share(try #require(visit.credentials.first))
            let text = try await look(path).expecting(200).text
            #expect(!text.contains("Digest (multihash") && text.contains("It rests on"))
        }

        @Test func `whether it is about a person is compared, and kept nowhere`() async throws {
            let visit = try await installation.visit()
            let path = try await visit.share(try #require(visit.credentials.first))
            let person = try await installation.credentialHolder()
            func ask(_ recipient: String) async throws -> String {
                let form = "recipient=" + (recipient.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")
                return try await client.send(
                    "POST", path, body: Data(form.utf8),
                    headers: ["Content-Type": "application/x-www-form-urlencoded", "X-Experience-API-Version": nil]
                ).expecting(200).text
            }
            #expect(
                try await ask("\(person.homePage) \(person.name)").contains("It was issued to the person you named."))
            let other = try await ask("somebody@else.example")
            #expect(
                other.contains("<strong>Not valid</strong>") && other.contains("was not issued to the person you named")
            )
            #expect(try await ask("").contains("<strong>Valid</strong>"))
        }

        @Test func `a link that was taken back or expired says so, and nothing of the credential`() async throws {
            let visit = try await installation.visit()
            let credential = try #require(visit.credentials.first)
            let name = try await installation.administrator(
                "SELECT document ->> 'name' FROM credential.credential WHERE credential_id = '\(credential)'")
            let (one, other) = (
                try await visit.share(credential, "label=one"), try await visit.share(credential, "label=other")
            )
            #expect(try await look(one).expecting(200).text.contains(name))
            let id = try await installation.administrator(
                "SELECT share_link_id FROM credential.share_link WHERE label = 'one' ORDER BY share_link_key DESC LIMIT 1"
            )
            _ = try await visit.post("/holder/links/\(id)/revocation").expecting(303)
            try await installation.administrator(
                """
                UPDATE credential.share_link SET created_at = now() - interval '2 d', expires_at = now() - interval '1 d'
                WHERE label = 'other'
                """)
            for (path, reason) in [(one, "has taken it back"), (other, "is over")] {
                for end in ["", "/credential.json", "/credential.pdf"] {
                    let ended = try await look(path + end).expecting(410)
                    #expect(
                        ended.text.contains(reason) && !ended.text.contains(name) && !ended.text.contains(credential))
                }
            }
            #expect(try await look("/v/" + String(repeating: "A", count: 43)).status == 404)
            #expect(try await look("/v/\(credential)").status == 404)
        }

        @Test func `a revoked credential is shown as revoked, with the reason, and not printed`() async throws {
            let visit = try await installation.visit(2)
            let credential = try #require(visit.credentials.last)
            let path = try await visit.share(credential)
            _ = try await installation.tessera(
                "credentials", "revoke", credential, "--reason", "Assessed by mistake"
            ).succeeded()
            let page = try await look(path).expecting(200)
            #expect(page.text.contains(#"<p class="verdict revoked" role="status"><strong>Revoked</strong>"#))
            #expect(page.text.contains("Assessed by mistake"))
            #expect(try await look(path + "/credential.pdf").status == 410)
            let held = try await visit.page("/holder").expecting(200).text
            #expect(held.contains("Revoked on") && held.contains("Assessed by mistake"))
            try await installation.browse([path])
            try await installation.browse(["/holder"], cookie: visit.cookie)
        }

        @Test func `an expired credential is genuine, and shown as expired`() async throws {
            let visit = try await installation.expiredVisit()
            let path = try await visit.share(try #require(visit.credentials.first))
            let page = try await look(path).expecting(200)
            #expect(page.text.contains(#"<p class="verdict warn" role="status"><strong>Valid, but expired</strong>"#))
            #expect(try await visit.page("/holder").text.contains("Expired on"))
            try await installation.browse([path])
        }

        @Test func `the pages of holders and of links can be read by anybody whom they are for`() async throws {
            let visit = try await installation.visit()
            let credential = try #require(visit.credentials.first)
            let path = try await visit.share(credential, "label=Anybody&evidence=yes")
            let taken = try await visit.share(credential, "label=Taken")
            let id = try await installation.administrator(
                "SELECT share_link_id FROM credential.share_link WHERE label = 'Taken' ORDER BY share_link_key DESC LIMIT 1"
            )
            _ = try await visit.post("/holder/links/\(id)/revocation").expecting(303)
            let person = try await installation.credentialHolder()
            let made = try await installation.client.send(
                "POST", "/api/holders/claim-links",
                body: Data(#"{"account":{"homePage":"\#(person.homePage)","name":"\#(person.name)"}}"#.utf8)
            ).expecting(201)
            let claim = try made.decoded(as: Installation.ClaimLink.self).path
            try await installation.browse(["/holder", path], cookie: visit.cookie)
            try await installation.browse([claim, "/achievements/A1.2"])
            let walked = try await installation.walkAsHolder(claim)
            #expect(try await look(walked).expecting(410).text.contains("has taken it back"))
            try await installation.browse([taken], status: 410)
            try await installation.browse(["/holder"], status: 401)
        }
    }
}
