import LibPQ
import TestSupport
import Testing

@testable import Evaluation

@Suite("reading views", .migratedDatabaseForEachTest)
struct EvaluationReaderTests {
    let database: MigratedDatabase

    init() async throws {
        database = try MigratedDatabase.current
        // Of every kind of value that a view may have.
        try await database.administrator.withConnection { db in
            try await db.executeScript(
                """
                CREATE TYPE evaluation.pair AS (low numeric, high text);
                CREATE VIEW evaluation.sample AS
                SELECT * FROM (VALUES
                    (1::bigint, 0.10::numeric(4,2), 1e-7::float8, 'plain'::text, ARRAY['a', 'b,"c"'],
                     ROW(1.50, 'x')::evaluation.pair, '{"k": [1.0,\n2]}'::json, true,
                     '2026-03-02 10:00:00+02'::timestamptz, '36:30:00'::interval, '2026-03-02'::date),
                    (2, 123456789012345678901234567890.5, 'NaN', '=1,"2"' || chr(10) || 'ü', ARRAY[]::text[],
                     NULL, NULL, false, NULL, NULL, NULL),
                    (3, NULL, 'Infinity', '', NULL, NULL, NULL, NULL, NULL, NULL, NULL)
                ) AS sample (n, exact, real, words, list, pair, document, truth, "at the time", lasting, day);
                GRANT SELECT ON evaluation.sample TO tessera_service;
                CREATE VIEW evaluation.long AS
                SELECT n, repeat('x', 1000) AS filler FROM generate_series(1, 5000) AS n;
                GRANT SELECT ON evaluation.long TO tessera_service;
                CREATE VIEW evaluation.secret AS SELECT 1 AS n;
                """)
        }
    }

    private func reader(_ change: (inout EvaluationLimits) -> Void = { _ in }) -> EvaluationReader {
        var limits = EvaluationLimits()
        change(&limits)
        return EvaluationReader(pool: database.service, limits: limits)
    }

