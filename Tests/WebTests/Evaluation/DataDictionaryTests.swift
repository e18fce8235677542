import Evaluation
import Testing

@testable import Web

@Suite("the page of the data dictionary")
struct DataDictionaryTests {
    @Test func `a comment is parted where sentences say what they are about`() {
        let (lead, remarks) = DataDictionary.parts(
            "One row per pilot. Source: lrs.statement (passed, etc.), of people. Formulas: x / (n - 1). Caveats: one "
                + "group; see Source: no sentence. It may be hidden.")
        #expect(lead == "One row per pilot.")
        #expect(remarks.map(\.label) == ["Source", "Formulas", "Caveats"])
        #expect(
            remarks.map(\.text) == [
                "lrs.statement (passed, etc.), of people.", "x / (n - 1).",
                "one group; see Source: no sentence. It may be hidden.",
            ])
        #expect(DataDictionary.parts("Plain").lead == "Plain" && DataDictionary.parts("").remarks.isEmpty)
    }

    @Test func `comments are text and never markup; each view and column has a place of its own`() throws {
        let view = EvaluationView(
            name: "gain", comment: "A <b>row</b>. Source: a & b.",
            columns: [
                EvaluationView.Column(name: "n", type: "bigint", comment: "People, x < y."),
                EvaluationView.Column(name: "list", type: "text[]", comment: "Codes."),
            ])
        let html = try Pages().html("dictionary", DataDictionary([view]))
        #expect(html.contains("A &lt;b&gt;row&lt;/b&gt;.") && html.contains("People, x &lt; y."))
        #expect(html.contains("<strong>Source</strong> a &amp; b."))
        #expect(html.contains(##"<h2 id="gain"><a href="#gain">gain</a></h2>"##))
        #expect(html.contains(#"<tr id="gain.n"><th scope="row"><code>n</code></th>"#))
        #expect(html.contains(#"<a href="/api/evaluation/gain?format=csv">gain.csv</a>"#))
        #expect(!html.contains("{{"))
    }
}
