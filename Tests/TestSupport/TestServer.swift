public import LibPQ

#if canImport(Glibc)
    internal import Glibc
#endif

/// The PostgreSQL server of the tests, which `TESSERA_TEST_DATABASE_URL` names.
public enum TestServer {
    /// No server is named.
    public struct Missing: Error, CustomStringConvertible {
        /// What to do about it.
        public let description =
            "TESSERA_TEST_DATABASE_URL names no server; deploy/test starts one"
    }

    /// A superuser's connection to the server's first database.
    public static var administrator: ConnectionConfiguration {
        get throws {
            guard let uri = unsafe getenv("TESSERA_TEST_DATABASE_URL") else { throw Missing() }
            return unsafe ConnectionConfiguration(String(cString: uri))
        }
    }

    /// Runs commands that concern the whole server.
    static func run(_ commands: String...) async throws {
        try await Connection.withConnection(to: administrator) { db in
            for command in commands { try await db.executeScript(command) }
        }
    }
}
