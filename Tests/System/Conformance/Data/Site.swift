/// A place in a valid statement where something of a kind stands, so that one rule can be broken at each such place.
struct Site: Sendable {
    /// The place, as a JSON Pointer.
    let pointer: String
    let statement: Draft
    /// The versions that know the place.
    let versions: [SpecificationVersion]

    init(
        _ pointer: String, in statement: Draft = .statement,
        versions: [SpecificationVersion] = SpecificationVersion.allCases
    ) {
        self.pointer = pointer
        self.statement = statement
        self.versions = versions
    }

    /// Whether the place is in a sub-statement, which is held to the rules of statements.
    var isInSubStatement: Bool { pointer.hasPrefix("/object/") && statement.value(at: "/object/actor") != nil }

    /// The place itself with another value, which is as right.
    func holding(_ value: Draft) -> Site { Site(pointer, in: statement.with(pointer, value), versions: versions) }

    /// A place in this place.
    func at(_ path: String) -> Site { Site(pointer + path, in: statement, versions: versions) }

    /// The same places in a statement and in its sub-statement.
    static func everywhere(_ pointers: String..., in subject: Draft? = nil) -> [Site] {
        let (whole, sub) = (subject.map(Draft.statement(about:)) ?? .statement, subStatement(about: subject))
        return pointers.map { Site($0, in: whole) } + pointers.map { Site("/object" + $0, in: sub) }
    }

    /// A statement with a sub-statement about something; about an Activity when it is nil.
    static func subStatement(about subject: Draft? = nil) -> Draft {
        let statement: Draft = .statement(about: .subStatement)
        guard let subject else { return statement }
        return statement.with("/object/object", subject).without("/object/context/revision")
            .without("/object/context/platform")
    }
}

/// Examples as the rows of a table, group after group.
@resultBuilder
enum ExampleTable {
    static func buildBlock(_ groups: [StatementExample]...) -> [StatementExample] { groups.flatMap { $0 } }
    static func buildArray(_ groups: [[StatementExample]]) -> [StatementExample] { groups.flatMap { $0 } }
    static func buildExpression(_ group: [StatementExample]) -> [StatementExample] { group }
    static func buildExpression(_ example: StatementExample) -> [StatementExample] { [example] }

    /// The rows of a table.
    static func of(@ExampleTable _ rows: () -> [StatementExample]) -> [StatementExample] { rows() }
}

extension [Site] {
    /// The places themselves with another value, which is as right.
    func holding(_ value: Draft) -> [Site] { map { $0.holding(value) } }

    /// The same place in each place.
    func at(_ path: String) -> [Site] { map { $0.at(path) } }

    /// Statements that a store must refuse: at a path from each place, each value.
    func refused(_ requirements: String..., at path: String = "", values: Draft?...) -> [StatementExample] {
        examples(requirements, path, values, isValid: false)
    }

    /// Statements that a store must take: with each value at a path from each place.
    func taken(_ requirements: String..., at path: String = "", values: Draft?...) -> [StatementExample] {
        examples(requirements, path, values, isValid: true)
    }

    private func examples(
        _ requirements: [String], _ path: String, _ values: [Draft?], isValid: Bool
    ) -> [StatementExample] {
        flatMap { site in
            values.map { value in
                StatementExample(
                    requirements: requirements + (site.isInSubStatement ? ["XAPI-00066"] : []),
                    pointer: site.pointer + path, value: value, base: site.statement, isValid: isValid,
                    versions: site.versions)
            }
        }
    }
}
