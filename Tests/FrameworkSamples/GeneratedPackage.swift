public import CompetenceFramework

/// Packages of every shape that reading accepts, the same for the same seed.
public struct GeneratedPackage {
    private var state: UInt64
    private let isStorable: Bool

    /// A package with about so many items.
    ///
    /// - Parameter isStorable: Whether what stands in two forms for one meaning is in the one that a store gives back:
    ///   numbers without exponents, no empty translations, no proposals of no form.
    public static func make(seed: UInt64, items count: Int, isStorable: Bool = false) -> CFPackage {
        var generator = GeneratedPackage(state: seed &* 0x9E37_79B9_7F4A_7C15 | 1, isStorable: isStorable)
        return generator.package(count)
    }

    private mutating func next(_ bound: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(max(1, bound)))
    }

    private mutating func chance(_ percent: Int) -> Bool { next(100) < percent }

    private static let pieces = [
        "=1+1", "+44", "-5", "@SUM(A1)", "\"quoted\"", "'tis", "''", "a,b;c", "line\nbreak", "cr\rlf\r\n", "\ttab",
        " space ",
        "007", "1e5", "2026-02-30", "TRUE", "_x0041_", "_x000D", "<b>&amp;</b>", "]]>", "🧑🏽‍🚒", "مرحبا", "e\u{301}", "é",
        "\u{1}\u{1F}", "\u{FFFE}\u{FFFF}", "\u{FEFF}", "[1,2]", "{\"a\":1}", "null", "A1=2; A2=3", "document",
        "Überprüfung", "行",
    ]

    private mutating func text() -> String {
        if next(1000) == 0 { return String(repeating: "long text 🧑🏽‍🚒 ", count: 1500 + next(2500)) }
        return (0...next(3)).map { _ in Self.pieces[next(Self.pieces.count)] }.joined(separator: chance(50) ? "" : " ")
    }

    private mutating func maybe(_ percent: Int = 30) -> String? { chance(percent) ? text() : nil }

    private mutating func texts() -> [String] { chance(20) ? (0...next(3)).map { _ in text() } : [] }

    private mutating func number() -> ExactNumber {
        ExactNumber(["1", "1.50", "2.0", "0.1000", "-0e1", "1E+2"][next(isStorable ? 4 : 6)]) ?? 0
    }

    private mutating func value(_ depth: Int = 0) -> ExtensionValue {
        switch next(depth > 2 ? 4 : 6) {
        case 0: .string(chance(20) ? "" : text())
        case 1: .number(number())
        case 2: .boolean(chance(50))
        case 3: .null
        case 4: .array((0..<next(3)).map { _ in value(depth + 1) })
        default: .object([text(): value(depth + 1), "x": value(depth + 1)])
        }
    }

    private mutating func extensions() -> Extensions {
        var extensions: Extensions = chance(20) ? ["vendor:\(text())": value()] : [:]
        if chance(25) {
            extensions["iust:translations"] = .object([
                "it": .object(["notes": .string(text()), "fullStatement": .string(text())]),
                chance(50) ? "de" : "pt-BR": .object(["title": .string(text())]),
            ])
        }
        return extensions
    }

    private mutating func identifier() -> String {
        let digits = (0..<32).map { _ in String(next(16), radix: 16) }.joined()
        let bytes = Array(digits)
        return [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(bytes[$0]) }.joined(separator: "-")
    }

    private mutating func time() -> String { chance(80) ? Sample.time : "2027-01-0\(1 + next(9))T12:00:00.5+01:00" }

    private mutating func uri(_ list: String, _ identifier: String) -> String {
        chance(80) ? "\(Sample.base)/\(list)/\(identifier)" : "https://other.example/\(list)?id=\(identifier)"
    }

    private mutating func link() -> LinkURI? {
        chance(15) ? LinkURI(title: chance(80) ? text() : "", identifier: identifier(), uri: "urn:x:\(next(9))") : nil
    }

    private mutating func package(_ count: Int) -> CFPackage {
        let id = identifier()
        var document = CFDocument(
            identifier: id, uri: chance(70) ? "\(Sample.base)/CFDocuments/\(id)" : "https://elsewhere.example/d",
            frameworkType: maybe(), caseVersion: chance(50) ? "1.1" : nil, creator: text(), title: text(),
            lastChangeDateTime: time(), officialSourceURL: chance(20) ? "https://x.example" : nil, publisher: maybe(),
            description: maybe(), subject: texts(), subjectURI: [link()].compactMap(\.self), language: "en",
            version: maybe(), adoptionStatus: maybe(), statusStartDate: chance(30) ? "2026-01-01" : nil,
            licenseURI: link(), notes: maybe(), extensions: extensions())
        if chance(50) { document.code = "IUS" }
        if chance(50), !isStorable {
            document.proposals = [.object(["from": .string(text()), "n": value()]), .object([:])]
        }
        var package = CFPackage(document: document, extensions: extensions())
        tree(count, &package)
        links(&package)
        definitions(&package)
        for competence in package.items where competence.kind == .competence && chance(50) {
            package.rubrics.append(rubric(competence))
        }
        if chance(30) { package.rubrics = package.derivedRubrics() }
        return package
    }

    private mutating func item(_ kind: ItemKind, _ code: String?) -> CFItem {
        let id = identifier()
        var item = CFItem(
            identifier: id, fullStatement: text(), alternativeLabel: maybe(5), uri: uri("CFItems", id),
            humanCodingScheme: code, listEnumeration: maybe(5), abbreviatedStatement: maybe(), conceptKeywords: texts(),
            conceptKeywordsURI: link(), notes: maybe(), subject: texts(), language: maybe(5), educationLevel: texts(),
            itemTypeURI: link(), statusEndDate: chance(5) ? "2026-12-31" : nil, lastChangeDateTime: time(),
            extensions: extensions())
        item.kind = kind
        if kind == .other { item.itemType = ["Standard", "level", nil][next(3)] }
        return item
    }

    private mutating func tree(_ count: Int, _ package: inout CFPackage) {
        var area: CFItem?
        var competence: CFItem?
        var level = 0
        for number in 0..<count {
            let node = { (item: CFItem) in
                LinkGenURI(title: item.fullStatement, identifier: item.identifier, uri: item.uri)
            }
            let root = LinkGenURI(
                title: package.document.title, identifier: package.document.identifier, uri: package.document.uri)
            if let parent = competence, level < 4, chance(80) {
                var item = item(.level, "L\(number)")
                level += 1
                item.level = level
                if chance(80) { item.eqfReference = level + 3 }
                package.items.append(item)
                join(.isChildOf, node(item), node(parent), level, &package)
                if chance(90) { join(.hasSkillLevel, node(parent), node(item), level, &package) }
            } else if let parent = area, chance(70) {
                let item = item(.competence, chance(95) ? "C\(number)" : "=C;\(number)")
                (competence, level) = (item, 0)
                package.items.append(item)
                join(.isChildOf, node(item), node(parent), next(9), &package)
            } else if chance(50) {
                let item = item(.area, "A\(number)")
                (area, competence) = (item, nil)
                package.items.append(item)
                if chance(90) { join(.isChildOf, node(item), root, number, &package) }
            } else {
                let item = item(chance(50) ? .profile : .other, chance(90) ? "P\(number)" : "twice")
                package.items.append(item.kind == .profile ? with(item, code: "P\(number)") : item)
            }
        }
    }

    private func with(_ item: CFItem, code: String) -> CFItem {
        var item = item
        item.code = code
        return item
    }

    private mutating func join(
        _ type: AssociationType, _ origin: LinkGenURI, _ destination: LinkGenURI, _ sequence: Int,
        _ package: inout CFPackage, _ change: (inout CFAssociation) -> Void = { _ in }
    ) {
        let id = identifier()
        var association = CFAssociation(
            identifier: id, associationType: type, sequenceNumber: chance(90) ? ExactNumber(sequence) : nil,
            uri: uri("CFAssociations", id), originNodeURI: origin, destinationNodeURI: destination,
            groupingURI: link(), lastChangeDateTime: time(), notes: maybe(5),
            extensions: chance(5) ? ["v:x": value()] : [:])
        change(&association)
        package.associations.insert(
            association, at: chance(80) ? package.associations.count : next(package.associations.count))
    }

    private mutating func links(_ package: inout CFPackage) {
        let profiles = package.items.filter { $0.kind == .profile }
        let levels = package.items.filter { $0.kind == .level && $0.level == 1 }
        for profile in profiles.prefix(8) {
            for level in levels where chance(30) {
                let weight = chance(30) ? ExactNumber("1.50") : nil
                join(.isRelatedTo, Sample.end(profile), Sample.end(level), next(9), &package) { target in
                    target.isTarget = true
                    target.weight = weight
                }
            }
            let id = identifier()
            join(
                .exactMatchOf, Sample.end(profile),
                LinkGenURI(
                    title: text(), identifier: chance(50) ? id : text(),
                    uri: "http://data.europa.eu/esco/occupation/\(id)",
                    targetType: "ext:esco"), 1, &package)
        }
    }

    private mutating func definitions(_ package: inout CFPackage) {
        guard chance(60) else { return }
        let (one, two) = (identifier(), identifier())
        package.definitions = CFDefinitions(
            concepts: [
                CFConcept(
                    identifier: one, uri: uri("CFConcepts", one), title: text(), keywords: maybe(),
                    hierarchyCode: "1.10",
                    lastChangeDateTime: time(), extensions: extensions())
            ],
            itemTypes: [
                CFItemType(
                    identifier: two, uri: uri("CFItemTypes", two), title: text(), description: "", hierarchyCode: "01",
                    typeCode: maybe(), lastChangeDateTime: time())
            ], extensions: extensions())
    }

    private mutating func rubric(_ competence: CFItem) -> CFRubric {
        let (id, criterion, level) = (identifier(), identifier(), identifier())
        return CFRubric(
            identifier: id, uri: uri("CFRubrics", id), title: maybe(), description: maybe(), lastChangeDateTime: time(),
            criteria: [
                CFRubricCriterion(
                    identifier: criterion, uri: "\(Sample.base)/CFRubrics/\(id)#\(criterion)", description: maybe(),
                    weight: number(), position: 1, rubricId: chance(50) ? id : nil, lastChangeDateTime: time(),
                    levels: [
                        CFRubricCriterionLevel(
                            identifier: level, uri: uri("x", level), description: maybe(), quality: maybe(),
                            score: number(), feedback: maybe(), lastChangeDateTime: time(), extensions: extensions())
                    ], extensions: extensions())
            ], extensions: extensions())
    }
}

extension Sample {
    /// An association's end that is an item, with its statement as title.
    static func end(_ item: CFItem) -> LinkGenURI {
        LinkGenURI(title: item.fullStatement, identifier: item.identifier, uri: item.uri)
    }
}
