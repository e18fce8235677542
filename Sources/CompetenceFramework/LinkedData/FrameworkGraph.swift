/// A package as linked data: CTDL-ASN, and SKOS beside it.
///
/// The document is a competency framework and a concept scheme; areas, competences and levels are competencies and
/// concepts; profiles are work roles, and the levels they aim at skills that they embody. The levels 1 to 4 are a
/// progression model, to which the complexity of level items refers. Weights of targets stay in CASE: neither vocabulary
/// has a word for them.
struct FrameworkGraph {
    private let package: CFPackage
    private let index: PackageIndex
    private let language: String?
    private var frameworkIRI: String { IRIText.safe(package.document.uri) }
    private var progressionIRI: String { frameworkIRI + "#progression" }

    /// The resources in the order of the package.
    static func resources(_ package: CFPackage) -> [RDFResource] {
        let graph = FrameworkGraph(package)
        return [graph.framework()] + graph.progression() + graph.items()
    }

    private init(_ package: CFPackage) {
        self.package = package
        index = PackageIndex(package)
        language = package.document.language.flatMap { LanguageTag.isWellFormed($0) ? $0 : nil }
    }

    /// A member's text with its translations.
    private func texts(_ text: String?, _ member: String, _ object: some Translatable, _ own: String?) -> [RDFTerm] {
        guard let text else { return [] }
        let language = own.flatMap { LanguageTag.isWellFormed($0) ? $0 : nil } ?? language
        let translations = object.translations.filter { LanguageTag.isWellFormed($0.key) }.sorted { $0.key < $1.key }
        return [.text(text, language: language)]
            + translations.compactMap { tag, texts in
                tag == language ? nil : texts[member].map { .text($0, language: tag) }
            }
    }

    private func words(_ texts: [String]) -> [RDFTerm] { texts.map { .text($0, language: language) } }

    private func framework() -> RDFResource {
        let document = package.document
        var resource = RDFResource(frameworkIRI, types: ["ceasn:CompetencyFramework", "skos:ConceptScheme"])
        let title = texts(document.title, "title", document, document.language)
        resource.add("ceasn:name", title)
        resource.add("skos:prefLabel", title)
        resource.add(
            "ceasn:description", texts(document.description, "description", document, document.language))
        resource.add("ceasn:codedNotation", text: document.code)
        resource.add("dct:creator", words([document.creator]))
        resource.add("ceasn:publisherName", words([document.publisher].compactMap(\.self)))
        resource.add("ceasn:inLanguage", text: document.language)
        resource.add("owl:versionInfo", text: document.version)
        resource.add("ceasn:publicationStatusType", resource: status)
        resource.add("ceasn:dateModified", date: document.lastChangeDateTime)
        resource.add("ceasn:dateValidFrom", date: document.statusStartDate)
        resource.add("ceasn:dateValidUntil", date: document.statusEndDate)
        resource.add("ceasn:license", resource: document.licenseURI?.uri)
        resource.add("ceasn:source", resource: document.officialSourceURL.flatMap { URIText.isAbsolute($0) ? $0 : nil })
        let base = URIBase(document)
        resource.add("ceasn:derivedFrom", resource: document.derivedFrom.map { base.uri("CFDocuments", $0) })
        resource.add("dct:subject", words(document.subject))
        let notes = texts(document.notes, "notes", document, document.language)
        resource.add("ceasn:comment", notes)
        resource.add("skos:note", notes)
        if !levels.isEmpty { resource.add("asn:hasProgressionModel", resource: progressionIRI) }
        let roots = package.items.indices.filter { index.parents[$0].isEmpty }
        resource.add("ceasn:hasTopChild", resources: roots.filter { package.items[$0].kind != .profile }.map(iri))
        resource.add("skos:hasTopConcept", resources: roots.map(iri))
        return resource
    }

    private var status: String? {
        switch package.document.adoptionStatus {
        case "Adopted": Vocabulary.iri("publicationStatus:Published")
        case "Deprecated": Vocabulary.iri("publicationStatus:Deprecated")
        case "Draft", "Private Draft": Vocabulary.iri("publicationStatus:Draft")
        default: nil
        }
    }

    /// The levels that level items have, in their order.
    private var levels: [Int] { Set(package.items.filter { $0.kind == .level }.compactMap(\.level)).sorted() }

    private func level(_ number: Int) -> String { "\(frameworkIRI)#level-\(number)" }

    private func progression() -> [RDFResource] {
        guard !levels.isEmpty else { return [] }
        let document = package.document
        var model = RDFResource(progressionIRI, types: ["asn:ProgressionModel"])
        model.add("ceasn:name", texts(document.title, "title", document, document.language))
        model.add("skos:hasTopConcept", resources: levels.map(level))
        let steps = levels.map { number in
            var step = RDFResource(level(number), types: ["asn:ProgressionLevel"])
            step.add("skos:prefLabel", name(of: number))
            step.add("skos:notation", text: String(number))
            step.add("skos:topConceptOf", resource: progressionIRI)
            step.add("ceasn:inProgressionModel", resource: progressionIRI)
            return step
        }
        return [model] + steps
    }

