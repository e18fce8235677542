import LibPQ
import Schema

/// Applies files to a database, each with its note in the same transaction.
struct MigrationRun: Sendable {
    let record: MigrationRecord
    let allViews: [SchemaFile]

    /// How often the first migration is tried while neighbours are in its way.
    private static let firstMigrationTries = 10

    /// Applies the first migration, and makes the migrator's own tables with it.
    ///
    /// It makes roles, which belong to the whole cluster: another database's first migration may run into it at this
    /// very moment, and then it is tried again.
    func apply(firstMigration file: SchemaFile, to db: borrowing Connection) async throws {
        for _ in 1..<Self.firstMigrationTries {
            do {
                return try await applyOnce(firstMigration: file, to: db)
            } catch let error as MigrationError where error.isCollision {
                try await Task.sleep(for: .milliseconds(Int.random(in: 10...100)))
            }
        }
        try await applyOnce(firstMigration: file, to: db)
    }

    private func applyOnce(firstMigration file: SchemaFile, to db: borrowing Connection) async throws {
        try await db.withTransaction { db in
            try await record.makeTables(db)
            try await execute(file, on: db)
            try await record.handOverTables(db)
            try await becomeOwner(db)
            try await record.note(migration: file, db)
        }
    }

    /// Applies one migration in a transaction of its own.
    func apply(migration file: SchemaFile, to db: borrowing Connection) async throws {
        try await db.withTransaction { db in
            try await becomeOwner(db)
            try await execute(file, on: db)
            try await becomeOwner(db)
            try await record.note(migration: file, db)
        }
    }

    /// Applies changed functions, then views, then seeds, all in one transaction: nobody sees half of them.
    func applyObjects(of plan: MigrationPlan, to db: borrowing Connection) async throws {
        try await db.withTransaction { db in
            try await becomeOwner(db)
            // Functions call one another; each is looked into when it is called, not in the order of their names.
            try await db.executeScript("SET LOCAL check_function_bodies = off")
            try await execute(plan.functions, on: db)
            let views = try await replace(plan.views, on: db)
            try await execute(plan.seeds, on: db)
            try await becomeOwner(db)
            for file in plan.functions + views + plan.seeds { try await record.note(object: file, db) }
        }
    }

    /// Replaces views, or, when one has other columns than before, drops all of ours and makes them anew.
    ///
    /// Views of other people that stand on ours keep the drop from happening; the error names them.
    private func replace(_ views: [SchemaFile], on db: borrowing Connection) async throws -> [SchemaFile] {
        do {
            try await db.withSavepoint { db in try await execute(views, on: db) }
            return views
        } catch let error as MigrationError where error.underlying?.sqlState == SQLState(rawValue: "42P16") {
            let names = allViews.map(\.viewName).joined(separator: ", ")
            let drop = SchemaFile(name: "views", text: "DROP VIEW IF EXISTS \(names)")
            try await execute(drop, on: db)
            try await execute(allViews, on: db)
            return allViews
        }
    }

    private func execute(_ files: [SchemaFile], on db: borrowing Connection) async throws {
        for file in files { try await execute(file, on: db) }
    }

    private func execute(_ file: SchemaFile, on db: borrowing Connection) async throws {
        do {
            try await db.executeScript(file.text)
        } catch {
            throw MigrationError.failed(file, error)
        }
        guard db.isInTransaction else { throw MigrationError.endedTransaction(file) }
    }

    /// Works as the owner of schema `ops` for the rest of the transaction, whatever a file left behind.
    private func becomeOwner(_ db: borrowing Connection) async throws {
        try await db.executeScript("SET LOCAL ROLE NONE")
        let owner = try await db.one(
            "SELECT nspowner::regrole::text FROM pg_namespace WHERE nspname = 'ops'",
            as: String.self
        )
        try await db.executeScript("SET LOCAL ROLE \(owner)")
    }
}

extension MigrationError {
    /// Whether two transactions changed the same row of a catalogue that all databases share.
    fileprivate var isCollision: Bool {
        guard let state = underlying?.sqlState else { return false }
        // "tuple concurrently updated" is an internal error; two new rows of the same key are a unique violation.
        return state.isRetryable || state == SQLState(rawValue: "XX000") || state == .uniqueViolation
    }
}

extension SchemaFile {
    /// The view that a file makes, quoted for SQL: `views/evaluation/awards.sql` makes `evaluation.awards`.
    fileprivate var viewName: String {
        name.dropFirst("views/".count).dropLast(".sql".count)
            .split(separator: "/")
            .map { "\"\($0)\"" }
            .joined(separator: ".")
    }
}
