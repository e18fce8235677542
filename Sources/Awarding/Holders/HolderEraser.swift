internal import LibPQ
internal import Schema
public import Training

/// Removes what people left as the holders of credentials: links, sessions, offers to wallets, hosts that were let in, and
/// what these sent.
///
/// The credentials themselves stay, as do copies in wallets and files; a person's learning records are not touched.
///
/// ```swift
/// let eraser = HolderEraser(CallerDatabase(pool: pool, partner: nil))
/// let receipt = try await eraser.forget(Array(#"{"mbox":"mailto:ana@city.example"}"#.utf8), by: "operator")
/// ```
public struct HolderEraser: Sendable {
    private let database: CallerDatabase

    /// Removes from a database as the whole scheme sees it: what people hold is not one partner's.
    public init(_ database: CallerDatabase) {
        self.database = database
    }

    /// Removes what a person left.
    ///
    /// - Parameters:
    ///   - person: JSON with `account` (`homePage`, `name`) or `mbox`.
    ///   - actor: Who asks for it.
    /// - Returns: A receipt as JSON: its id, the moment, and how much of what was removed and what stays.
    /// - Throws: `DefinitionError` for what is wrong with the JSON, and where nobody is known by it.
    public func forget(_ person: [UInt8], by actor: String) async throws -> [UInt8] {
        try await database.defining { db in
            try await db.one(Queries.awardingForgetHolder(JSONBText(person), actor), as: JSONText.self)
        }.bytes
    }
}
