internal import Evaluation

/// What the page of the data dictionary shows: each view, and each column of it, in the words of the database.
struct DataDictionary {
    /// A part of a comment that says what it is about.
    struct Remark {
        let label: String
        let text: String
    }

    struct Column {
        /// The column's name behind its view's, as SQL has it.
        let anchor: String
        let name: String
        let type: String
        let comment: String
    }

    struct View {
        let name: String
        /// As SQL has it, with its schema.
        let table: String
        let lead: String
        let remarks: [Remark]
        let columns: [Column]
        let path: String
    }

    let views: [View]

    init(_ views: [EvaluationView]) {
        self.views = views.map { view in
            let (lead, remarks) = Self.parts(view.comment)
            return View(
                name: view.name, table: view.isPublished ? view.name : "\(view.schema).\(view.name)", lead: lead,
                remarks: remarks,
                columns: view.columns.map { column in
                    Column(
                        anchor: "\(view.name).\(column.name)", name: column.name, type: column.type,
                        comment: column.comment)
                }, path: "/api/evaluation/" + view.name)
        }
    }

    /// The words by which sentences of comments begin that are about the same in each view.
    private static let labels = ["Source", "Formula", "Formulas", "Caveat", "Caveats"]

    /// A comment in parts: what stands before the first label, and what stands behind each.
    static func parts(_ comment: String) -> (lead: String, remarks: [Remark]) {
        var lead: Substring = ""
        var remarks: [(label: String, text: Substring)] = []
        var rest = comment[...]
        while !rest.isEmpty {
            // The next sentence that begins with a label, not counting the one that this part began with.
            let next = labels.compactMap { label in rest.firstRange(of: ". \(label): ").map { (label, $0) } }
                .min { $0.1.lowerBound < $1.1.lowerBound }
            let end = next.map { rest.index(after: $0.1.lowerBound) } ?? rest.endIndex
            if remarks.isEmpty { lead = rest[..<end] } else { remarks[remarks.count - 1].text = rest[..<end] }
            guard let next else { break }
            remarks.append((next.0, ""))
            rest = rest[next.1.upperBound...]
        }
        return (String(lead), remarks.map { Remark(label: $0.label, text: String($0.text)) })
    }
}
