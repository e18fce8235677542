/// Rules on data types that occur in many places.
extension Rule {
    static let extensionsType = Rule("extensions-type", "XAPI-00120", "4.1", "extensions is an object.")
    static let extensionKey = Rule("extension-key", "XAPI-00118", "4.1", "The keys of extensions are IRIs.")
    static let languageKey = Rule(
        "language-map-key", "XAPI-00121", "4.2",
        "The keys of a language map are language tags of RFC 5646.")
    static let languageText = Rule(
        "language-map-text", "XAPI-00121", "4.2",
        "The values of a language map are strings.")

    static let identifierLength = Rule(
        "identifier-length", nil, "-", "Identifiers are at most 1,300 bytes long: a limit of this store's indexes.")

    static let dataTypesGroup: [Rule] = [
        identifierLength, extensionsType, extensionKey, languageKey, languageText,
    ]
}
