import Foundation
import TestSupport
import Testing

extension SystemTests.PilotTests {
    /// Credentials as files: certificates for print, badges, signed data.
    struct CertificateTests {
        private struct Read: Decodable {
            let title: String
            let tagged: String
            let pageSize: String
            let text: String
            let structure: String
            let fonts: String
            let codes: [String]
            let attached: [String: String]
        }

        private let installation: Installation
        private let visit: HolderVisit
        private let credential: String

        init() async throws {
            installation = try .served
            _ = try await installation.demo()
            visit = try await installation.visit()
            credential = try #require(visit.credentials.first)
        }

        private func read(_ certificate: Answer, _ name: String) async throws -> Read {
            #expect(certificate.header("Content-Type") == "application/pdf")
            return try await TemporaryFolder.with { folder in
                let path = "\(folder)/\(name).pdf"
                try certificate.body.write(to: URL(filePath: path))
                let options = TestEnvironment.screenshots.map { ["--screenshots", $0] } ?? []
                let outcome = try await Program.run(
                    TestEnvironment.python, [TestEnvironment.script("read_certificate.py")] + options + [path]
                ).succeeded("read_certificate.py")
                return try JSONDecoder().decode(Read.self, from: Data(outcome.output.utf8))
            }
        }

        @Test func `a certificate can be read by others: its text, its code and the credential within it`() async throws
        {
            let name = "Zoë Kowalczyk-Łuć Παπά Чолић"
            let form = "name=" + (name.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")
            let path = "/holder/credentials/\(credential)/certificate"
            let certificate = try await visit.post(path, form).expecting(200)
            #expect(try await visit.post(path, form).body == certificate.body, "the same wish gives other bytes")
            let signed = try await installation.client.get("/credentials/\(credential)", accept: "application/vc")
            let read = try await read(certificate, "certificate")
            #expect(read.attached == ["credential.json": signed.text])
            #expect(read.codes == ["\(installation.baseURL)/credentials/\(credential)"])
            #expect(read.tagged == "yes" && read.pageSize.contains("A4"))
            for text in [name, "The paper is not the proof", "This is not a qualification", "(reached)"] {
                #expect(read.text.replacing("\n", with: " ").contains(text), "\(text)")
            }
            for kind in ["Document", "H1", "H2", "P", "Figure", "Link"] {
                #expect(read.structure.contains(kind), "\(kind)")
            }
            #expect(read.fonts.components(separatedBy: "CID TrueType").count == 3)
            #expect(!read.title.contains("Zoë"))
        }

        @Test func `from a link, the code leads to the link`() async throws {
            let path = try await visit.share(credential, "evidence=yes")
            let certificate = try await visit.client.get(path + "/credential.pdf").expecting(200)
            let read = try await read(certificate, "shared-certificate")
            #expect(read.codes == [installation.baseURL + path])
            #expect(read.text.contains("Evidence"))
        }

        @Test func `badges have the credential baked in, by the end of the address and by media type`() async throws {
            let client = Client(port: installation.port)
            let signed = try await client.get("/credentials/\(credential)", accept: "application/vc").text
            for (end, type) in [("png", "image/png"), ("svg", "image/svg+xml")] {
                let file = try await client.get("/credentials/\(credential).\(end)").expecting(200)
                #expect(file.header("Content-Type") == type && file.header("Access-Control-Allow-Origin") == "*")
                let asked = try await client.get("/credentials/\(credential)", accept: type).expecting(200)
                #expect(asked.body == file.body && asked.header("Vary")?.contains("Accept") == true)
                #expect(file.text.contains(signed))
            }
            #expect(try await client.get("/credentials/\(credential).json").text == signed)
            let token = try await client.get("/credentials/\(credential).jwt").expecting(200)
            #expect(token.text.split(separator: ".").count == 3)
            for path in ["\(credential).exe", "\(credential).", "\(UUID().text).png", "\(credential).png.png"] {
                #expect(try await client.get("/credentials/\(path)").status == 404, "\(path)")
            }
        }

        @Test func `achievements that credentials name can be had, whatever others call theirs`() async throws {
            try await installation.addSampleFramework()
            let client = Client(port: installation.port)
            let signed = try await client.get("/credentials/\(credential)", accept: "application/vc").expecting(200)
            struct Credential: Decodable {
                struct Subject: Decodable { let achievement: Achievement }

                let credentialSubject: Subject
            }
            struct Image: Decodable { let id: String }
            struct Achievement: Decodable {
                let image: Image
                let id: String
                let name: String
                let humanCode: String
            }
            let named = try signed.decoded(as: Credential.self).credentialSubject.achievement
            let path = try #require(URL(string: named.id)?.path)
            let served: Achievement = try await client.get(path, accept: "application/ld+json").expecting(200).decoded()
            #expect(served.id == named.id && served.name == named.name && served.humanCode == named.humanCode)
            let page = try await client.get(path, accept: "text/html").expecting(200)
            #expect(page.text.contains("<h1 lang=\"en\">\(named.name)</h1>"))
            #expect(named.image.id == named.id + "/badge.png")
            for (name, type) in [("badge.png", "image/png"), ("badge.svg", "image/svg+xml")] {
                let picture = try await client.get("\(path)/\(name)").expecting(200)
                #expect(picture.header("Content-Type") == type && !picture.text.contains("credentialSubject"))
            }
            let other: Achievement = try await client.get("/achievements/A2.2", accept: "application/json")
                .expecting(200).decoded()
            #expect(other.id != named.id, "a code is the newest framework's")
            let unknown = [
                "/achievements/none", "/achievements/\(UUID().text).2", "/achievements/A1.9", "/achievements/A1.x",
                "\(path)/badge.gif",
            ]
            for path in unknown {
                #expect(try await client.get(path).status == 404, "\(path)")
            }
        }

        @Test func `an achievement can be read in the languages in which all of it is translated`() async throws {
            try await installation.addSampleFramework()
            try await installation.administrator(
                """
                INSERT INTO framework.translation (item_key, language, field, text)
                SELECT i.item_key, language.tag, 'full_statement', language.tag || ' ' || i.full_statement
                FROM framework.item AS i
                JOIN framework.document AS d USING (document_key)
                CROSS JOIN (VALUES ('pl'), ('sv')) AS language (tag)
                WHERE d.code = 'SAMPLE' AND d.version = '2.0' AND i.code LIKE 'A3%'
                    AND (i.code, language.tag) <> ('A3.4', 'sv')
                ON CONFLICT DO NOTHING
                """)
            struct Related: Decodable {
                let id: String
                let inLanguage: String
            }
            struct Achievement: Decodable {
                let id: String
                let inLanguage: String
                let name: String
                let description: String
                let related: [Related]?
            }
            let client = Client(port: installation.port)
            func achievement(_ path: String) async throws -> Achievement {
                try await client.get(path, accept: "application/ld+json").expecting(200).decoded()
            }
            let original = try await achievement("/achievements/A3.2")
            #expect(original.inLanguage == "en" && original.related?.map(\.inLanguage) == ["pl"])
            #expect(original.related?.map(\.id) == [original.id + "/pl"])
            let path = try #require(URL(string: original.id)?.path)
            let translated = try await achievement(path + "/pl")
            #expect(translated.id == original.id + "/pl" && translated.inLanguage == "pl")
            #expect(translated.name == "pl Telling, level 2 (Step)")
            #expect(translated.description == "pl Tells at level 2")
            #expect(translated.related?.map(\.id) == [original.id])
            let page = try await client.get(path + "/pl", accept: "text/html").expecting(200)
            #expect(page.header("Content-Language") == "pl")
            #expect(page.text.contains(#"<h1 lang="pl">pl Telling, level 2 (Step)</h1>"#))
            for language in ["sv", "en", "PL", "x"] {
                #expect(try await client.get("\(path)/\(language)").status == 404, "\(language)")
            }
            try await installation.browse([path, path + "/pl"])
        }
    }
}
