extension VerificationReport {
    /// The report as JSON.
    ///
    /// ```json
    /// {"verdict":"valid","text":"…","verifiedAt":"2026-11-02T09:00:00Z",
    ///  "checks":[{"name":"format","outcome":"passed","text":"…"}],
    ///  "credential":{"id":"urn:uuid:…","name":"…"}}
    /// ```
    public var json: [UInt8] { tree.bytes }

    private var tree: JSONTree {
        .object(
            .init("verdict", verdict.rawValue), .init("text", text), .init("verifiedAt", DateTime.text(instant)),
            .init("checks", .array(checks.map(\.tree))), .init("credential", content?.tree),
            .init("parts", .array(parts.map(\.tree))))
    }
}

extension VerificationCheck {
    fileprivate var tree: JSONTree {
        .object(
            .init("name", name.rawValue), .init("outcome", outcome.name), .init("text", text),
            .init(
                "faults",
                .array(
                    faults.map { .object(.init("pointer", .string($0.pointer)), .init("message", $0.message)) })))
    }
}
