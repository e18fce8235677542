/// The type of our SD-JWT VCs: what claims they have, and how wallets show them (SD-JWT VC, *Type Metadata*).
public struct CredentialType: Sendable {
    /// The type's URL (`vct`), at which its metadata is served.
    public let identifier: String

    /// The type of credentials that attest a competence.
    ///
    /// Credentials of another structure are to be of another type: the number at the end is the structure's.
    public static func competence(baseURL: String) -> CredentialType {
        CredentialType(identifier: baseURL + "/credentials/types/competence/1")
    }

    /// The metadata as `application/json`.
    public var metadata: [UInt8] {
        JSONTree.object(
            .init("vct", identifier), .init("name", "Competence credential"),
            .init(
                "description", "Attests that a person showed a competence at a level, as Open Badges 3.0 describe it."),
            .init(
                "display",
                .array([
                    .object(
                        .init("locale", "en"), .init("name", "Competence"),
                        .init("description", "A competence at a level, attested on evidence."))
                ])),
            .init("claims", .array(Self.claims.map(\.tree)))
        ).bytes
    }

    private struct Claim {
        /// Names of members; nil stands for all elements of an array.
        let path: [String?]
        let label: String
        var isOpen = false
        var isMandatory = false

        private static func step(_ name: String?) -> JSONTree {
            guard let name else { return .raw(Array("null".utf8)) }
            return .string(name)
        }

        var tree: JSONTree {
            .object(
                .init("path", .array(path.map(Self.step))),
                .init("display", .array([.object(.init("locale", "en"), .init("label", label))])),
                .init("mandatory", isMandatory ? .boolean(true) : nil), .init("sd", isOpen ? "never" : "always"))
        }
    }

    private static let claims: [Claim] = [
        Claim(path: ["name"], label: "Credential", isOpen: true, isMandatory: true),
        Claim(path: ["issuer", "name"], label: "Issued by", isOpen: true, isMandatory: true),
        Claim(path: ["achievement", "name"], label: "Competence and level", isOpen: true, isMandatory: true),
        Claim(path: ["achievement", "humanCode"], label: "Code", isOpen: true, isMandatory: true),
        Claim(path: ["achievement", "description"], label: "What the person showed", isOpen: true, isMandatory: true),
        Claim(path: ["identifier", nil], label: "Person, by name as the person gave it, mail or account"),
        Claim(path: ["evidence", nil], label: "Piece of evidence"),
        Claim(path: ["criteria"], label: "How it was found"), Claim(path: ["result"], label: "Level on its scale"),
        Claim(path: ["resultDescription"], label: "The whole scale"), Claim(path: ["role"], label: "Staff profile"),
        Claim(path: ["source"], label: "Where it was assessed"),
        Claim(path: ["awardedDate"], label: "When the level was reached"),
        Claim(path: ["alignment"], label: "Place in the competence framework"),
        Claim(path: ["otherIdentifier"], label: "Identifier in the competence framework"),
        Claim(path: ["description"], label: "Description"),
    ]
}
