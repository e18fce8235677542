import FoundationEssentials
import LibPQ
import TestSupport

extension MigratedDatabase {
    /// Holds up the insert of one statement, once its snapshot is taken, until `release` is called.
    func delayInsert(
        of id: UUID, _ body: (_ release: () async throws -> Void) async throws -> Void
    ) async throws {
        try await administrator.withConnection { db in
            try await db.executeScript(
                """
                CREATE FUNCTION public.hold() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    PERFORM pg_advisory_xact_lock_shared(4711);
                    RETURN NEW;
                END $$;
                CREATE TRIGGER hold BEFORE INSERT ON lrs.statement FOR EACH ROW
                    WHEN (NEW.statement_id = '\(id.uuidString)') EXECUTE FUNCTION public.hold();
                """)
            try await db.execute("SELECT pg_advisory_lock(4711)")
            try await body { try await db.execute("SELECT pg_advisory_unlock(4711)") }
        }
    }
}
