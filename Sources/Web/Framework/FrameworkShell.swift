internal import Frameworks

/// What every page of a framework shows around its own content.
struct FrameworkShell {
    /// A link in the path to the page.
    struct Crumb {
        let label: PageText
        let url: String
    }

    /// A page of the framework as a whole.
    struct Tool {
        let label: String
        let url: String
        let isCurrent: Bool
    }

    /// A language that the texts can be read in.
    struct Language {
        let name: String
        let code: String
        let url: String
        let isCurrent: Bool
    }

    /// What the document says of itself, below the page.
    struct Fact {
        let name: String
        let value: String
        let address: String?
    }

    /// The code and version, for titles.
    let name: String
    let crumbs: [Crumb]
    let tools: [Tool]
    let languages: [Language]
    let hasLanguages: Bool
    /// The search within the framework, and what was searched for.
    let search: String
    let searched: String
    /// The language of the address, which forms keep.
    let kept: String?
    /// Why the page is not in the language that was asked for.
    let languageNotice: String?
    /// What to know of the version before one relies on it.
    let statusNotice: String?
    let facts: [Fact]
    /// The version in forms for programs.
    let files: [Tool]

    /// - Parameters:
    ///   - path: The page's path.
    ///   - crumbs: What is between the overview and the page; nil on the overview.
    ///   - query: The page's query without the language.
    ///   - searched: What was searched for.
    init(
        _ content: FrameworkContent, _ links: FrameworkLinks, path: String, crumbs: [Crumb]?, query: String = "",
        searched: String = ""
    ) {
        let document = content.document
        name = "\(document.code) \(document.version)"
        let list = PageText("Framework", language: "en")
        var trail = [Crumb(label: list, url: "/framework" + (links.language.map { "?lang=" + $0 } ?? ""))]
        if let crumbs {
            let version = "\(document.title.text) \(document.version)"
            trail.append(
                Crumb(label: PageText(version, language: document.title.language), url: links.overview))
            trail += crumbs
        }
        self.crumbs = trail
        var tools = [("Overview", links.overview)]
        if !content.items(.profile).isEmpty { tools.append(("Compare profiles", links.comparison)) }
        if document.versions.count > 1 { tools.append(("Compare versions", links.changes)) }
        // Before anything is proposed, a draft's page says how to.
        if document.proposals > 0 || document.status == "Draft" { tools.append(("Proposals", links.proposals)) }
        tools.append(("Print", links.print))
        self.tools = tools.map { label, url in
            Tool(
                label: label, url: url,
                isCurrent: url.prefix { $0 != "?" } == path || (crumbs == nil && url == links.overview))
        }
        languages = document.languages.map { tag in
            let address = path + "?" + (query.isEmpty ? "" : query + "&") + "lang=" + PathSegment.encoded(tag)
            return Language(
                name: LanguageNames.name(of: tag), code: tag, url: address, isCurrent: tag == document.shown)
        }
        hasLanguages = languages.count > 1
        search = FrameworkLinks(code: document.code, version: document.version, language: nil).search
        self.searched = searched
        kept = links.language
        languageNotice = Self.notice(asked: links.language, document)
        statusNotice = Self.statusNotice(document)
        facts = Self.facts(document)
        files =
            FrameworkForm.allCases.map { format in
                Tool(label: format.label, url: links.file(format), isCurrent: false)
            } + [Tool(label: "Empty workbook", url: "/framework/template.xlsx", isCurrent: false)]
    }

    private static func notice(asked: String?, _ document: FrameworkDocument) -> String? {
        guard let asked, !AcceptLanguage.lookup(document.shown).contains(where: AcceptLanguage.lookup(asked).contains)
        else { return nil }
        return "There is no translation into \(LanguageNames.name(of: asked)); "
            + "the texts are shown in \(LanguageNames.name(of: document.shown))."
    }

    private static func statusNotice(_ document: FrameworkDocument) -> String? {
        switch document.status {
        case "Draft": return "A draft: it is being discussed and may still change."
        case "Deprecated":
            let newer = document.versions.first { $0 != document.version }
            return "This version is deprecated." + (newer.map { " There is also version \($0)." } ?? "")
        default: return nil
        }
    }

    private static func facts(_ document: FrameworkDocument) -> [Fact] {
        let status =
            document.status + (document.since.map { " since \($0)" } ?? "")
            + (document.until.map { " until \($0)" } ?? "")
        let facts: [(String, String?, String?)] = [
            ("Version", document.version, nil), ("Status", status, nil), ("Author", document.creator, nil),
            ("Publisher", document.publisher, nil), ("Subjects", document.subjects.joined(separator: ", "), nil),
            ("Licence", document.licence ?? document.licenceAddress, document.licenceAddress.flatMap(webAddress)),
            ("Source", document.source, document.source.flatMap(webAddress)), ("Last change", document.changed, nil),
            ("Identifier", document.identifier, nil),
        ]
        return facts.compactMap { name, value, address in
            value.flatMap { $0.isEmpty ? nil : Fact(name: name, value: $0, address: address) }
        }
    }

    /// An address that a page may link to; what a document says could also be a script.
    static func webAddress(_ address: String) -> String? {
        address.hasPrefix("https://") || address.hasPrefix("http://") ? address : nil
    }
}
