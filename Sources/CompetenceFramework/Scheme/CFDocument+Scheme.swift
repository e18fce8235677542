extension CFDocument {
    /// The framework's short name, such as `IUS`.
    public var code: String? {
        get { extensions[SchemeName.code]?.string }
        set { extensions[SchemeName.code] = newValue.map { .string($0) } }
    }

    /// The identifier of the version that this one was derived from.
    public var derivedFrom: String? {
        get { extensions[SchemeName.derivedFrom]?.string }
        set { extensions[SchemeName.derivedFrom] = newValue.map { .string($0) } }
    }

    /// What partners propose: objects whose members are theirs.
    public var proposals: [ExtensionValue] {
        get { extensions[SchemeName.proposals]?.array ?? [] }
        set { extensions[SchemeName.proposals] = newValue.isEmpty ? nil : .array(newValue) }
    }
}
