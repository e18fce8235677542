internal import Schema
public import XAPI

/// A version of the training scheme's xAPI profile, as it is published and as statements are checked by it.
public struct PublishedProfile: Sendable {
    /// What the document says.
    public let profile: Profile
    /// The document (JSON-LD).
    public let document: [UInt8]
    /// Checks statements.
    public let checker: ProfileChecker

    /// The versions that come with the software, the newest last.
    public static let all: [PublishedProfile] = SchemaFiles.profiles.map { file in
        do {
            return try PublishedProfile(document: Array(file.text.utf8))
        } catch {
            // The documents are part of the binary, and its tests read them.
            preconditionFailure("\(file.name): \(error)")
        }
    }.sorted { ($0.generatedAtTime, $0.profile.version) < ($1.generatedAtTime, $1.profile.version) }

    init(document: [UInt8]) throws(ProfileRejection) {
        profile = try Profile(parsing: document)
        self.document = document
        checker = ProfileChecker(profile)
    }

    private var generatedAtTime: String {
        profile.versions.first { $0.id == profile.version }?.generatedAtTime ?? ""
    }
}
