internal import JSON

extension SchemeReader {
    /// Reads phase, months after and framework version.
    mutating func readContextExtensions(_ node: Int) {
        let document = document
        document.forEachMember(node) { key, value in
            switch Extension(document, key: key) {
            case .phase: scheme.phase = enumerated(value, SchemeContext.Phase.self)
            case .monthsAfter: scheme.monthsAfter = integer(value, 0...60)
            case .frameworkVersion: scheme.frameworkVersion = iri(value)
            default: break
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
            switch Extension(document, key: key) {
            case .level: readLevel(value)
            case .nonresponse: scheme.nonresponse = enumerated(value, SchemeContext.Nonresponse.self)
            default: break
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

    /// The extensions of the profile.
    private enum Extension: UInt8 {
        case phase = 1
        case monthsAfter, frameworkVersion, level, nonresponse

        /// The extension with this name, if it is one of the profile's.
        init?(_ document: JSONDocument, key: Int) {
            self.init(rawValue: UInt8(truncatingIfNeeded: document.number(key, among: Self.names)))
        }

        /// The names in the order of the cases.
        private static let names = JSONNames([
            SchemeVocabulary.phase, SchemeVocabulary.monthsAfter, SchemeVocabulary.frameworkVersion,
            SchemeVocabulary.level, SchemeVocabulary.nonresponse,
        ])
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
