import Testing

@testable import Web

@Suite("what a client would like to get")
struct AcceptTests {
    private static let offered = ["text/html", "application/json", "application/vc+jwt"]

    @Test(
        "the best fit of what is offered is chosen, the first of equals",
        arguments: [
            (nil, "text/html"), ("*/*", "text/html"), ("application/json", "application/json"),
            ("application/*", "application/json"), ("text/html;q=0.5, application/json", "application/json"),
            ("*/*;q=0.1, application/vc+jwt", "application/vc+jwt"), ("APPLICATION/JSON", "application/json"),
            ("text/*;q=0.3, text/html;q=0.7, application/json;q=0.5", "text/html"),
            ("text/html;q=0, */*", "application/json"),
            ("application/json ; charset=utf-8 ; q=0.4", "application/json"),
            ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html"),
            ("image/png", nil), ("*/*;q=0", nil), ("application/json;q=0", nil),
        ] as [(String?, String?)])
    func best(header: String?, type: String?) {
        #expect(Accept(header).best(of: Self.offered) == type)
    }

    @Test(
        "malformed fields choose nothing, or count as no wish at all",
        arguments: [
            (",", nil), (";;q=1", nil), ("q=1", nil), ("/", nil), ("*/*;q=nan", nil), ("text/html;q=-1", nil),
            ("text/html;q=x", "text/html"), (";", "text/html"),
        ] as [(String, String?)])
    func malformed(header: String, type: String?) {
        #expect(Accept(header).best(of: Self.offered) == type)
    }
}
