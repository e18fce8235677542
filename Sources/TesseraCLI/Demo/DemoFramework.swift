import Crypto
import FoundationEssentials

/// The draft framework as the demonstration refers to it.
///
/// The IRIs are those of a course author's framework server, not of the server that the demonstration is loaded into:
/// the store knows an item by its CASE identifier, whatever host serves it.
enum DemoFramework {
    static let base = "https://framework.example.eu/ims/case/v1p1"
    static let document = "9216b27e-e22c-3733-852f-74b274e567e1"
    static let documentIRI = base + "/CFDocuments/" + document

    /// What a local police officer (P4) is to learn in the demonstration's curriculum, with the target levels.
    static let competences = [
        DemoCompetence(code: "A1", name: "Local safety diagnosis", level: 2),
        DemoCompetence(code: "A3", name: "Risk and vulnerability of public spaces", level: 2),
        DemoCompetence(code: "B3", name: "Mediation and de-escalation", level: 3),
        DemoCompetence(code: "B4", name: "Victim support and inclusive practice", level: 3),
        DemoCompetence(code: "C3", name: "Law, ethics and fundamental rights", level: 3),
        DemoCompetence(code: "D1", name: "Citizen participation and co-production", level: 2),
        DemoCompetence(code: "D3", name: "Diversity, intercultural contact and trust", level: 3),
        DemoCompetence(code: "E1", name: "Presence in and management of public space", level: 3),
        DemoCompetence(code: "E3", name: "Crisis preparedness and cooperation", level: 3),
    ]

    /// The IRI of an item by its code, such as `A1` or `A1.3`: identifiers follow from the codes (UUID version 3).
    static func item(_ code: String) -> String { base + "/CFItems/" + identifier(of: "item/" + code) }

    private static func identifier(of name: String) -> String {
        let namespace = document.replacing("-", with: "")
        var bytes: [UInt8] = []
        var rest = namespace[...]
        while rest.count >= 2 {
            bytes.append(UInt8(rest.prefix(2), radix: 16) ?? 0)
            rest = rest.dropFirst(2)
        }
        var digest = Array(Insecure.MD5.hash(data: bytes + Array(name.utf8)))
        digest[6] = digest[6] & 0x0F | 0x30
        digest[8] = digest[8] & 0x3F | 0x80
        let digits = digest.map { byte in
            let text = String(byte, radix: 16)
            return text.count == 1 ? "0" + text : text
        }
        let groups = [0..<4, 4..<6, 6..<8, 8..<10, 10..<16].map { digits[$0].joined() }
        return groups.joined(separator: "-")
    }
}

/// A competence that the demonstration's curriculum teaches.
struct DemoCompetence {
    let code: String
    let name: String
    let level: Int

    var iri: String { DemoFramework.item(code) }
    var levelIRI: String { DemoFramework.item("\(code).\(level)") }
}
