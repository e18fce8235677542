internal import JSON
internal import LearningRecords
internal import XAPI

/// What the page of a profile shows: the whole, or one part.
private struct ProfilePage {
    /// A name for people with the IRI behind it, and where it leads.
    struct Link {
        let text: String
        let url: String
    }

    struct Fact {
        let name: String
        let links: [Link]
    }

    struct Rule {
        let number: Int
        let location: String
        let requirement: String
        let note: String?
    }

    /// A concept, template or pattern.
    struct Part {
        let anchor: String
        let name: String
        let kind: String
        let iri: String
        let about: String?
        let isDeprecated: Bool
        let schema: String?
        let facts: [Fact]
        let rules: [Rule]
        let hasRules: Bool
    }

    struct Section {
        let anchor: String
        let title: String
        let count: Int
        let parts: [Part]
    }

    let name: String
    /// What it is about; nil on the page of a part, which tells it itself.
    let lead: String?
    let iri: String
    let version: Link
    let date: String
    let author: String
    let path: String
    let whole: Link?
    let sections: [Section]
}

extension Pages {
    /// The page of a version of the scheme's profile, or of one of its parts.
    func profile(_ published: PublishedProfile, part iri: String? = nil) throws -> String {
        let profile = published.profile
        let parts: [(String, String, [ProfilePage.Part])] = [
            ("concepts", "Concepts", profile.concepts.map(Self.part)),
            ("templates", "Statement templates", profile.templates.map { Self.part($0, of: profile) }),
            ("patterns", "Patterns", profile.patterns.map { Self.part($0, of: profile) }),
        ]
        let sections = parts.compactMap { anchor, title, parts -> ProfilePage.Section? in
            let shown = parts.filter { iri == nil || $0.iri == iri }
            if shown.isEmpty { return nil }
            return ProfilePage.Section(anchor: anchor, title: title, count: shown.count, parts: shown)
        }
        let name = profile.prefLabel.text
        return try html(
            "profile",
            ProfilePage(
                name: iri.flatMap { _ in sections.first?.parts.first?.name } ?? name,
                lead: iri == nil ? profile.definition.text : nil, iri: iri ?? profile.id,
                version: Self.link(profile.version, text: profile.version),
                date: String(profile.versions.first { $0.id == profile.version }?.generatedAtTime.prefix(10) ?? ""),
                author: profile.author, path: Self.path(iri ?? profile.version),
                whole: iri.map { _ in Self.link(profile.version, text: name) }, sections: sections))
    }

    private static func part(_ concept: ProfileConcept) -> ProfilePage.Part {
        ProfilePage.Part(
            anchor: anchor(concept.id), name: concept.prefLabel?.text ?? concept.id, kind: concept.kind.title,
            iri: concept.id, about: concept.definition?.text, isDeprecated: concept.isDeprecated,
            schema: concept.schema,
            facts: concept.relations.map {
                ProfilePage.Fact(name: $0.name, links: $0.targets.map { link($0, text: $0) })
            },
            rules: [], hasRules: false)
    }

    private static func part(_ template: ProfileTemplate, of profile: Profile) -> ProfilePage.Part {
        let facts: [(String, [String])] = [
            ("Verb", template.verb.map { [$0] } ?? []),
            ("Object", template.objectActivityType.map { [$0] } ?? []),
            ("In grouping", template.contextGroupingActivityType), ("In parent", template.contextParentActivityType),
            ("In other", template.contextOtherActivityType), ("In category", template.contextCategoryActivityType),
            ("Attachments", template.attachmentUsageType),
        ]
        return ProfilePage.Part(
            anchor: anchor(template.id), name: template.prefLabel.text, kind: "Statement template", iri: template.id,
            about: template.definition.text, isDeprecated: template.isDeprecated, schema: nil,
            facts: facts.filter { !$0.1.isEmpty }.map { name, iris in
                ProfilePage.Fact(name: name, links: iris.map { link($0, in: profile) })
            },
            rules: template.rules.enumerated().map { position, rule in
                ProfilePage.Rule(
                    number: position + 1, location: rule.selector.map { "\(rule.location), \($0)" } ?? rule.location,
                    requirement: rule.requirement, note: rule.scopeNote?.text)
            }, hasRules: !template.rules.isEmpty)
    }

    private static func part(_ pattern: ProfilePattern, of profile: Profile) -> ProfilePage.Part {
        ProfilePage.Part(
            anchor: anchor(pattern.id), name: pattern.prefLabel?.text ?? lastWord(pattern.id),
            kind: pattern.isPrimary ? "Primary pattern" : "Pattern", iri: pattern.id,
            about: pattern.definition?.text, isDeprecated: false, schema: nil,
            facts: [ProfilePage.Fact(name: pattern.kind.title, links: pattern.members.map { link($0, in: profile) })],
            rules: [], hasRules: false)
    }

    // MARK: - Links

    /// A link to something by the name that the profile has for it.
    private static func link(_ iri: String, in profile: Profile) -> ProfilePage.Link {
        let name =
            profile.concepts.first { $0.id == iri }?.prefLabel?.text
            ?? profile.templates.first { $0.id == iri }?.prefLabel.text
            ?? profile.patterns.first { $0.id == iri }?.prefLabel?.text
        return link(iri, text: name ?? lastWord(iri))
    }

    private static func link(_ iri: String, text: String) -> ProfilePage.Link {
        ProfilePage.Link(text: text, url: path(iri))
    }

    /// Where an IRI leads: the profile's own lead here, whether or not their redirect is set up.
    private static func path(_ iri: String) -> String {
        guard iri == SchemeVocabulary.base || iri.hasPrefix(SchemeVocabulary.base + "/") else { return iri }
        return "/profiles/iust" + iri.dropFirst(SchemeVocabulary.base.count)
    }

    private static func anchor(_ iri: String) -> String {
        path(iri).split(separator: "/").suffix(2).joined(separator: "-")
    }

    private static func lastWord(_ iri: String) -> String {
        iri.split { $0 == "/" || $0 == "#" }.last.map(String.init) ?? iri
    }
}

extension ProfileConcept.Kind {
    fileprivate var title: String {
        switch self {
        case .verb: "Verb"
        case .activityType: "Activity type"
        case .attachmentUsageType: "Attachment usage type"
        case .contextExtension: "Context extension"
        case .resultExtension: "Result extension"
        case .activityExtension: "Activity extension"
        case .stateResource: "State document"
        case .agentProfileResource: "Agent profile document"
        case .activityProfileResource: "Activity profile document"
        case .activity: "Activity"
        }
    }
}

extension ProfilePattern.Kind {
    fileprivate var title: String {
        switch self {
        case .alternates: "One of"
        case .optional: "Once or not at all"
        case .oneOrMore: "Once or more often"
        case .sequence: "In this order"
        case .zeroOrMore: "Any number of times"
        }
    }
}
