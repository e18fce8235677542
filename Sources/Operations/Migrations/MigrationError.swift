public import LibPQ
import Schema

/// Why a database can't be brought up to date.
public struct MigrationError: Error, CustomStringConvertible {
    /// The kind of failure.
    public struct Code: Sendable, Hashable {
        private enum Value: Hashable {
            case changedMigration, newerSchema, missingPrivilege, failedFile, endedTransaction
        }

        private let value: Value

        private init(_ value: Value) {
            self.value = value
        }

        /// A migration's text changed after it was applied.
        public static let changedMigration = Code(.changedMigration)
        /// The database was migrated by newer software.
        public static let newerSchema = Code(.newerSchema)
        /// The connecting role lacks a right.
        public static let missingPrivilege = Code(.missingPrivilege)
        /// A file's SQL failed.
        public static let failedFile = Code(.failedFile)
        /// A file's SQL ended the transaction it ran in.
        public static let endedTransaction = Code(.endedTransaction)
    }

    /// The kind of failure.
    public let code: Code
    /// What to tell the operator.
    public let description: String
    /// What PostgreSQL said, when it was PostgreSQL that refused.
    public let underlying: PostgresError?

    private init(_ code: Code, _ description: String, underlying: PostgresError? = nil) {
        self.code = code
        self.description = description
        self.underlying = underlying
    }

    static func changedMigration(_ name: String, applied: String, present: String) -> MigrationError {
        MigrationError(
            .changedMigration,
            """
            \(name) was applied with the checksum \(applied), but its text now has \(present). \
            An applied migration never changes: restore it and put the change into a new one.
            """
        )
    }

    static func newerSchema(_ names: [String]) -> MigrationError {
        MigrationError(
            .newerSchema,
            """
            The database is newer than this program, which doesn't know \(names.joined(separator: ", ")). \
            Use the version of tessera that applied it, or a later one.
            """
        )
    }

    static func mayNotCreateRoles(_ role: String, database: String) -> MigrationError {
        MigrationError(
            .missingPrivilege,
            """
            The role \(role) may not create the roles that Tessera works with. Run `tessera migrate` once with the \
            database URL of an administrator, or have an administrator run:
            ALTER ROLE \(role) CREATEROLE;
            ALTER DATABASE \(database) OWNER TO \(role);
            """
        )
    }

    static func mayNotActAs(_ owner: String, role: String) -> MigrationError {
        MigrationError(
            .missingPrivilege,
            """
            The role \(role) may not migrate, because the schema belongs to \(owner). Migrate as an administrator, or \
            have one run:
            GRANT \(owner) TO \(role);
            """
        )
    }

    static func endedTransaction(_ file: SchemaFile) -> MigrationError {
        MigrationError(.endedTransaction, "\(file.name) ends its transaction; take COMMIT and ROLLBACK out of it.")
    }

    /// The file's failure with the line it happened at.
    static func failed(_ file: SchemaFile, _ error: PostgresError) -> MigrationError {
        let line = error.position.map { position in
            ":\(file.text.unicodeScalars.prefix(max(0, position - 1)).count { $0 == "\n" } + 1)"
        }
        let state = error.sqlState.map { " (SQLSTATE \($0.rawValue))" } ?? ""
        let more = [error.detail, error.hint].compactMap(\.self).map { "\n\($0)" }.joined()
        return MigrationError(
            .failedFile,
            "\(file.name)\(line ?? ""): \(error.message)\(state)\(more)",
            underlying: error
        )
    }
}
