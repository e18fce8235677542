internal import JSON

/// The claims of an SD-JWT VC that an Open Badges credential makes: those that are open, and those that are disclosed.
struct DisclosableClaims: Sendable {
    /// Claims that everybody sees.
    let open: [JSONTree.Member]
    /// Claims that are disclosed one by one.
    private(set) var members: [Disclosure] = []
    /// Elements of open claims that are disclosed one by one.
    private(set) var elements: [Disclosure] = []

    init(_ credential: BoundCredential) {
        let root = credential.root
        let subject = root["credentialSubject"]
        let achievement = subject?["achievement"]
        let identifiers = Self.elements(subject?["identifier"])
        let evidence = Self.elements(root["evidence"])
        open = [
            .init("id", credential.id), .init("name", root["name"]?.string),
            .init("issuer", Self.part(of: root["issuer"], ["id", "name", "url"])),
            .init(
                "achievement",
                Self.part(of: achievement, ["id", "achievementType", "humanCode", "inLanguage", "name", "description"])),
            .init("identifier", Self.list(identifiers)), .init("evidence", Self.list(evidence)),
        ]
        elements = identifiers + evidence
        for (name, value) in [
            ("description", root["description"]), ("awardedDate", root["awardedDate"]), ("role", subject?["role"]),
            ("source", subject?["source"]), ("result", subject?["result"]), ("criteria", achievement?["criteria"]),
            ("alignment", achievement?["alignment"]), ("resultDescription", achievement?["resultDescription"]),
            ("otherIdentifier", achievement?["otherIdentifier"]),
        ] {
            guard let value else { continue }
            members.append(Disclosure(name, .raw(Array(value.bytes))))
        }
    }

    private static func elements(_ list: JSONValue?) -> [Disclosure] {
        list?.elements.map { Disclosure(element: .raw(Array($0.bytes))) } ?? []
    }

    /// The digests of elements as they stand in their array.
    private static func list(_ elements: [Disclosure]) -> JSONTree {
        .array(elements.map { .object(.init("...", $0.digest)) })
    }

    private static func part(of object: JSONValue?, _ names: [String]) -> JSONTree? {
        guard let object else { return nil }
        return .object(names.map { name in .init(name, object[name].map { .raw(Array($0.bytes)) }) })
    }
}
