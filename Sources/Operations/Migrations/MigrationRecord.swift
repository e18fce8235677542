import LibPQ
import Schema

/// The migrator's own tables, `ops.migration` and `ops.schema_object`.
struct MigrationRecord: Sendable {
    let version: String

    /// What a database tells about itself before anything is touched.
    struct Standing: Sendable {
        /// The role that migrates: the owner of schema `ops`, quoted for SQL; `nil` in a new database.
        let owner: String?
        let hasTables: Bool
        let mayActAsOwner: Bool
        let mayCreateRoles: Bool
        /// The connecting role, quoted for SQL.
        let role: String
        /// The database, quoted for SQL.
        let database: String

        /// The owner, for a database that was migrated before.
        var migratedOwner: String? { hasTables ? owner : nil }
    }

    /// Asks the catalogue, which every role may read.
    func standing(_ db: borrowing Connection) async throws -> Standing {
        let row = try await db.one(
            """
            SELECT
                n.nspowner::regrole::text,
                (SELECT count(*) FROM pg_class AS c
                    WHERE c.relnamespace = n.oid AND c.relname IN ('migration', 'schema_object')) = 2,
                COALESCE(pg_has_role(n.nspowner, 'MEMBER'), false),
                (SELECT r.rolsuper OR r.rolcreaterole FROM pg_roles AS r WHERE r.rolname = current_user),
                quote_ident(current_user),
                quote_ident(current_database())
            FROM (SELECT) AS one LEFT JOIN pg_namespace AS n ON n.nspname = 'ops'
            """,
            as: (String?, Bool, Bool, Bool, String, String).self
        )
        return Standing(
            owner: row.0, hasTables: row.1, mayActAsOwner: row.2, mayCreateRoles: row.3, role: row.4, database: row.5)
    }

    /// Reads what was applied.
    func applied(_ db: borrowing Connection) async throws -> AppliedSchema {
        let migrations = try await db.rows("SELECT path, checksum FROM ops.migration", as: (String, String).self)
        let objects = try await db.rows("SELECT path, checksum FROM ops.schema_object", as: (String, String).self)
        return AppliedSchema(
            migrations: Dictionary(migrations, uniquingKeysWith: { $1 }),
            objects: Dictionary(objects, uniquingKeysWith: { $1 })
        )
    }

    /// Makes the tables, in the transaction of the first migration.
    func makeTables(_ db: borrowing Connection) async throws {
        try await db.executeScript(
            """
            CREATE SCHEMA IF NOT EXISTS ops;
            CREATE TABLE ops.migration (
                path text PRIMARY KEY,
                checksum text NOT NULL,
                applied_at timestamptz NOT NULL DEFAULT now(),
                duration interval NOT NULL,
                tessera_version text NOT NULL
            );
            COMMENT ON TABLE ops.migration IS 'The migrations that were applied, each once.';
            COMMENT ON COLUMN ops.migration.path IS 'The file in the source, such as migrations/0001_roles.sql.';
            COMMENT ON COLUMN ops.migration.checksum IS 'SHA-256 of the file, in hexadecimal.';
            COMMENT ON COLUMN ops.migration.applied_at IS 'When its transaction began.';
            COMMENT ON COLUMN ops.migration.duration IS 'How long it took.';
            COMMENT ON COLUMN ops.migration.tessera_version IS 'The version of Tessera that applied it.';
            CREATE TABLE ops.schema_object (
                path text PRIMARY KEY,
                checksum text NOT NULL,
                applied_at timestamptz NOT NULL DEFAULT now(),
                tessera_version text NOT NULL
            );
            COMMENT ON TABLE ops.schema_object IS
                'The functions, views and seeds that are applied again whenever their text changed.';
            COMMENT ON COLUMN ops.schema_object.path IS 'The file in the source, such as views/evaluation/awards.sql.';
            COMMENT ON COLUMN ops.schema_object.checksum IS 'SHA-256 of the file, in hexadecimal.';
            COMMENT ON COLUMN ops.schema_object.applied_at IS 'When it was last applied.';
            COMMENT ON COLUMN ops.schema_object.tessera_version IS 'The version of Tessera that applied it.';
            """
        )
    }

    /// Gives the tables to whom the first migration gave schema `ops`, and lets the service see how things stand.
    func handOverTables(_ db: borrowing Connection) async throws {
        try await db.executeScript(
            """
            SET LOCAL ROLE NONE;
            DO $hand_over$
            DECLARE
                owner text := (SELECT nspowner::regrole::text FROM pg_namespace WHERE nspname = 'ops');
            BEGIN
                EXECUTE 'ALTER TABLE ops.migration OWNER TO ' || owner;
                EXECUTE 'ALTER TABLE ops.schema_object OWNER TO ' || owner;
                IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'tessera_service') THEN
                    EXECUTE 'SET LOCAL ROLE ' || owner;
                    GRANT SELECT ON ops.migration, ops.schema_object TO tessera_service;
                END IF;
            END;
            $hand_over$;
            """
        )
    }

    /// Notes a migration, in its own transaction.
    func note(migration file: SchemaFile, _ db: borrowing Connection) async throws {
        try await db.execute(
            """
            INSERT INTO ops.migration (path, checksum, duration, tessera_version)
            VALUES (\(file.name), \(Checksum(of: file.text).hexadecimal), clock_timestamp() - now(), \(version))
            """
        )
    }

    /// Notes a function, view or seed.
    func note(object file: SchemaFile, _ db: borrowing Connection) async throws {
        try await db.execute(
            """
            INSERT INTO ops.schema_object AS o (path, checksum, tessera_version)
            VALUES (\(file.name), \(Checksum(of: file.text).hexadecimal), \(version))
            ON CONFLICT (path) DO UPDATE SET
                checksum = excluded.checksum, applied_at = excluded.applied_at,
                tessera_version = excluded.tessera_version
            """
        )
    }
}
