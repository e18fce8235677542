import Testing
import XAPI

@Suite("The formats of statements")
struct StatementFormatTests {
    private static let statement = """
        {"actor":{"objectType":"Group","name":"Team","member":[{"name":"Ana","mbox":"mailto:ana@city.example"},\
        {"objectType":"Agent","account":{"homePage":"https://id.example","name":"p-1"},"name":"Ben"}]},\
        "verb":{"id":"http://v.example/did","display":{"en":"did","de":"tat"}},\
        "object":{"objectType":"SubStatement","actor":{"name":"Cy","mbox":"mailto:cy@city.example"},\
        "verb":{"id":"http://v.example/planned","display":{"en-GB":"planned"}},\
        "object":{"id":"http://a.example/inner","definition":{"name":{"en":"Inner"}}}},\
        "result":{"score":{"scaled":0.900}},\
        "context":{"instructor":{"objectType":"Group","name":"T","mbox":"mailto:t@city.example","member":[]},\
        "contextActivities":{"parent":{"id":"http://a.example/p","definition":{"name":{"en":"P","lv":"V"}}},\
        "other":[{"objectType":"Activity","id":"http://a.example/o"}]},\
        "contextAgents":[{"objectType":"contextAgent","agent":{"name":"Di","mbox":"mailto:di@city.example"},\
        "relevantTypes":["http://t.example/t"]}],"extensions":{"http://e.example/x":{"id":"stays","name":1e2}}},\
        "id":"00000000-0000-4000-8000-000000000001"}
        """

    @Test("ids keeps what identifies, in groups without identifier the members', and all other bytes")
    func identifiers() throws {
        let formatted = try StatementFormat.identifiers(of: Array(Self.statement.utf8))
        #expect(
            String(decoding: formatted, as: UTF8.self) == """
                {"actor":{"objectType":"Group","member":[{"mbox":"mailto:ana@city.example"},\
                {"objectType":"Agent","account":{"homePage":"https://id.example","name":"p-1"}}]},\
                "verb":{"id":"http://v.example/did"},\
                "object":{"objectType":"SubStatement","actor":{"mbox":"mailto:cy@city.example"},\
                "verb":{"id":"http://v.example/planned"},"object":{"id":"http://a.example/inner"}},\
                "result":{"score":{"scaled":0.900}},\
                "context":{"instructor":{"objectType":"Group","mbox":"mailto:t@city.example"},\
                "contextActivities":{"parent":{"id":"http://a.example/p"},\
                "other":[{"id":"http://a.example/o"}]},\
                "contextAgents":[{"objectType":"contextAgent","agent":{"mbox":"mailto:di@city.example"},\
                "relevantTypes":["http://t.example/t"]}],"extensions":{"http://e.example/x":{"id":"stays","name":1e2}}},\
                "id":"00000000-0000-4000-8000-000000000001"}
                """)
    }

    @Test("canonical takes the store's definitions, and one language of each map")
    func canonical() throws {
        var definitions = ActivityDefinitions()
        definitions["http://a.example/p"] = Array(
            #"{"name":{"lv":"Vecāks","en":"Parent"},"type":"http://t.example/t"}"#.utf8)
        definitions["http://a.example/o"] = Array(
            #"{"interactionType":"choice","choices":[{"id":"a","description":{"de":"A","en":"An A"}}]}"#.utf8)
        let formatted = try StatementFormat.canonical(
            of: Array(Self.statement.utf8), definitions: definitions,
            languages: LanguagePreference(header: "lv, de;q=0.5"))
        let text = String(decoding: formatted, as: UTF8.self)
        #expect(text.contains(#""verb":{"id":"http://v.example/did","display":{"de":"tat"}}"#))
        #expect(text.contains(#""parent":{"id":"http://a.example/p","definition":{"name":{"lv":"Vecāks"},"type""#))
        #expect(
            text.contains(#""id":"http://a.example/o","definition":{"interactionType":"choice","choices":[{"id":"a","#))
        #expect(text.contains(#""description":{"de":"A"}"#))
        // What is not understood at all is told in the first language; agents stay as they were.
        #expect(text.contains(#""display":{"en-GB":"planned"}"#))
        #expect(text.contains(#""name":"Ana","mbox":"mailto:ana@city.example""#))
        #expect(text.contains(#""scaled":0.900"#))
    }

    @Test("the activities of a statement are told once each, in order")
    func activities() throws {
        let iris = try StatementFormat.activities(in: Array(Self.statement.utf8))
        #expect(iris == ["http://a.example/inner", "http://a.example/p", "http://a.example/o"])
    }

    @Test(
        "languages are chosen as RFC 4647 looks them up",
        arguments: [
            ("en", ["de", "en-US"], "en-US"), ("en-GB", ["de", "en"], "en"), ("de-AT, en", ["en", "de"], "de"),
            ("fr", ["de", "en"], "de"), ("*;q=0.1, en;q=0.2", ["de", "en"], "en"), ("de;q=0, *", ["de", "en"], "en"),
            ("EN-us", ["de", "en-US"], "en-US"), ("english", ["en", "de"], "en"),
        ] as [(String, [String], String)])
    func languages(_ header: String, _ tags: [String], _ best: String) {
        #expect(LanguagePreference(header: header).best(of: tags) == best)
    }

    @Test("without a wish the first language serves, and of none there is none")
    func noWish() {
        #expect(LanguagePreference(header: nil).best(of: ["sv", "en"]) == "sv")
        #expect(LanguagePreference(header: "en").best(of: []) == nil)
    }

    @Test("a reader of 1.0.3 is told nothing of 2.0; all other statements stay as they are")
    func version() throws {
        let newer = Self.statement.dropLast() + #","version":"2.0.0"}"#
        let told = try StatementFormat.readable(Array(newer.utf8), in: .v1_0_3)
        let wanted = newer.replacing(
            #""contextAgents":[{"objectType":"contextAgent","agent":{"name":"Di","mbox":"mailto:di@city.example"},"relevantTypes":["http://t.example/t"]}],"#,
            with: ""
        ).replacing("2.0.0", with: "1.0.3")
        #expect(String(decoding: told, as: UTF8.self) == wanted)
        #expect(try StatementFormat.readable(Array(newer.utf8), in: .v2_0) == Array(newer.utf8))
        let older = Array(#"{ "id" : "x", "result":{"response":"of 2.0. contextAgents"} }"#.utf8)
        #expect(try StatementFormat.readable(older, in: .v1_0_3) == older)
    }
}
