public import JSON

/// A report as it is kept: what it is of, the frozen numbers, and what authors wrote.
public struct FrozenReport: Sendable {
    /// A section of the outline.
    public struct Section: Sendable {
        /// Its number in the outline.
        public let number: Int
        /// Its title.
        public let title: String
        /// What it tells, as the methodology has it.
        public let parts: [String]
        /// Whether it has a text: `required`, `optional` or `none`.
        public let demand: String
        /// The texts, by language.
        public let narratives: [Narrative]
        /// The tables in it.
        public let tables: [FrozenTable]

        /// Whether a text is demanded that nobody has written yet.
        public var isUnfinished: Bool { demand == "required" && narratives.isEmpty }
    }

    /// What was written in a section.
    public struct Narrative: Sendable {
        /// The text's language (BCP 47).
        public let language: String
        /// The text; empty lines set paragraphs apart.
        public let text: String
        /// Whom the report names as its author.
        public let author: String?
        /// When it was written.
        public let writtenAt: String

        /// The paragraphs.
        public var paragraphs: [String] {
            var paragraphs: [String] = [""]
            for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
                if line.allSatisfy(\.isWhitespace) {
                    paragraphs.append("")
                } else {
                    paragraphs[paragraphs.count - 1] += (paragraphs[paragraphs.count - 1].isEmpty ? "" : " ") + line
                }
            }
            return paragraphs.filter { !$0.isEmpty }
        }
    }

    /// What the report is of, and how far it is, without the numbers.
    public let head: JSONValue
    /// What is frozen.
    public let numbers: JSONValue
    /// The tables, in the order of the outline.
    public let tables: [FrozenTable]
    /// The sections, in their order.
    public let sections: [Section]
    /// The annexes' titles, each with its tables.
    public let annexes: [(title: String, tables: [FrozenTable])]

    /// Reads a report as `sql/queries/evaluation/report.sql` gives it.
    public init(_ json: [UInt8]) throws {
        let root = try JSONDocument(parsing: json).root
        guard let head = root["report"], let numbers = root["numbers"] else { throw Malformed() }
        self.head = head
        self.numbers = numbers
        let tables = numbers.list("tables").map(FrozenTable.init)
        self.tables = tables
        func named(_ section: JSONValue) -> [FrozenTable] {
            section.list("tables").compactMap { name in tables.first { $0.name == name.string } }
        }
        sections = numbers.list("outline").map { section in
            let number = section["number"]?.integer.map(Int.init) ?? 0
            return Section(
                number: number, title: section.text("title") ?? "",
                parts: section.list("parts").compactMap(\.string), demand: section.text("narrative") ?? "optional",
                narratives: head.list("narratives").filter { $0["section"]?.integer == Int64(number) }.map { text in
                    Narrative(
                        language: text.text("language") ?? "en", text: text.text("text") ?? "",
                        author: text.text("author"), writtenAt: text.text("writtenAt") ?? "")
                },
                tables: named(section))
        }
        annexes = numbers.list("annexes").map { ($0.text("title") ?? "", named($0)) }
    }

    /// What is kept is no report.
    struct Malformed: Error {}

    /// The table of a name.
    public func table(_ name: String) -> FrozenTable? { tables.first { $0.name == name } }

    /// The pilot's code; nil for a synthesis.
    public var pilot: String? { head.text("pilot") }
    /// Its number.
    public var number: String { head.text("number") ?? "" }
    /// Its title.
    public var title: String { head.text("title") ?? "" }
    /// Whether its texts may still change.
    public var isDraft: Bool { head.text("state") != "final" }
    /// The moment through which statements are counted.
    public var watermark: String { numbers.text("asOf") ?? "" }
    /// SHA-256 of the numbers.
    public var sha256: String { head.text("sha256") ?? "" }
    /// From how many people on numbers are shown.
    public var threshold: String { numbers["thresholds"]?.text("internal") ?? "" }

    /// The report as JSON, as the schema `/schemas/report/1` describes it.
    ///
    /// - Parameter schema: Where that schema is.
    public func json(schema: String) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("$schema", string: schema)
            writer.member("report", raw: head.bytes)
            writer.member("numbers", raw: numbers.bytes)
        }
        return writer.bytes
    }
}
