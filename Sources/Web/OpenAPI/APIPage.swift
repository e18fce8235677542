internal import JSON

/// What the page for people shows of the description (OpenAPI 3.1).
struct APIPage {
    /// A piece of a text: words, or code.
    struct Part {
        let text: String
        let isCode: Bool
    }

    /// A paragraph of a text.
    struct Paragraph {
        let parts: [Part]
    }

    /// A parameter, or a member of a body.
    struct Field {
        let name: String
        let type: String
        let isRequired: Bool
        let parts: [Part]
    }

    /// Fields under a heading.
    struct Fields {
        let title: String
        let fields: [Field]
    }

    /// What is answered with a status.
    struct Answer {
        let status: String
        let parts: [Part]
    }

    /// A method of a path.
    struct Operation {
        let id: String
        let method: String
        let path: String
        let summary: String
        let needsKey: Bool
        let paragraphs: [Paragraph]
        let lists: [Fields]
        let answers: [Answer]
    }

    /// Operations that belong together.
    struct Group {
        let name: String
        let parts: [Part]
        let operations: [Operation]
    }

    let title: String
    let version: String
    let paragraphs: [Paragraph]
    let groups: [Group]

    /// Reads a description.
    init(_ document: JSONValue) {
        let info = document["info"]
        title = info?["title"]?.string ?? ""
        version = info?["version"]?.string ?? ""
        paragraphs = Self.paragraphs(info?["description"]?.string)
        let reader = APIReader(document: document)
        let operations = reader.operations
        groups = (document["tags"].map { Array($0.elements) } ?? []).map { tag in
            let name = tag["name"]?.string ?? ""
            return Group(
                name: name, parts: Self.parts(tag["description"]?.string ?? ""),
                operations: operations.filter { $0.tag == name }.map(\.operation))
        }
    }

    /// A text's paragraphs, which empty lines part.
    static func paragraphs(_ text: String?) -> [Paragraph] {
        (text ?? "").split(separator: "\n").map { Paragraph(parts: parts(String($0))) }
    }

    /// A text in pieces: what stands between backticks is code.
    static func parts(_ text: String) -> [Part] {
        text.split(separator: "`", omittingEmptySubsequences: false).enumerated()
            .map { Part(text: String($1), isCode: $0 % 2 == 1) }.filter { !$0.text.isEmpty }
    }
}
