/// Values of properties.
extension StatementWriter {
    /// The term of a value, what the value states being written; none when it can't stand in a graph.
    mutating func object(_ value: LinkedDataValue, to target: Target) throws(LinkedDataError) -> RDFTerm? {
        guard case .object(let map) = value else { return nil }
        if map.has(.value) { return try literal(map, to: target) }
        if let list = map[.list] { return try self.list(list.elements, to: target) }
        return try write(map, to: target)
    }

    private mutating func list(
        _ elements: [LinkedDataValue], to target: Target
    ) throws(LinkedDataError) -> RDFTerm? {
        guard !elements.isEmpty else { return Vocabulary.nil }
        let cells = elements.map { _ in blank() }
        for (index, element) in elements.enumerated() {
            add(cells[index], Vocabulary.first, try object(element, to: target), to: target)
            let next = index + 1 < cells.count ? cells[index + 1] : Vocabulary.nil
            add(cells[index], Vocabulary.rest, next, to: target)
        }
        return cells[0]
    }

    private mutating func literal(_ map: LinkedDataMap, to target: Target) throws(LinkedDataError) -> RDFTerm? {
        let type = map[.type]?.text
        if type == Keyword.json.text { return .literal(try json(map[.value] ?? .null)) }
        if let type, !IRI.isAbsolute(type) {
            try lose("The type of a value is no absolute IRI.")
            return nil
        }
        let language = map[.language]?.text
        if let language, !IRI.isLanguageTag(language) {
            try lose("The language of a text is no well-formed tag.")
            return nil
        }
        switch map[.value] {
        case .boolean(let truth):
            return .literal(RDFLiteral(truth ? "true" : "false", datatype: type ?? Vocabulary.boolean))
        case .number(let number): return .literal(GraphNumber.literal(number, datatype: type))
        case .string(let text):
            if let direction = map[.direction]?.text {
                if let term = directed(text, language, direction, to: target) { return term }
                try lose("The direction of a text has no place in a graph.")
            }
            if let language { return .literal(RDFLiteral(text, language: Self.lowercased(language))) }
            return .literal(RDFLiteral(text, datatype: type ?? RDFLiteral.string))
        default: return nil
        }
    }

    /// A text with a direction; none when directions are left out.
    private mutating func directed(
        _ text: RDFText, _ language: RDFText?, _ direction: RDFText, to target: Target
    ) -> RDFTerm? {
        let language = language.map(Self.lowercased)
        switch self.direction {
        case nil: return nil
        case .i18nDatatype:
            let datatype = Vocabulary.i18n.bytes + (language?.bytes ?? []) + "_".utf8 + direction.bytes
            return .literal(RDFLiteral(text, datatype: RDFText(datatype)))
        case .compoundLiteral:
            let node = blank()
            add(node, Vocabulary.value, .literal(RDFLiteral(text)), to: target)
            if let language { add(node, Vocabulary.language, .literal(RDFLiteral(language)), to: target) }
            add(node, Vocabulary.direction, .literal(RDFLiteral(direction)), to: target)
            return node
        }
    }

    /// Language tags mean the same in either case; in graphs they are written in lower case, as others do.
    private static func lowercased(_ tag: RDFText) -> RDFText {
        RDFText(tag.bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 })
    }
}