    /// All of an answer.
    private func text(
        _ request: ViewRequest, _ format: RowFormat, by reader: EvaluationReader? = nil
    ) async throws -> String {
        let rows = try await (reader ?? self.reader()).rows(request, as: format, partner: nil, reader: "test")
        var bytes: [UInt8] = []
        while let piece = try await rows.next() { bytes += piece }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func request(_ view: String = "sample", _ filters: (String, String)...) -> ViewRequest {
        var request = ViewRequest(view: view)
        for (column, value) in filters { request.require(value, in: column) }
        return request
    }

    @Test func `JSON keeps digits, and has a form for every type`() async throws {
        let first = try await text(request("sample", ("n", "1")), .ndjson)
        #expect(
            first == #"""
                {"n":1,"exact":0.10,"real":1e-07,"words":"plain","list":["a","b,\"c\""],"pair":{"low":1.50,"high":"x"},"document":{"k": [1.0, 2]},"truth":true,"at the time":"2026-03-02T08:00:00+00:00","lasting":"PT36H30M","day":"2026-03-02"}

                """#)
        let second = try await text(request("sample", ("n", "2")), .json)
        #expect(
            second.contains(#""exact":123456789012345678901234567890.50,"real":"NaN""#)
                || second.contains(#""exact":123456789012345678901234567890.5,"real":"NaN""#), "\(second)")
        #expect(second.contains(#""words":"=1,\"2\"\nü","list":[],"pair":null"#), "\(second)")
    }

    @Test func `CSV is by the letter: nulls are nothing, texts of no letters two quotes, lists JSON`() async throws {
        let lines = try await text(request("sample", ("n", "1"), ("n", "3")), .csv)
        let expected = [
            "n,exact,real,words,list,pair,document,truth,at the time,lasting,day",
            #"1,0.10,1e-07,plain,"[""a"",""b,\""c\""""]","{""low"":1.50,""high"":""x""}","{""k"": [1.0,\#n2]}",true,2026-03-02T08:00:00+00:00,PT36H30M,2026-03-02"#,
            #"3,,Infinity,"",,,,,,,"#, "",
        ]
        #expect(lines == expected.joined(separator: "\r\n"))
        let second = try await text(request("sample", ("n", "2")), .csv)
        #expect(second.contains("NaN,\"=1,\"\"2\"\"\nü\",[],,,false,,,"), "\(second)")
    }

    @Test func `filters compare by the column's type`() async throws {
        for (column, value, count) in [
            ("exact", "0.1", 1), ("exact", "0.1004", 0), ("real", "1E-7", 1), ("real", "nan", 1), ("words", "", 1),
            ("words", "PLAIN", 0), ("list", "a", 1), ("list", "b,\"c\"", 1), ("truth", "yes", 1),
            ("at the time", "2026-03-02T10:00:00+02:00", 1), ("at the time", "2026-03-02T08:00:00Z", 1),
            ("lasting", "PT36H30M", 1), ("day", "20260302", 1),
        ] {
            let lines = try await text(request("sample", (column, value)), .ndjson).split(separator: "\n")
            #expect(lines.count == count, "\(column)=\(value)")
        }
    }

    @Test func `what is not there, or not for the service, is told by name`() async throws {
        await #expect {
            _ = try await text(request("secret"), .json)
        } throws: { error in
            guard case .unknownView("secret", let known)? = error as? EvaluationError else { return false }
            return known.contains("gain") && !known.contains("secret")
        }
        await #expect {
            _ = try await text(request("sample", ("at", "x")), .json)
        } throws: { error in
            guard case .unknownColumn("at", "sample", let known)? = error as? EvaluationError else { return false }
            return known.contains("at the time")
        }
        for (column, type) in [("n", "bigint"), ("day", "date"), ("lasting", "interval"), ("exact", "numeric")] {
            await #expect {
                _ = try await text(request("sample", (column, "?")), .csv)
            } throws: { error in
                guard case .badValue(column, type, let reason)? = error as? EvaluationError else { return false }
                return reason.contains("?")
            }
        }
    }

    @Test func `whoever takes nothing is abandoned: the connection and the seat are another's`() async throws {
        let reader = reader {
            $0.patience = .milliseconds(300)
            $0.readers = 1
            $0.readersOfOne = 1
        }
        let rows = try await reader.rows(request("long"), as: .ndjson, partner: nil, reader: "slow")
        #expect(try await rows.next()?.isEmpty == false)
        await #expect(throws: EvaluationError.manyOfOneReader(1)) {
            _ = try await reader.rows(request("long"), as: .json, partner: nil, reader: "slow")
        }
        await #expect(throws: EvaluationError.manyReaders(1)) {
            _ = try await reader.rows(request("long"), as: .json, partner: nil, reader: "other")
        }
        try await Task.sleep(for: .seconds(1))
        #expect(database.service.statistics.leased == 0)
        // What is missing is not passed over.
        await #expect(throws: EvaluationError.abandoned(after: .milliseconds(300))) { _ = try await rows.next() }
        #expect(try await text(request("long"), .ndjson, by: reader).split(separator: "\n").count == 5000)
    }

    @Test func `whoever lets go of the rows has the query cancelled`() async throws {
        let reader = reader { $0.readersOfOne = 1 }
        do {
            let rows = try await reader.rows(request("long"), as: .ndjson, partner: nil, reader: "one")
            _ = try await rows.next()
            withExtendedLifetime(rows) { #expect(database.service.statistics.leased == 1) }
        }
        for _ in 0..<100 where database.service.statistics.leased > 0 { try await Task.sleep(for: .milliseconds(50)) }
        #expect(database.service.statistics.leased == 0)
        // The seat is left just after the connection.
        try await Task.sleep(for: .milliseconds(100))
        _ = try await text(request("long"), .csv, by: reader)
    }

    @Test func `an answer takes the database no longer than it may`() async throws {
        try await database.administrator.withConnection { db in
            try await db.executeScript(
                """
                CREATE VIEW evaluation.slow AS SELECT n, pg_sleep(0.05)::text AS nap FROM generate_series(1, 1000) AS n;
                GRANT SELECT ON evaluation.slow TO tessera_service
                """)
        }
        let reader = reader { $0.duration = .milliseconds(300) }
        await #expect {
            _ = try await text(request("slow"), .ndjson, by: reader)
        } throws: { error in
            (error as? PostgresError)?.sqlState == .queryCanceled
        }
    }

    @Test func `a partner's reader sees what an evaluator of that partner sees`() async throws {
        try await database.run("fixture.sql")
        try await database.run("gain.seed.sql")
        func pilots(_ partner: String?) async throws -> Set<Substring> {
            let rows = try await reader().rows(
                request("pilot_overview"), as: .csv, partner: partner, reader: "test")
            var bytes: [UInt8] = []
            while let piece = try await rows.next() { bytes += piece }
            let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n").dropFirst()
            return Set(lines.map { $0.prefix { $0 != "," } })
        }
        func pilots(as role: String) async throws -> Set<Substring> {
            let text = try await database.csv(of: "pilot_overview", columns: "pilot", as: role)
            return Set(text.split(separator: "\n").dropFirst())
        }
        let everything = try await pilots(nil)
        #expect(everything.count >= 3)
        #expect(try await pilots(as: "tessera_test_all") == everything)
        for partner in ["riga", "lille"] {
            let seen = try await pilots(partner)
            #expect(!seen.isEmpty && seen.count < everything.count)
            #expect(try await pilots(as: "tessera_test_\(partner)") == seen)
        }
        // Codes that are nobody's see nothing, least of all everything.
        for partner in ["", "-", "nobody", "'; --"] { #expect(try await pilots(partner).isEmpty, "\(partner)") }
    }
}
