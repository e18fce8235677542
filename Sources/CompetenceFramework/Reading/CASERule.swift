/// The rules that a package can break, under names that never change.
public struct CASERule: Sendable, Hashable, CustomStringConvertible {
    /// The rule's stable name.
    public let id: String
    /// What the rule demands, in one line.
    public let text: String

    /// The rule's stable name.
    public var description: String { id }

    static let kind = CASERule(id: "case-kind", text: "A value is of the kind that CASE gives it.")
    static let required = CASERule(id: "case-required", text: "What CASE demands is there and not empty.")
    static let expected = CASERule(id: "case-expected", text: "Texts that CASE demands are there.")
    static let unknownMember = CASERule(
        id: "case-unknown-member", text: "Objects have the members of CASE; others go to extensions.")
    static let uuid = CASERule(id: "case-uuid", text: "Identifiers are UUIDs.")
    static let uri = CASERule(id: "case-uri", text: "URIs have a scheme and no spaces.")
    static let date = CASERule(id: "case-date", text: "Dates are days of the calendar as ISO 8601 writes them.")
    static let dateTime = CASERule(
        id: "case-date-time", text: "Times are written as RFC 3339 has it, with their time zone.")
    static let number = CASERule(
        id: "case-number",
        text: "Numbers are numbers of at most 131,072 digits before the point and 16,383 after it.")
    static let keyLength = CASERule(
        id: "case-key-length",
        text: "What things are found by is short: codes up to 500 bytes in UTF-8, URIs of ends up to 2,000, versions, "
            + "types and names of members up to 200, tags of languages up to 64.")
    static let integer = CASERule(id: "case-integer", text: "Places and sequence numbers are whole numbers of 32 bits.")
    static let associationType = CASERule(
        id: "case-association-type", text: "The type of an association is one of CASE's, or ext: and a name.")
    static let targetType = CASERule(id: "case-target-type", text: "A target type is CASE, or ext: and a name.")
    static let caseVersion = CASERule(id: "case-version", text: "The version of CASE is 1.0 or 1.1.")
    static let extensionTwice = CASERule(id: "case-extension-twice", text: "An extension has one value.")
    static let wrapper = CASERule(id: "case-wrapper", text: "A package is the whole text.")
}

extension CASERule {
    static let identifierTwice = CASERule(
        id: "case-identifier-twice", text: "Each identifier of a package belongs to one object.")
    static let otherDocument = CASERule(
        id: "case-other-document", text: "What is in a package belongs to its document.")
    static let danglingEnd = CASERule(
        id: "case-dangling-end", text: "The ends of an association that are of CASE are in the package.")
    static let sameEnds = CASERule(id: "case-same-ends", text: "An association leads from one node to another.")
    static let associationTwice = CASERule(
        id: "case-association-twice", text: "Two nodes are joined once by an association of one type.")
    static let cycle = CASERule(id: "case-cycle", text: "No item is below itself.")
    static let danglingLink = CASERule(id: "case-dangling-link", text: "Links lead to objects of the package.")
    static let rubricParent = CASERule(
        id: "case-rubric-parent", text: "Criteria and levels name the rubric and the criterion they stand in.")
    static let codeTwice = CASERule(id: "case-code-twice", text: "A code belongs to one item.")
}

extension CASERule {
    static let code = CASERule(
        id: "scheme-code", text: "Areas, competences, levels and profiles have a code of their own.")
    static let parent = CASERule(
        id: "scheme-parent",
        text: "A competence is the child of one area, a level of one competence, others of the document.")
    static let level = CASERule(
        id: "scheme-level", text: "A level item has a level from 1 to 4, other items have none.")
    static let levelTwice = CASERule(id: "scheme-level-twice", text: "A competence has a level once.")
    static let eqf = CASERule(
        id: "scheme-eqf", text: "An EQF reference is from 1 to 8, and level items alone have one.")
    static let skillLevel = CASERule(
        id: "scheme-skill-level", text: "hasSkillLevel leads from a competence to a level below it.")
    static let target = CASERule(id: "scheme-target", text: "A target leads from a profile to a level.")
    static let targetTwice = CASERule(id: "scheme-target-twice", text: "A profile has one target in a competence.")
    static let weight = CASERule(
        id: "scheme-weight", text: "A weight is from 0.001 to 999.999 in thousandths, and targets alone have one.")
    static let match = CASERule(id: "scheme-match", text: "A match is exact, close, broad, narrow or related.")
    static let translations = CASERule(
        id: "scheme-translations", text: "Translations are texts by language and by the member they translate.")
    static let documentExtension = CASERule(
        id: "scheme-document",
        text: "A document's code is a text, what it is derived from a UUID, proposals are objects.")
}

extension CASERule {
    /// All rules of packages, for a table in the documentation.
    public static let all: [CASERule] = [
        kind, required, expected, unknownMember, uuid, uri, date, dateTime, number, keyLength, integer,
        associationType, targetType, caseVersion, extensionTwice, wrapper, identifierTwice, otherDocument, danglingEnd,
        sameEnds, associationTwice,
        cycle, danglingLink, rubricParent, codeTwice, code, parent, level, levelTwice, eqf, skillLevel, target,
        targetTwice, weight, match, translations, documentExtension,
    ]
}
