/// What languages call themselves: the official ones of the European Union, and of its neighbours in city networks.
enum LanguageNames {
    /// The name of a tag's language, with the tag's further parts; the tag itself where the name is not known.
    static func name(of tag: String) -> String {
        let parts = tag.split(separator: "-")
        guard let first = parts.first, let name = names[first.lowercased()] else { return tag }
        return parts.count == 1 ? name : "\(name) (\(parts.dropFirst().joined(separator: "-")))"
    }

    private static let names = [
        "bg": "български", "cs": "čeština", "da": "dansk", "de": "Deutsch", "el": "ελληνικά", "en": "English",
        "es": "español", "et": "eesti", "fi": "suomi", "fr": "français", "ga": "Gaeilge", "hr": "hrvatski",
        "hu": "magyar", "is": "íslenska", "it": "italiano", "lt": "lietuvių", "lv": "latviešu", "mt": "Malti",
        "nb": "norsk bokmål", "nl": "Nederlands", "no": "norsk", "pl": "polski", "pt": "português", "ro": "română",
        "sk": "slovenčina", "sl": "slovenščina", "sq": "shqip", "sr": "српски", "sv": "svenska", "tr": "Türkçe",
        "uk": "українська", "ca": "català", "eu": "euskara", "gl": "galego", "lb": "Lëtzebuergesch",
    ]
}
