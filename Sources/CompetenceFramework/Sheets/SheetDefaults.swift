/// What holds where a spreadsheet does not say it.
public struct SheetDefaults: Sendable {
    /// The document that a spreadsheet's items are of, such as the one that is to be changed; without one, a document is
    /// made from the rest, and its identifier from code and version.
    public var document: CFDocument?
    /// The framework's title.
    public var title: String?
    /// The framework's short name.
    public var code: String?
    /// The framework's version.
    public var version: String?
    /// Who made the framework.
    public var creator: String
    /// The language of its texts.
    public var language: String?
    /// What comes before `/CFItems/…` in URIs: `https://host/ims/case/v1p1`.
    public var base: String
    /// The time of the last change.
    public var lastChangeDateTime: String

    /// Sets what holds where a spreadsheet does not say it.
    public init(
        document: CFDocument? = nil, title: String? = nil, code: String? = nil, version: String? = nil, creator: String,
        language: String? = nil,
        base: String, lastChangeDateTime: String
    ) {
        self.document = document
        self.title = title
        self.code = code
        self.version = version
        self.creator = creator
        self.language = language
        self.base = base
        self.lastChangeDateTime = lastChangeDateTime
    }
}
