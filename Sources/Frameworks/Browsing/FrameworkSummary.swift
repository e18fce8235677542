public import JSON

/// A version of a framework, as a list of frameworks names it.
public struct FrameworkSummary: Sendable, Hashable {
    /// Short name of the framework, shared by its versions.
    public let code: String
    /// The version.
    public let version: String
    /// Title.
    public let title: String
    /// BCP 47 tag of the title.
    public let titleLanguage: String
    /// BCP 47 tag of the original texts.
    public let language: String
    /// CASE adoption status: `Draft`, `Adopted` or `Deprecated`.
    public let status: String
    /// First day of the status, as YYYY-MM-DD.
    public let since: String?
}

extension FrameworkSummary {
    /// A row of the lists of versions.
    init(_ row: (String, String, String, String, String, String, String?)) {
        (code, version, title, titleLanguage, language, status, since) = row
    }
}

extension FrameworkSummary {
    /// Writes the version as an object.
    public func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("code", string: code)
            writer.member("version", string: version)
            writer.member("title", string: title)
            writer.member("titleLanguage", string: titleLanguage)
            writer.member("language", string: language)
            writer.member("status", string: status)
            writer.member("since", stringIfPresent: since)
        }
    }
}
