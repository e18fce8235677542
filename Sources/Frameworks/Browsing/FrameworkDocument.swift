/// What a version of a framework says of itself.
public struct FrameworkDocument: Sendable {
    /// Its CASE identifier.
    public let identifier: String
    /// Short name of the framework, shared by its versions.
    public let code: String
    /// The version.
    public let version: String
    /// The title.
    public let title: FrameworkText
    /// Who wrote it.
    public let creator: String
    /// Who publishes it, if another.
    public let publisher: String?
    /// What it is for.
    public let description: FrameworkText?
    /// BCP 47 tag of the original texts.
    public let language: String
    /// CASE adoption status: `Draft`, `Adopted` or `Deprecated`.
    public let status: String
    /// First day of the status, as YYYY-MM-DD.
    public let since: String?
    /// Last day of the status.
    public let until: String?
    /// Name of the licence.
    public let licence: String?
    /// Address of the licence.
    public let licenceAddress: String?
    /// Where the authoritative copy is, if elsewhere.
    public let source: String?
    /// Subjects.
    public let subjects: [String]
    /// Notes for readers.
    public let notes: FrameworkText?
    /// The day of the last change.
    public let changed: String
    /// The version that this one was derived from, if anybody may see that.
    public let derivedFrom: String?
    /// The versions of the framework that anybody may see, newest first.
    public let versions: [String]
    /// How many proposals there are, or were, to change it.
    public let proposals: Int
    /// The language that was chosen for the reader.
    public let shown: String
    /// The languages that there are, the original's first.
    public let languages: [String]
}
