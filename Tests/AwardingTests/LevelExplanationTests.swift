import Awarding
import Testing

@Suite("levels explained in words")
struct LevelExplanationTests {
    private func words(_ json: String) throws -> String { try LevelExplanation(Array(json.utf8)).words }

    @Test func `each award tells its statements and their conditions, and the next level what it lacks`() throws {
        let told = try words(
            """
            {"person":{"homePage":"https://id.city.example","name":"p-17"},"competence":"A1","framework":"IUS 0.1",
             "reached":1,"levels":[
              {"level":1,"reached":true,"awards":[
                {"id":"a-1","rule":"tests","ruleVersion":2,"state":"withdrawn","pilot":"riga-1",
                 "achievedAt":"2026-03-02T09:00:00+00:00","withdrawnAt":"2026-03-05T09:00:00+00:00",
                 "withdrawalReason":"The evidence that it rests on was voided.","evidence":[
                  {"statement":"s-1","kind":"test","score":0.86,"happenedAt":"2026-03-02T09:00:00+00:00","voided":true,
                   "conditions":[1,2]}]},
                {"id":"a-2","rule":"tests","ruleVersion":2,"state":"awarded","credential":"c-1","decidedBy":"anna",
                 "decidedAt":"2026-03-06T09:00:00+00:00","reason":"Seen myself.","renews":"a-1",
                 "achievedAt":"2026-03-05T09:00:00+00:00","evidence":[{"statement":"s-2","voided":false,"conditions":[]}]}],
               "rules":[{"rule":"tests","version":2,"description":"Two tests.","pilots":["riga-1","torun-1"],"met":true,
                "conditions":[{"condition":1,"kind":"test","minimum":2,"minimumScore":0.75,"assessors":"any",
                 "found":2,"statements":["s-2","s-3"],"met":true}],"missing":[]}]},
              {"level":2,"reached":false,"rules":[
               {"rule":"seen","version":1,"pilots":[],"met":false,"conditions":[
                {"condition":1,"kind":"observation","minimum":1,"assessors":"authorised","maximumAge":"2 years","found":0,
                 "statements":[],"met":false}],
                "missing":[["1 observation by an authorised assessor"],["1 portfolio","1 more passed test"]]}]},
              {"level":3,"reached":false}]}
            """)
        #expect(
            told == """
                p-17 (https://id.city.example): A1 in IUS 0.1
                Level 1 is reached.
                For level 2, the next one, this is missing:
                  1 observation by an authorised assessor
                  or 1 portfolio, and 1 more passed test

                Level 1: reached
                  Award a-1: withdrawn in pilot riga-1
                    by version 2 of the rule tests; achieved on 2026-03-02
                    withdrawn on 2026-03-05: The evidence that it rests on was voided.
                    statement s-1 (test with the scaled score 0.86, 2026-03-02) met conditions 1 and 2; voided since
                  Award a-2: awarded
                    by version 2 of the rule tests; achieved on 2026-03-05
                    credential c-1
                    decided by anna on 2026-03-06: Seen myself.
                    renews the award a-1
                    statement s-2 counted for no single condition
                  Rule tests, version 2 in riga-1, torun-1: met
                    Two tests.
                    condition 1, 2 passed tests with a scaled score of at least 0.75: met, 2 found
                      statement s-2
                      statement s-3

                Level 2: not reached
                  Rule seen, version 1: not met
                    condition 1, 1 observation by an authorised assessor not older than 2 years: not met, 0 found
                    missing: 1 observation by an authorised assessor
                    or missing: 1 portfolio, and 1 more passed test

                Level 3: not reached
                  No rule decides on it now.
                """)
    }

    @Test func `where nothing is above, and where no rule decides, that is said`() throws {
        let all = #"{"competence":"A1","framework":"IUS 0.1","reached":4,"levels":[{"level":4,"reached":true}]}"#
        #expect(try words(all).hasPrefix("Somebody: A1 in IUS 0.1\nLevel 4 is reached.\nThere is no level above.\n"))
        let none = #"{"competence":"A1","framework":"IUS 0.1","reached":0,"levels":[{"level":1,"reached":false}]}"#
        #expect(try words(none).contains("No level is reached.\nNo rule decides on level 1, the next one.\n"))
    }
}
