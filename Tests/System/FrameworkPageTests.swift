import Foundation
import TestSupport
import Testing

extension SystemTests.PilotTests {
    /// The framework's pages, as anybody gets them.
    struct FrameworkPageTests {
        private let installation: Installation
        private let anybody: Client

        private static let browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"

        init() async throws {
            installation = try .served
            anybody = Client(port: installation.port)
            try await installation.addSampleFramework()
            try await installation.addSampleProposals()
        }

        private func page(_ path: String, language: String? = nil) async throws -> Answer {
            try await anybody.send("GET", path, headers: ["Accept": Self.browser, "Accept-Language": language])
        }

        @Test(
            "every page is there without a key",
            arguments: [
                "", "/IUS/0.1", "/IUS/0.1/areas/F", "/IUS/0.1/competences/A1", "/IUS/0.1/profiles/P6",
                "/IUS/0.1/compare", "/IUS/0.1/compare?profiles=P1,P4", "/IUS/0.1/compare?profiles=P1&profiles=P4",
                "/IUS/0.1/changes", "/IUS/0.1/print", "/IUS/0.1/search", "/IUS/0.1/search?q=fear+of+crime",
                "/SAMPLE/2.0/changes?from=1.0", "/SAMPLE/1.0/changes", "/IUS/0.1/proposals", "/SAMPLE/2.0/proposals",
                "/SAMPLE/2.0/proposals/1",
            ])
        func there(path: String) async throws {
            let answer = try await page("/framework" + path).expecting(200)
            #expect(answer.header("Content-Type") == "text/html; charset=utf-8")
            #expect(answer.header("Vary") == "Accept, Accept-Language")
            #expect(answer.header("Content-Security-Policy")?.hasPrefix("default-src 'none'") == true)
            let tag = try #require(answer.header("ETag"))
            let again = try await anybody.send(
                "GET", "/framework" + path, headers: ["Accept": Self.browser, "If-None-Match": tag])
            #expect(again.status == 304 && again.text.isEmpty && again.header("ETag") == tag)
            let head = try await anybody.send("HEAD", "/framework" + path, headers: ["Accept": Self.browser])
            #expect(head.status == 200 && head.text.isEmpty && head.header("ETag") == tag)
            #expect(try await anybody.get("/framework" + path, accept: "image/png").status == 406)
        }

        @Test(
            "what is not there is told people by a page, and programs as a problem",
            arguments: [
                ("/IUS/9", 404), ("/NONE/1", 404), ("/NONE", 404), ("/IUS/0.1/areas/Z", 404),
                ("/IUS/0.1/competences/A", 404), ("/IUS/0.1/profiles/P9", 404), ("/IUS/0.1/changes?from=7", 404),
                ("/items/none", 404), ("/items/00000000-0000-4000-8000-000000000000", 404),
                ("/SAMPLE/2.0/proposals/99", 404), ("/SAMPLE/2.0/proposals/01", 404), ("/SAMPLE/2.0/proposals/x", 404),
                ("/SAMPLE/3.0/proposals", 404), ("/SAMPLE/2.0/proposals?status=open", 400),
                ("/SAMPLE/3.0", 404), ("/SAMPLE/3.0/print", 404), ("/SAMPLE/2.0/changes?from=3.0", 404),
                ("/IUS/0.1/compare?profiles=P1,P99", 400), ("/IUS/0.1/compare?profiles=P1,P2,P3,P4,P5", 400),
                ("/IUS/0.1?lang=%3Cscript%3E", 400), ("/IUS/0.1?page=2", 400),
                ("/IUS/0.1/search?q=\(String(repeating: "x", count: 201))", 400), ("/IUS/%FF", 400), ("/IUS/%00", 400),
            ])
        func missing(path: String, status: Int) async throws {
            let told = try await page("/framework" + path)
            #expect(told.status == status)
            #expect(told.header("Content-Type") == "text/html; charset=utf-8")
            #expect(told.text.contains("<h1>") && !told.text.contains("<script>"))
            for accept in ["application/json", "*/*"] {
                let problem = try await anybody.get("/framework" + path, accept: accept)
                #expect(problem.status == status)
                #expect(problem.header("Content-Type") == "application/problem+json")
                #expect(try problem.decoded(as: Problem.self).detail.isEmpty == false)
            }
        }

