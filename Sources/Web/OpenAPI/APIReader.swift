internal import JSON

/// Reads the operations of a description (OpenAPI 3.1) for ``APIPage``.
struct APIReader {
    let document: JSONValue

    /// Every operation, in the order of the document, with its tag.
    var operations: [(tag: String, operation: APIPage.Operation)] {
        var operations: [(tag: String, operation: APIPage.Operation)] = []
        for (path, item) in document["paths"]?.membersList ?? [] {
            let shared = item["parameters"].map { Array($0.elements) } ?? []
            for (method, operation) in item.membersList where operation.kind == .object {
                let tag = operation["tags"]?[0]?.string ?? ""
                operations.append((tag, read(operation, method: method, path: path, shared: shared)))
            }
        }
        return operations
    }

    private func read(
        _ operation: JSONValue, method: String, path: String, shared: [JSONValue]
    ) -> APIPage.Operation {
        let parameters = shared + (operation["parameters"].map { Array($0.elements) } ?? [])
        let lists = [
            APIPage.Fields(title: "Parameters", fields: parameters.map(parameter)),
            APIPage.Fields(title: "Body", fields: body(operation["requestBody"])),
        ]
        return APIPage.Operation(
            id: operation["operationId"]?.string ?? "", method: method.uppercased(), path: path,
            summary: operation["summary"]?.string ?? "",
            needsKey: operation["security"].map { $0[0]?.count != 0 } ?? true,
            paragraphs: APIPage.paragraphs(operation["description"]?.string),
            lists: lists.filter { !$0.fields.isEmpty },
            answers: (operation["responses"]?.membersList ?? []).map { status, response in
                APIPage.Answer(
                    status: status, parts: APIPage.parts(resolved(response)["description"]?.string ?? ""))
            })
    }

    private func parameter(_ value: JSONValue) -> APIPage.Field {
        let value = resolved(value)
        return APIPage.Field(
            name: value["name"]?.string ?? "", type: type(of: value["schema"]),
            isRequired: value["required"]?.boolean ?? false,
            parts: APIPage.parts(value["description"]?.string ?? ""))
    }

    /// The members of a JSON body that is an object; else the body as a whole, by its media types.
    private func body(_ value: JSONValue?) -> [APIPage.Field] {
        guard let value, let content = value["content"] else { return [] }
        let schema = content["application/json"]?["schema"].map(resolved)
        if let properties = schema?["properties"] {
            let required = schema?["required"]?.elements.compactMap(\.string) ?? []
            return properties.membersList.map { name, property in
                APIPage.Field(
                    name: name, type: type(of: property), isRequired: required.contains(name),
                    parts: APIPage.parts(resolved(property)["description"]?.string ?? ""))
            }
        }
        return [
            APIPage.Field(
                name: content.membersList.map(\.name).joined(separator: ", "), type: type(of: schema),
                isRequired: value["required"]?.boolean ?? false,
                parts: APIPage.parts(value["description"]?.string ?? ""))
        ]
    }

    /// A schema's type in a few words.
    private func type(of schema: JSONValue?) -> String {
        guard let schema = schema.map(resolved) else { return "" }
        if let choices = schema["oneOf"] {
            return choices.elements.map { type(of: $0) }.joined(separator: " or ")
        }
        let name = schema["format"]?.string ?? schema["type"]?.string ?? ""
        return name == "array" ? "list of \(type(of: schema["items"]))" : name
    }

    /// What a reference within the document stands for; the value itself when it is none.
    private func resolved(_ value: JSONValue) -> JSONValue {
        guard let reference = value["$ref"]?.string else { return value }
        return reference.split(separator: "/").dropFirst().reduce(Optional(document)) { $0?[String($1)] } ?? value
    }
}

extension JSONValue {
    /// An object's members with their names, in the order of the text.
    fileprivate var membersList: [(name: String, value: JSONValue)] {
        members.map { ($0.key.string ?? "", $0.value) }
    }
}
