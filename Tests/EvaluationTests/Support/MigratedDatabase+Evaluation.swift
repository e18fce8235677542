import Foundation
import LibPQ
import TestSupport
import Testing

extension MigratedDatabase {
    /// Runs a file of the folder as administrator.
    func run(_ name: String) async throws {
        let script = try SQLFolder.text(name)
        try await administrator.withConnection { db in try await db.executeScript(script) }
    }

    /// The address of the database, for other programs.
    var uri: String {
        get throws {
            let server = try #require(ProcessInfo.processInfo.environment["TESSERA_TEST_DATABASE_URL"])
            return server + (server.contains("?") ? "&" : "?") + "dbname=\(name)"
        }
    }

    /// What a role reads of a view, as CSV with the columns of a heading, ordered by them from left to right.
    ///
    /// Numbers of double precision have twelve digits: the last ones differ from one C library to another.
    func csv(
        of view: String, in schema: String = "evaluation", columns heading: Substring, as role: String
    ) async throws -> String {
        let order = (1...heading.split(separator: ",").count).map(String.init).joined(separator: ", ")
        let columns = heading.split(separator: ",").map { "\"\($0)\"" }.joined(separator: ", ")
        return try await administrator.withTransaction { db in
            try await db.executeScript(
                "SET LOCAL ROLE \(role); SET LOCAL TimeZone = 'UTC'; SET LOCAL extra_float_digits = -3")
            let query = "SELECT \(columns) FROM \(schema).\(view) ORDER BY \(order)"
            return try await db.copyOut("COPY (\(query)) TO STDOUT (FORMAT csv, HEADER)") { copy in
                var bytes: [UInt8] = []
                while let row = try await copy.next() { bytes += row }
                return String(decoding: bytes, as: UTF8.self)
            }
        }
    }
}
