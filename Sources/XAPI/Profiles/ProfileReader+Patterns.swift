internal import JSON

extension ProfileReader {
    /// Reads a pattern (xAPI Profiles 1.0 §9).
    func pattern(_ value: JSONValue) -> ProfilePattern? {
        if text(value, "type") != "Pattern" { fault(value, .value, "type is not Pattern.") }
        if value["inScheme"] != nil { checkScheme(value) }
        let isPrimary = flag(value, "primary")
        let kinds = ProfilePattern.Kind.allCases.filter { value[$0.rawValue] != nil }
        guard let kind = kinds.first, kinds.count == 1 else {
            let names = ProfilePattern.Kind.allCases.map(\.rawValue).joined(separator: ", ")
            fault(value, .pattern, "A pattern has exactly one of \(names).")
            return nil
        }
        let isList = kind == .alternates || kind == .sequence
        let members = isList ? iris(value, kind.rawValue) : [iri(value, kind.rawValue)]
        if isList, members.count < 2, !(kind == .sequence && isPrimary && members.count == 1) {
            fault(value, .pattern, "\(kind.rawValue) needs at least two members.")
        }
        return ProfilePattern(
            id: iri(value, "id"), kind: kind, members: members, isPrimary: isPrimary,
            prefLabel: isPrimary ? languageMap(value, "prefLabel") : optionalLanguageMap(value, "prefLabel"),
            definition: isPrimary ? languageMap(value, "definition") : optionalLanguageMap(value, "definition"),
            json: Array(value.bytes))
    }

    /// Checks that no id stands for two things.
    func checkIDs(_ profile: Profile, _ root: JSONValue) {
        var seen: Set<String> = []
        let ids =
            [profile.id] + profile.versions.map(\.id) + profile.concepts.map(\.id) + profile.templates.map(\.id)
            + profile.patterns.map(\.id)
        for id in ids where !seen.insert(id).inserted { fault(root, .uniqueID, "\(id) stands for two things.") }
    }

    /// Checks that what is named below the profile's own IRI is there, and that patterns are made as they may be.
    ///
    /// IRIs elsewhere are those of other profiles, of which nothing is known here.
    func checkReferences(_ profile: Profile, _ root: JSONValue) {
        let concepts = Dictionary(profile.concepts.map { ($0.id, $0.kind) }) { first, _ in first }
        let patterns = Dictionary(profile.patterns.map { ($0.id, $0) }) { first, _ in first }
        let templates = Set(profile.templates.map(\.id))
        let own = profile.id.hasSuffix("/") ? profile.id : profile.id + "/"
        func need(_ iri: String, _ isThere: Bool, from part: String) {
            guard !isThere, iri.hasPrefix(own) else { return }
            fault(root, .reference, "\(part) names \(iri), which the profile does not have.")
        }
        for template in profile.templates {
            if let verb = template.verb { need(verb, concepts[verb] == .verb, from: template.id) }
            for type in template.activityTypes { need(type, concepts[type] == .activityType, from: template.id) }
            for usage in template.attachmentUsageType {
                need(usage, concepts[usage] == .attachmentUsageType, from: template.id)
            }
        }
        for concept in profile.concepts {
            for target in concept.relations.flatMap(\.targets) {
                need(target, concepts[target] == concept.kind, from: concept.id)
            }
        }
        for pattern in profile.patterns {
            for member in pattern.members {
                need(member, templates.contains(member) || patterns[member] != nil, from: pattern.id)
                if pattern.kind == .alternates, let kind = patterns[member]?.kind,
                    kind == .optional || kind == .zeroOrMore
                {
                    fault(root, .pattern, "\(pattern.id) has \(kind.rawValue) directly inside alternates.")
                }
            }
        }
        refuseCycles(patterns, root)
    }

    /// Finds patterns within themselves: what is left when patterns of nothing but settled members are taken away.
    private func refuseCycles(_ patterns: [String: ProfilePattern], _ root: JSONValue) {
        var users: [String: [String]] = [:]
        var unsettled: [String: Int] = [:]
        for pattern in patterns.values {
            let members = pattern.members.filter { patterns[$0] != nil }
            unsettled[pattern.id] = members.count
            for member in members { users[member, default: []].append(pattern.id) }
        }
        var settled = unsettled.filter { $0.value == 0 }.map(\.key)
        while let id = settled.popLast() {
            unsettled[id] = nil
            for user in users[id] ?? [] {
                guard let count = unsettled[user] else { continue }
                unsettled[user] = count - 1
                if count == 1 { settled.append(user) }
            }
        }
        if let id = unsettled.keys.min() { fault(root, .patternCycle, "\(id) is within itself.") }
    }
}

extension ProfileTemplate {
    /// All types of activities that it determines.
    var activityTypes: [String] {
        [objectActivityType].compactMap(\.self) + contextGroupingActivityType + contextParentActivityType
            + contextOtherActivityType + contextCategoryActivityType
    }
}
