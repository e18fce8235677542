import Foundation
import Testing

/// A person of the demonstration who holds credentials, and the browser that a claim link let in.
struct HolderVisit: Sendable {
    let client: Client
    /// The cookie as the browser sends it.
    let cookie: String
    /// Ids of the person's credentials.
    let credentials: [String]

    /// Sends what a form of our pages sends.
    func post(_ path: String, _ form: String = "", headers: [String: String?] = [:]) async throws -> Answer {
        let own: [String: String?] = [
            "Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin", "Cookie": cookie,
            "Accept": "text/html", "X-Experience-API-Version": nil,
        ]
        return try await client.send("POST", path, body: Data(form.utf8), headers: own.merging(headers) { $1 })
    }

    /// Reads a page.
    func page(_ path: String) async throws -> Answer {
        try await client.send("GET", path, headers: ["Cookie": cookie, "Accept": "text/html"])
    }

    /// Makes a link that shows a credential, and gives its path.
    func share(_ credential: String, _ form: String = "days=30") async throws -> String {
        let made = try await post("/holder/credentials/\(credential)/links", form).expecting(201)
        let token = try #require(made.text.firstMatch(of: /\/v\/([A-Za-z0-9_-]{43})/)?.1)
        return "/v/\(token)"
    }
}

extension Installation {
    /// What `tessera credentials claim-link --json` tells.
    struct ClaimLink: Decodable {
        let id: String
        let url: String

        /// The link without the host.
        var path: String { URL(string: url)?.path ?? "" }
    }

    /// A person who holds credentials, as home page and name of the account; the `number`th of those with most.
    func credentialHolder(_ number: Int = 0) async throws -> (homePage: String, name: String, credentials: [String]) {
        let row = try await administrator(
            """
            SELECT p.home_page || ' ' || p.identifier || ' ' || string_agg(c.credential_id::text, ',' ORDER BY c.credential_id)
            FROM credential.credential AS c JOIN credential.award AS a USING (award_key)
            JOIN lrs.agent AS p ON p.agent_key = a.agent_key
            GROUP BY p.agent_key ORDER BY count(*) DESC, p.agent_key OFFSET \(number) LIMIT 1
            """)
        let parts = row.split(separator: " ").map(String.init)
        try #require(parts.count == 3, "nobody holds a credential: \(row)")
        return (parts[0], parts[1], parts[2].split(separator: ",").map(String.init))
    }

    /// Lets a person in who holds credentials.
    func visit(_ number: Int = 0) async throws -> HolderVisit {
        let person = try await credentialHolder(number)
        return try await visit(homePage: person.homePage, name: person.name, credentials: person.credentials)
    }

    private func visit(homePage: String, name: String, credentials: [String]) async throws -> HolderVisit {
        let outcome = try await tessera(
            "credentials", "claim-link", "--account", name, "--home-page", homePage, "--json"
        ).succeeded("tessera credentials claim-link")
        let link = try JSONDecoder().decode(ClaimLink.self, from: Data(outcome.output.utf8))
        let client = Client(port: port)
        let entered = try await client.send("POST", link.path, headers: ["Sec-Fetch-Site": "same-origin"]).expecting(
            303)
        let cookie = try #require(entered.header("Set-Cookie")?.split(separator: ";").first.map(String.init))
        return HolderVisit(client: client, cookie: cookie, credentials: credentials)
    }

    /// A wallet's copy of a credential, as an SD-JWT VC.
    func walletCopy(of credential: String) async throws -> String {
        try await Program.run(
            TestEnvironment.python, [TestEnvironment.script("take_copy.py"), baseURL, key, credential],
            atMost: .seconds(60)
        ).succeeded("take_copy.py").output.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// Has a person pass a test of competence A1 at level 1, of which an award comes.
    func pass(_ name: String, homePage: String = "https://id.example.org") async throws {
        let competence = try await administrator(
            "SELECT identifier FROM framework.item WHERE code = 'A1' AND kind = 'competence' LIMIT 1")
        let statement = """
            {"actor":{"account":{"homePage":"\(homePage)","name":"\(name)"}},
             "verb":{"id":"http://adlnet.gov/expapi/verbs/passed"},
             "object":{"id":"https://lms.example.org/test",
               "definition":{"type":"http://adlnet.gov/expapi/activities/assessment"}},
             "result":{"success":true,"extensions":{"https://w3id.org/xapi/iust/extensions/level":
               {"level":1,"levelId":"https://framework.example.eu/level"}}},
             "context":{"contextActivities":{"other":[
               {"id":"https://framework.example.eu/ims/case/v1p1/CFItems/\(competence)",
                "definition":{"type":"https://w3id.org/xapi/tla/activity-types/competency"}}]}}}
            """
        _ = try await client.post(statement).expecting(200)
    }

    /// Lets a person in whose only credential has expired: it was valid for two seconds.
    func expiredVisit() async throws -> HolderVisit {
        let (homePage, name) = ("https://id.example.org", "expired-\(UUID().text)")
        try await administrator("UPDATE credential.rule SET validity = '2 seconds'")
        try await pass(name, homePage: homePage)
        let deadline = ContinuousClock.now + .seconds(30)
        var expired = ""
        while expired.isEmpty, ContinuousClock.now < deadline {
            try await Task.sleep(for: .milliseconds(200))
            expired = try await administrator(
                """
                SELECT c.credential_id FROM credential.credential AS c JOIN credential.award AS a USING (award_key)
                JOIN lrs.agent AS p ON p.agent_key = a.agent_key
                WHERE p.identifier = '\(name)' AND c.valid_until < now()
                """)
        }
        try await administrator("UPDATE credential.rule SET validity = '3 years'")
        try #require(!expired.isEmpty, "no credential came that expires")
        return try await visit(homePage: homePage, name: name, credentials: [expired])
    }
}