    /// What a level is called: what all its items are called in short, where they agree.
    private func name(of level: Int) -> [RDFTerm] {
        let items = package.items.filter { $0.kind == .level && $0.level == level }
        guard let first = items.first, let name = first.abbreviatedStatement,
            items.allSatisfy({ $0.abbreviatedStatement == name })
        else { return [.text(String(level), language: nil)] }
        return texts(name, "abbreviatedStatement", first, first.language)
    }

    private func iri(_ position: Int) -> String { IRIText.safe(package.items[position].uri) }

    private func items() -> [RDFResource] {
        var resources = package.items.indices.map { position in
            package.items[position].kind == .profile ? profile(position) : competency(position)
        }
        for association in package.associations {
            guard let origin = index.position(of: association.originNodeURI) else { continue }
            for property in properties(association) {
                resources[origin].add(property, resource: association.destinationNodeURI.uri)
            }
        }
        return resources
    }

    private func competency(_ position: Int) -> RDFResource {
        let item = package.items[position]
        var resource = RDFResource(iri(position), types: ["ceasn:Competency", "skos:Concept"])
        let statement = texts(item.fullStatement, "fullStatement", item, item.language)
        let short = texts(item.abbreviatedStatement, "abbreviatedStatement", item, item.language)
        resource.add("ceasn:competencyText", statement)
        resource.add("ceasn:competencyLabel", short)
        resource.add("ceasn:codedNotation", text: item.code)
        resource.add("ceasn:competencyCategory", words([item.itemType].compactMap(\.self)))
        resource.add("ceasn:listID", text: item.listEnumeration)
        resource.add("ceasn:conceptKeyword", words(item.conceptKeywords))
        resource.add("ceasn:comment", texts(item.notes, "notes", item, item.language))
        describe(item, position, statement, short, &resource)
        resource.add("ceasn:isPartOf", resource: frameworkIRI)
        if index.parents[position].isEmpty { resource.add("ceasn:isTopChildOf", resource: frameworkIRI) }
        resource.add("ceasn:isChildOf", resources: index.parents[position].map(iri))
        resource.add("ceasn:hasChild", resources: index.children[position].map(iri))
        if item.kind == .level { resource.add("ceasn:complexityLevel", resource: item.level.map(level)) }
        return resource
    }

    private func profile(_ position: Int) -> RDFResource {
        let item = package.items[position]
        var resource = RDFResource(iri(position), types: ["ceterms:WorkRole", "skos:Concept"])
        let statement = texts(item.fullStatement, "fullStatement", item, item.language)
        let short = texts(item.abbreviatedStatement, "abbreviatedStatement", item, item.language)
        resource.add("ceterms:name", statement)
        resource.add("ceterms:codedNotation", text: item.code)
        describe(item, position, statement, short, &resource)
        return resource
    }

    /// What SKOS says, and what holds for every kind of item.
    private func describe(
        _ item: CFItem, _ position: Int, _ statement: [RDFTerm], _ short: [RDFTerm], _ resource: inout RDFResource
    ) {
        resource.add("skos:prefLabel", short.isEmpty ? statement : short)
        if !short.isEmpty { resource.add("skos:definition", statement) }
        resource.add("skos:notation", text: item.code)
        resource.add("skos:note", texts(item.notes, "notes", item, item.language))
        resource.add("skos:inScheme", resource: frameworkIRI)
        if index.parents[position].isEmpty { resource.add("skos:topConceptOf", resource: frameworkIRI) }
        resource.add("skos:broader", resources: index.parents[position].map(iri))
        resource.add("skos:narrower", resources: index.children[position].map(iri))
        resource.add("ceasn:inLanguage", text: item.language)
        resource.add("ceasn:license", resource: item.licenseURI?.uri)
        resource.add("ceasn:dateModified", date: item.lastChangeDateTime)
    }

    /// The properties that say an association, from its origin to its destination.
    private func properties(_ association: CFAssociation) -> [String] {
        if association.isTarget { return ["ceasn:skillEmbodied"] }
        let isInside = index.position(of: association.destinationNodeURI) != nil
        switch association.associationType {
        // The tree is said already, from both sides; a level is a child of its competence.
        case .isChildOf: return []
        case .hasSkillLevel: return isInside ? [] : ["dct:relation"]
        case .exactMatchOf: return ["ceasn:exactAlignment", "skos:exactMatch"]
        case .isRelatedTo: return alignment(association.match, isInside: isInside)
        case .isPeerOf: return ["skos:related"]
        case .precedes: return ["ceasn:prerequisiteAlignment"]
        case .replacedBy: return ["dct:isReplacedBy"]
        case .isPartOf: return ["dct:isPartOf"]
        case .exemplar: return ["dct:references"]
        case .isTranslationOf: return ["schema:translationOfWork"]
        default: return ["dct:relation"]
        }
    }

    private func alignment(_ match: MatchKind?, isInside: Bool) -> [String] {
        switch match {
        case .exact: ["ceasn:exactAlignment", "skos:exactMatch"]
        case .close: ["ceasn:majorAlignment", "skos:closeMatch"]
        case .broad: ["ceasn:broadAlignment", "skos:broadMatch"]
        case .narrow: ["ceasn:narrowAlignment", "skos:narrowMatch"]
        case .related: ["ceasn:minorAlignment", "skos:relatedMatch"]
        case nil: isInside ? ["skos:related"] : ["ceasn:minorAlignment", "skos:relatedMatch"]
        }
    }
}