        @Test("a framework's code leads to its newest version, an identifier to its item's page")
        func redirects() async throws {
            let newest = try await page("/framework/SAMPLE?lang=fr")
            #expect(newest.status == 302 && newest.header("Location") == "/framework/SAMPLE/2.0?lang=fr")
            for (code, place) in [
                ("A", "areas/A"), ("A1", "competences/A1"), ("A1.3", "competences/A1#A1.3"), ("P4", "profiles/P4"),
            ] {
                let identifier = try await installation.administrator(
                    """
                    SELECT i.identifier FROM framework.item AS i JOIN framework.document AS d USING (document_key)
                    WHERE d.code = 'IUS' AND i.code = '\(code)'
                    """)
                let answer = try await page("/framework/items/\(identifier)")
                #expect(answer.status == 302 && answer.header("Location") == "/framework/IUS/0.1/\(place)")
            }
        }

        @Test("texts come in the language of the address, else of the browser; what is missing is marked")
        func languages() async throws {
            let path = "/framework/SAMPLE/1.0/competences/A1"
            let french = try await page(path, language: "fr-CA, en;q=0.5").text
            #expect(french.contains(#"</b> <span lang="fr">Bien voir</span></h1>"#))
            #expect(french.contains("Does A1 at level 2 <span class=\"untranslated\""))
            #expect(try await page(path + "?lang=en", language: "fr").text.contains("</b> Seeing well</h1>"))
            let asked = try await page(path + "?lang=fr", language: "en").text
            #expect(asked.contains("Bien voir") && asked.contains(#"href="/framework/SAMPLE/1.0/profiles/P1?lang=fr""#))
            #expect(try await page(path + "?lang=it").text.contains("There is no translation into italiano"))
            let overview = try await page("/framework/SAMPLE/1.0", language: "fr").text
            #expect(overview.contains(#"<h1><span lang="fr">Cadre &lt;modèle&gt;</span></h1>"#))
            #expect(overview.contains(#"<p class="lead"><span lang="fr">Première &amp; seule.</span></p>"#))
            #expect(overview.contains("Notes &quot;of&quot; it. <span class=\"untranslated\""))
            let home = try await page("/framework", language: "fr, en;q=0.5").text
            #expect(home.contains(#"<span lang="fr">Cadre &lt;modèle&gt;</span></a>"#))
            let (here, there) = (try await page(path, language: "fr"), try await page(path, language: "en"))
            #expect(here.header("ETag") != there.header("ETag"))
        }

        @Test("every link of every page leads to a page, and to a place that is on it")
        func links() async throws {
            var pending = ["/framework", "/framework/SAMPLE/1.0?lang=fr", "/framework/SAMPLE/2.0/changes"]
            var ids: [String: Set<String>] = [:]
            var places: [(page: String, place: String, from: String)] = []
            while let path = pending.popLast() {
                guard ids[path] == nil else { continue }
                let answer = try await page(path)
                #expect(answer.status == 200, "\(path)")
                ids[path] = Set(Self.values(of: "id", in: answer.text))
                for link in Self.values(of: "href", in: answer.text) where link.hasPrefix("/") || link.hasPrefix("#") {
                    let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
                    let target = parts[0].isEmpty ? path : String(parts[0])
                    if parts.count > 1 { places.append((target, String(parts[1]), path)) }
                    // Comparisons of every profile with every other are all alike.
                    let isPage = target.hasPrefix("/framework") && !target.contains("profiles=P")
                    if isPage { pending.append(target) }
                }
            }
            #expect(ids.count > 80)
            for place in places where ids[place.page] != nil {
                #expect(ids[place.page]?.contains(place.place) == true, "\(place)")
            }
            let isKnown = ids.keys.contains("/framework/IUS/0.1/competences/F3")
            #expect(isKnown && !ids.keys.contains { $0.contains("/3.0") })
        }

        private static func values(of attribute: String, in html: String) -> [String] {
            html.split(separator: " \(attribute)=\"").dropFirst().map {
                String($0.prefix { $0 != "\"" }).replacing("&amp;", with: "&")
            }
        }
    }
}

extension Installation {
    /// Adds the frameworks of ``SampleFramework``, unless they are there.
    func addSampleFramework() async throws {
        let count = "SELECT count(*) FROM framework.document WHERE code = '\(SampleFramework.code)'"
        if try await administrator(count) == "0" { try await administrator(SampleFramework.sql) }
    }
}
