import JSON

/// Objects of CASE as rows of cells: a column for each member, by the class's table of members.
enum CellRow {
    /// The texts of an object's members by their names; absent ones are left out.
    static func cells<Object: CASEClass>(of object: Object) -> [String: String] {
        var writer = JSONWriter()
        object.write(to: &writer, Form(version: .v1p1, isPackage: true))
        guard let root = try? JSONDocument(parsing: writer.bytes).root else { return [:] }
        var cells: [String: String] = [:]
        for (key, value) in root.members {
            guard let name = key.string, let position = Object.table.position(of: name) else { continue }
            cells[name] = text(of: value, Object.table.members[position].shape)
        }
        return cells
    }

    /// Reads an object out of cells; what is wrong goes to the reader, with the member's name as pointer.
    static func object<Object: CASEClass>(
        _ type: Object.Type, from cells: [String: String], _ reader: inout Reader
    ) -> Object? {
        var writer = JSONWriter()
        var isComplete = true
        writer.object { writer in
            for member in Object.table.members {
                guard let text = cells[member.name], !text.isEmpty else { continue }
                guard let json = json(of: text, member.shape) else {
                    reader.enter(member.name)
                    reader.fault(.value, "The cell holds no JSON: \"\(text.prefix(60))\".")
                    reader.leave()
                    isComplete = false
                    continue
                }
                writer.member(member.name, raw: json)
            }
        }
        guard isComplete else { return nil }
        do {
            return Object.read(try JSONDocument(parsing: writer.bytes).root, &reader)
        } catch {
            // Each value was JSON by itself, so this is a character that JSON texts of ours cannot have.
            reader.fault(CASERule(id: error.rule.id, text: error.rule.text), error.reason)
            return nil
        }
    }

    /// An object as JSON, for a cell.
    static func json(of object: some CASEClass) -> String {
        var writer = JSONWriter()
        object.write(to: &writer, Form(version: .v1p1, isPackage: true))
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    private static func text(of value: JSONValue, _ shape: CellShape) -> String {
        switch shape {
        case .text: return value.string ?? ""
        case .number: return value.lexeme ?? ""
        case .json: return String(decoding: value.bytes, as: UTF8.self)
        case .texts:
            let texts = value.elements.map { $0.string ?? "" }
            let isPlain = texts.allSatisfy { text in !text.isEmpty && !text.utf8.contains(UInt8(ascii: "\n")) }
            if isPlain, texts.first?.hasPrefix("[") == false { return texts.joined(separator: "\n") }
            return String(decoding: value.bytes, as: UTF8.self)
        }
    }

    private static func json(of text: String, _ shape: CellShape) -> [UInt8]? {
        var writer = JSONWriter()
        switch shape {
        case .text: writer.string(text)
        // A text that is no number becomes a fault of the member.
        case .number: if let number = ExactNumber(text) { writer.raw(number.digits.utf8) } else { writer.string(text) }
        case .json: return isJSON(text) ? Array(text.utf8) : nil
        case .texts:
            if text.hasPrefix("["), isJSON(text) { return Array(text.utf8) }
            writer.array { writer in
                for line in text.utf8.split(separator: UInt8(ascii: "\n")) { writer.string(String(line) ?? "") }
            }
        }
        return writer.bytes
    }

    private static func isJSON(_ text: String) -> Bool { (try? JSONDocument(parsing: Array(text.utf8))) != nil }
}
