internal import JSON

extension OpenBadgeSchema {
    /// The rules that hold between the members of an object.
    mutating func checkMeaning(_ value: JSONValue, _ name: ObjectShape.Name) {
        switch name {
        case .credential, .endorsement:
            if let context = value["@context"] { checkContext(context) }
            let kinds =
                name == .credential ? ["AchievementCredential", "OpenBadgeCredential"] : ["EndorsementCredential"]
            if let types = value["type"] { checkTypes(types, [["VerifiableCredential"], kinds]) }
        case .learnerRecord:
            if let context = value["@context"] { checkRecordContext(context) }
            if let types = value["type"] { checkTypes(types, [["VerifiableCredential"], ["ClrCredential"]]) }
        case .anyCredential where value.isOpenBadge: checkObject(value, .credential)
        case .subject where value["id"] == nil && value["identifier"] == nil:
            fault(value, "A subject has an id or identifiers.")
        case .learnerRecordSubject where value["id"] == nil && value["identifier"] == nil:
            fault(value, "A subject has an id or identifiers.")
        case .criteria where value["id"] == nil && value["narrative"] == nil:
            fault(value, "Criteria have an id or a narrative.")
        default: break
        }
    }

    private mutating func checkContext(_ context: JSONValue) {
        guard context.kind == .array, context.count >= 2 else {
            return fault(context, "This must be an array of at least two contexts.")
        }
        for (position, item) in context.elements.enumerated() {
            switch position {
            case 0 where !(item.string.map(sameBytes(dataModel.context)) ?? false):
                fault(item, "The first context must be \(DataModel.v2.context).")
            case 1 where !(item.stringBytes.map { Self.isBadgeContext($0[...]) } ?? false):
                fault(item, "The second context must be that of Open Badges 3.0.")
            case 2... where item.kind != .string && item.kind != .object:
                fault(item, "A context is a text or an object.")
            default: break
            }
        }
    }

    private mutating func checkRecordContext(_ context: JSONValue) {
        guard context.kind == .array, context.count >= 3 else {
            return fault(context, "This must be an array of at least three contexts.")
        }
        for (position, item) in context.elements.enumerated() {
            let isAllowed =
                switch position {
                case 0: item.string.map(sameBytes("https://www.w3.org/ns/credentials/v2")) ?? false
                case 1: item.string.map(sameBytes(LearnerRecordCredential.context)) ?? false
                case 2: item.stringBytes.map { Self.isBadgeContext($0[...]) } ?? false
                default: item.kind == .string || item.kind == .object
                }
            guard !isAllowed else { continue }
            fault(
                item,
                "The first three contexts must be those of credentials, learner records and badges; all are texts or objects."
            )
        }
    }

    /// Whether a text is `…/ob/v3p0/context.json` or `…/ob/v3p0/context-3.0.3.json`, whichever edition of 3.
    private static func isBadgeContext(_ text: ArraySlice<UInt8>) -> Bool {
        let start = "https://purl.imsglobal.org/spec/ob/v3p0/context".utf8
        let end = ".json".utf8
        guard text.starts(with: start), text.suffix(end.count).elementsEqual(end) else { return false }
        guard text.count >= start.count + end.count else { return false }
        let edition = text.dropFirst(start.count).dropLast(end.count)
        guard edition.count % 6 == 0 else { return false }
        return edition.indices.allSatisfy { index in
            switch (index - edition.startIndex) % 6 {
            case 0: edition[index] == UInt8(ascii: "-")
            case 1: edition[index] == UInt8(ascii: "3")
            case 2, 4: edition[index] == UInt8(ascii: ".")
            default: (0x30...0x39).contains(edition[index])
            }
        }
    }
}
