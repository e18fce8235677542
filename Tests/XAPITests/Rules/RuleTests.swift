import Testing
import XAPI

@Suite("Each rule on statements")
struct RuleTests {
    @Test("a text that breaks one rule is refused by that rule, at the right place", arguments: RuleCase.all)
    func refuses(_ ruleCase: RuleCase) {
        for version in ruleCase.versions {
            let violations = Sample.violations(ruleCase.text, version)
            #expect(violations.map(\.rule) == [ruleCase.rule], "\(version)")
            #expect(violations.map(\.pointer) == [ruleCase.pointer], "\(version)")
            #expect(violations.allSatisfy { !$0.reason.isEmpty })
        }
    }

    @Test("every rule has a text that breaks it")
    func coversAllRules() {
        let elsewhere: Set<String> = ["batch-size", "batch-unique-ids", "object-type-required"]
        let covered = Set(RuleCase.all.map(\.rule)).union(elsewhere)
        for rule in Rule.all { #expect(covered.contains(rule.id), "\(rule.id)") }
    }

    @Test("rules have distinct ids, a chapter and a text")
    func table() {
        #expect(Set(Rule.all.map(\.id)).count == Rule.all.count)
        #expect(Rule.all.allSatisfy { !$0.section.isEmpty && $0.text.hasSuffix(".") })
    }

    @Test("an Agent as object without objectType is told so")
    func objectNeedsType() {
        let violations = Sample.violations(Sample.object(Sample.actor))
        #expect(violations.map(\.rule) == ["property-unknown", "activity-id", "object-type-required"])
    }

    @Test("all faults of all statements are told at once, each with its place")
    func tellsAll() {
        let text =
            "[" + Sample.statement(actor: "{}") + "," + Sample.statement() + ","
            + Sample.statement(verb: #"{"id":"x"}"#, more: #""result":{"success":1,"score":{"scaled":2}}"#) + "]"
        let violations = Sample.violations(text)
        #expect(violations.map(\.index) == [0, 2, 2, 2])
        #expect(violations.map(\.pointer) == ["/actor", "/verb/id", "/result/success", "/result/score/scaled"])
        #expect(
            violations.map(\.rule) == ["agent-one-identifier", "verb-id", "result-success", "score-scaled"])
    }

    @Test("equal ids in one batch are refused, in whichever case they are written")
    func uniqueIDs() {
        let one = Sample.statement(more: #""id":"aa97b177-9383-4934-8543-0f91a7a02836""#)
        let other = Sample.statement(more: #""id":"AA97B177-9383-4934-8543-0F91A7A02836""#)
        let violations = Sample.violations("[\(one),\(Sample.statement()),\(other)]")
        #expect(violations.map(\.rule) == ["batch-unique-ids"])
        #expect(violations.map(\.index) == [2])
        #expect(violations.map(\.pointer) == ["/id"])
    }

    @Test("a batch over the limit is refused, and faults beyond the limit are only counted")
    func limits() {
        let batch = "[" + Array(repeating: "{}", count: 5).joined(separator: ",") + "]"
        let few = StatementBatch.rejection(
            of: Array(batch.utf8), version: .v2_0, limits: StatementLimits(maximumStatements: 4))
        #expect(few?.violations.map(\.rule) == ["batch-size"])
        let counted = StatementBatch.rejection(
            of: Array(batch.utf8), version: .v2_0, limits: StatementLimits(maximumViolations: 4))
        #expect(counted?.violations.count == 4)
        #expect(counted?.omitted == 11)
    }
}
