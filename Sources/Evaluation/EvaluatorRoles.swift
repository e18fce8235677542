public import LibPQ
internal import Schema

/// The PostgreSQL login roles of evaluators: each sees schema `evaluation`, limited to its partners' pilots.
public struct EvaluatorRoles: Sendable {
    let pool: ConnectionPool

    /// The roles of the cluster that a pool reaches as an administrator, who may create roles.
    public init(pool: ConnectionPool) {
        self.pool = pool
    }

    /// Why an evaluator could not be made.
    public enum Failure: Error, Sendable, Equatable, CustomStringConvertible {
        /// Role names are lower-case letters, digits and underscores.
        case badName(String)
        /// A role of the name exists.
        case nameTaken(String)
        /// No partner has the code.
        case unknownPartner(String)

        /// The failure in words.
        public var description: String {
            switch self {
            case .badName(let name):
                "name: \"\(name)\" is not a role name: begin with a lower-case letter; use letters, digits and _, at most 63, and not pg_ or tessera_ in front."
            case .nameTaken(let name): "name: a role named \"\(name)\" exists already."
            case .unknownPartner(let code): "partner: no partner has the code \"\(code)\"."
            }
        }
    }

    /// Makes a login role.
    ///
    /// The password goes to the server as its SCRAM verifier only, so no log of statements can hold it.
    /// - Parameter partners: Codes of the partners whose pilots it may see; none for all.
    public func create(name: String, password: String, partners: [String], actor: String) async throws {
        guard Self.isRoleName(name) else { throw Failure.badName(name) }
        let verifier = SCRAMVerifier(password: password).text
        do {
            try await pool.withTransaction { db in
                let known = try await db.rows(Queries.evaluationPartnersByCode(partners), as: (Int64, String).self)
                if let unknown = partners.first(where: { code in !known.contains { $0.1 == code } }) {
                    throw Failure.unknownPartner(unknown)
                }
                let command = try await db.one(Queries.evaluationCreateRoleCommand(name, verifier), as: String.self)
                try await db.executeScript(command)
                try await db.execute(Queries.evaluationForgetEvaluator(name))
                try await db.execute(
                    Queries.evaluationRegisterEvaluator(name, partners.isEmpty, known.map(\.0), actor))
            }
        } catch let error as PostgresError
            where error.sqlState?.rawValue == "42710" || error.constraint == "pg_authid_rolname_index"
        {
            // The second is what one of two that make it at once is told.
            throw Failure.nameTaken(name)
        }
    }

    private static func isRoleName(_ name: String) -> Bool {
        guard let first = name.utf8.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first) else { return false }
        return name.utf8.count <= 63 && !name.hasPrefix("pg_") && !name.hasPrefix("tessera_")
            && name.utf8.allSatisfy { byte in
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "_")
            }
    }
}
