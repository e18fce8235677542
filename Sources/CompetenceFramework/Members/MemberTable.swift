/// The members of a class of CASE in the order of the specification: reading, writing and checking follow from it.
struct MemberTable<Root: Sendable>: Sendable {
    /// The members in their order.
    let members: [Member<Root>]
    private let positions: [String: Int]

    /// A table of members whose names differ.
    init(_ members: [Member<Root>]) {
        self.members = members
        positions = Dictionary(members.enumerated().map { ($1.name, $0) }) { first, _ in first }
    }

    /// Where a member stands in the table.
    func position(of name: String) -> Int? { positions[name] }
}
