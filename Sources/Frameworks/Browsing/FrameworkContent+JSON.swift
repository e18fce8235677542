internal import JSON

/// The database's answer is not what `sql/queries/framework` describes.
struct UnexpectedContent: Error {
    let member: String
}

extension FrameworkContent {
    /// Reads the answer of `framework/content`.
    init(json: JSONValue) throws {
        let document = try FrameworkDocument(json: json)
        self.document = document
        items = try json.list("items") { try Item(json: $0, document: document) }
        targets = try json.list("targets") { target in
            guard let profile = target[0]?.string, let competence = target[1]?.string,
                let level = target[2]?.integer, let weight = target[3]?.string
            else { throw UnexpectedContent(member: "targets") }
            return Target(profile: profile, competence: competence, level: Int(level), weight: weight)
        }
        alignments = try json.list("alignments") { alignment in
            try Alignment(
                item: alignment.text("item"), type: alignment.text("type"), address: alignment.text("address"),
                title: alignment["title"]?.string, scheme: alignment.text("scheme"),
                match: alignment["match"]?.string, version: alignment["version"]?.string,
                group: alignment["group"]?.string, notes: alignment["notes"]?.string)
        }
    }
}

extension FrameworkContent.Item {
    fileprivate init(json: JSONValue, document: FrameworkDocument) throws {
        guard let kind = try FrameworkContent.Kind(rawValue: json.text("kind")) else {
            throw UnexpectedContent(member: "kind")
        }
        guard let statement = try json.text("statement", shown: document.shown) else {
            throw UnexpectedContent(member: "statement")
        }
        identifier = try json.text("identifier")
        self.kind = kind
        code = try json.text("code")
        parent = json["parent"]?.string
        level = json["level"]?.integer.map { Int($0) }
        eqf = json["eqf"]?.integer.map { Int($0) }
        keywords = json.strings("keywords")
        self.statement = statement
        name = try json.text("name", shown: document.shown)
        notes = try json.text("notes", shown: document.shown)
    }
}

extension FrameworkDocument {
    fileprivate init(json: JSONValue) throws {
        let shown = try json.text("shown")
        guard let title = try json.text("title", shown: shown) else { throw UnexpectedContent(member: "title") }
        identifier = try json.text("identifier")
        code = try json.text("code")
        version = try json.text("version")
        self.title = title
        creator = try json.text("creator")
        publisher = json["publisher"]?.string
        description = try json.text("description", shown: shown)
        language = try json.text("language")
        status = try json.text("status")
        since = json["since"]?.string
        until = json["until"]?.string
        licence = json["licence"]?.string
        licenceAddress = json["licenceAddress"]?.string
        source = json["source"]?.string
        subjects = json.strings("subjects")
        notes = try json.text("notes", shown: shown)
        changed = try json.text("changed")
        derivedFrom = json["derivedFrom"]?.string
        versions = json.strings("versions")
        proposals = try Int(json.number("proposals"))
        self.shown = shown
        languages = json.strings("languages")
    }
}

extension JSONValue {
    /// A member that is a string.
    func text(_ member: String) throws -> String {
        guard let text = self[member]?.string else { throw UnexpectedContent(member: member) }
        return text
    }

    /// A member that is a string beside the one that says in which language it is; nil when there is none.
    ///
    /// - Parameter shown: The language that it should be in.
    fileprivate func text(_ member: String, shown: String) throws -> FrameworkText? {
        guard let text = self[member]?.string else { return nil }
        let language = try self.text(member + "Language")
        return FrameworkText(text, language: language, isFallback: language != shown)
    }

    /// The strings of a member that is an array.
    func strings(_ member: String) -> [String] { self[member]?.elements.compactMap(\.string) ?? [] }

    /// The elements of a member that is an array, read one by one.
    func list<Element>(_ member: String, _ read: (JSONValue) throws -> Element) throws -> [Element] {
        guard let value = self[member], value.kind == .array else { throw UnexpectedContent(member: member) }
        return try value.elements.map(read)
    }
}
