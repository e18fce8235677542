internal import JSON

extension SchemeReader {
    /// Reads phase, months after and framework version.
    mutating func readContextExtensions(_ node: Int) {
        let document = document
        document.forEachMember(node) { key, value in
            guard isOwn(key) else { return }
            if document.text(key, equals: SchemeVocabulary.phase) {
                scheme.phase = enumerated(value, SchemeContext.Phase.self)
            } else if document.text(key, equals: SchemeVocabulary.monthsAfter) {
                scheme.monthsAfter = integer(value, 0...60)
            } else if document.text(key, equals: SchemeVocabulary.frameworkVersion) {
                scheme.frameworkVersion = iri(value)
            }
        }
        if let months = scheme.monthsAfter, scheme.phase != .followup {
            note(node, "months-after is \(months) although the phase isn't followup.")
        }
    }

    /// Reads level and nonresponse.
    mutating func readResultExtensions(_ node: Int) {
        let document = document
        document.forEachMember(node) { key, value in
            guard isOwn(key) else { return }
            if document.text(key, equals: SchemeVocabulary.level) {
                readLevel(value)
            } else if document.text(key, equals: SchemeVocabulary.nonresponse) {
                scheme.nonresponse = enumerated(value, SchemeContext.Nonresponse.self)
            }
        }
    }

    private mutating func readLevel(_ node: Int) {
        guard document.kind(node) == .object else { return note(node, "A level is an object.") }
        let document = document
        document.forEachMember(node) { key, value in
            if document.text(key, is: "level") {
                scheme.level = integer(value, 0...4)
            } else if document.text(key, is: "levelId") {
                scheme.levelID = iri(value)
            } else if document.text(key, is: "method") {
                scheme.levelMethod = enumerated(value, SchemeContext.LevelMethod.self)
            } else {
                note(value, "A level has no such member.")
            }
        }
        if document.member(node, "level") == nil { note(node, "The level is missing.") }
        if document.member(node, "levelId") == nil { note(node, "The level's levelId is missing.") }
    }

    /// Whether the name of an extension is one of the profile's.
    private func isOwn(_ key: Int) -> Bool {
        document.text(key, hasPrefix: "https://w3id.org/xapi/iust/extensions/")
    }

    private mutating func enumerated<Value: RawRepresentable<String> & CaseIterable>(
        _ node: Int, _ type: Value.Type
    ) -> Value? {
        if document.kind(node) == .string, let value = Value(rawValue: document.string(node)) { return value }
        note(node, "Expected one of " + Value.allCases.map(\.rawValue).joined(separator: ", ") + ".")
        return nil
    }

    private mutating func integer(_ node: Int, _ range: ClosedRange<Int>) -> Int? {
        if document.kind(node) == .number {
            let lexeme = document.lexeme(node)
            let value = Int(lexeme) ?? Double(lexeme).flatMap { Int(exactly: $0) }
            if let value, range.contains(value) { return value }
        }
        note(node, "Expected a whole number from \(range.lowerBound) to \(range.upperBound).")
        return nil
    }

    private mutating func iri(_ node: Int) -> String? {
        if document.kind(node) == .string, document.withText(node, IRIText.isValid) { return document.string(node) }
        note(node, "Expected an IRI.")
        return nil
    }

    private mutating func note(_ node: Int, _ reason: String) {
        guard scheme.notes.count < 16 else { return }
        scheme.notes.append(
            SchemeContext.DataQualityNote(pointer: document.pointer(node, from: statement), reason: reason))
    }
}
