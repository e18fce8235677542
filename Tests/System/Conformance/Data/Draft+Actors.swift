/// Agents and Groups of each identifier.
extension Draft {
    static let mbox: Draft = "mailto:ada@example.org"
    static let mboxSHA1Sum: Draft = "ebd31e95054c018b10727ccffd2ef2ec3a016ee9"
    static let openID: Draft = "https://ada.openid.example.org/"
    static let accountObject: Draft = ["homePage": "https://lms.example.org", "name": "ada"]

    static func agent(by identifier: String, _ value: Draft) -> Draft { actor("Agent", identifier, value) }

    static func group(by identifier: String, _ value: Draft) -> Draft { actor("Group", identifier, value) }

    /// An Agent known by a digest only.
    static let anybody = agent(by: "mbox_sha1sum", mboxSHA1Sum)

    private static func actor(_ type: String, _ identifier: String, _ value: Draft) -> Draft {
        let typed: Draft = ["objectType": .json(quoted(type))]
        return typed.with("/" + identifier, value)
    }
}
