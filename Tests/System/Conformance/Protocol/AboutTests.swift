import Foundation
import Testing

extension SystemTests.ConformanceTests {
    /// xAPI-Communication 2.8: the About resource.
    struct AboutTests {
        private struct About: Decodable {
            let version: [String]
        }

        @Test(
            "About tells the latest patch of each version that is spoken, and nothing outside of extensions",
            .covers("XAPI-00315", "XAPI-00316", "XAPI-00317", "XAPI-00318", "XAPI-00319"),
            .covers("XAPI-00320", "1.0.3-C2.8-a"), arguments: SpecificationVersion.allCases)
        func versions(version: SpecificationVersion) async throws {
            let answer = try await Client.speaking(version).get("/xapi/about").expecting(200)
            #expect(answer.header("Content-Type") == "application/json")
            let versions = try answer.decoded(as: About.self).version
            #expect(Set(versions) == ["1.0.3", "2.0.0"] && versions.count == 2)
            let members = try #require(try JSONSerialization.jsonObject(with: answer.body) as? [String: Any])
            #expect(Set(members.keys).subtracting(["version", "extensions"]) == [])
            #expect(members["extensions"] == nil || members["extensions"] is [String: Any])
            #expect(answer.text.split(separator: #""version""#).count == 2, "each property once")
        }

        @Test(
            "About answers whatever version is asked for, and whoever asks",
            .covers("1.0.3-C2.8-b"), arguments: [nil, "1.0.3", "2.0.0", "0.9", "0.95", "1.1.0", "3.0.0", "new", ""])
        func anyVersion(header: String?) async throws {
            var client = try Installation.served.client
            client.version = header
            for key in [client.key, nil] {
                client.key = key
                let answer = try await client.get("/xapi/about")
                #expect(answer.status == 200 && answer.text.contains("2.0.0"), "\(answer)")
                let answering = header == "1.0.3" ? "1.0.3" : "2.0.0"
                #expect(answer.headers(named: "X-Experience-API-Version") == [answering])
            }
        }

        @Test("About takes only GET and HEAD", .covers("2.0-4.1-a"), arguments: ["POST", "PUT", "DELETE"])
        func methods(method: String) async throws {
            let answer = try await Client.speaking(.v2_0).send(method, "/xapi/about", body: Data("{}".utf8))
            #expect(answer.status == 405 && answer.header("Allow") == "GET, HEAD", "\(answer)")
        }
    }
}
