internal import JSON

extension Profile {
    /// The context that profile documents name (xAPI Profiles 1.0 §6).
    static let context = "https://w3id.org/xapi/profiles/context"
    /// The version of the specification.
    static let specification = "https://w3id.org/xapi/profiles#1.0"

    /// Reads and checks a profile document: any conforming one, of which none is trusted to be.
    public init(parsing bytes: [UInt8]) throws(ProfileRejection) {
        let document: JSONDocument
        do {
            document = try JSONDocument(
                parsing: bytes, limits: JSONLimits(maximumDepth: 32, maximumBytes: 4 << 20, boundsNumbers: true))
        } catch {
            throw ProfileRejection(faults: [
                ProfileRejection.Fault(pointer: error.pointer, rule: .json, reason: error.description)
            ])
        }
        let reader = ProfileReader()
        let profile = reader.profile(document.root)
        guard let profile, reader.faults.isEmpty else { throw ProfileRejection(faults: reader.faults) }
        self = profile
    }
}

/// Reads a profile document and notes its faults.
///
/// A class, so that the closures that walk the document share the list.
final class ProfileReader {
    private(set) var faults: [ProfileRejection.Fault] = []
    /// The version that the parts belong to: what the first of them says.
    var scheme: String?
    var versionIDs: Set<String> = []

    private static let maximumFaults = 100

    func fault(_ value: JSONValue, _ rule: ProfileRequirement, _ reason: String) {
        guard faults.count < Self.maximumFaults else { return }
        faults.append(ProfileRejection.Fault(pointer: value.pointer, rule: rule, reason: reason))
    }

    func profile(_ root: JSONValue) -> Profile? {
        guard root.kind == .object else {
            fault(root, .value, "A profile is an object.")
            return nil
        }
        refuseEmptyValues(root)
        checkHead(root)
        let versions = list(root, "versions", maximum: 1000).map(version)
        checkRevisions(versions, root)
        versionIDs = Set(versions.map(\.id))
        let concepts = list(root, "concepts", maximum: 5000).compactMap(concept)
        let templates = list(root, "templates", maximum: 1000).compactMap(template)
        let patterns = list(root, "patterns", maximum: 1000).compactMap(pattern)
        let latest = versions.max { $0.generatedAtTime < $1.generatedAtTime }?.id
        let profile = Profile(
            id: text(root, "id"), version: scheme ?? latest ?? "", versions: versions,
            prefLabel: languageMap(root, "prefLabel"), definition: languageMap(root, "definition"),
            seeAlso: root["seeAlso"]?.string, author: root["author"].map { text($0, "name") } ?? "",
            concepts: concepts, templates: templates, patterns: patterns)
        checkIDs(profile, root)
        checkReferences(profile, root)
        return profile
    }

    private func checkHead(_ root: JSONValue) {
        if text(root, "type") != "Profile" { fault(root, .value, "type is not Profile.") }
        if text(root, "conformsTo") != Profile.specification {
            fault(root, .value, "conformsTo is not \(Profile.specification).")
        }
        let context = root["@context"]
        let names = context?.string.map { [$0] } ?? context?.elements.compactMap(\.string) ?? []
        if !names.contains(Profile.context) { fault(root, .value, "@context does not name \(Profile.context).") }
        guard let author = root["author"] else { return fault(root, .required, "author is missing.") }
        if !["Organization", "Person"].contains(text(author, "type")) {
            fault(author, .value, "The author's type is neither Organization nor Person.")
        }
        _ = text(author, "name")
    }

    private func version(_ value: JSONValue) -> Profile.Version {
        let time = text(value, "generatedAtTime")
        let bytes = Array(time.utf8)
        if !time.isEmpty, Timestamp.parse(bytes.span, version: .v1_0_3) == nil {
            fault(value, .value, "generatedAtTime is no timestamp.")
        }
        return Profile.Version(
            id: iri(value, "id"), generatedAtTime: time, wasRevisionOf: iris(value, "wasRevisionOf"))
    }

    private func checkRevisions(_ versions: [Profile.Version], _ root: JSONValue) {
        if versions.isEmpty { fault(root, .required, "versions is missing.") }
        if versions.filter(\.wasRevisionOf.isEmpty).count > 1 {
            fault(root, .revision, "More than one version tells no version that it revises.")
        }
    }
}
