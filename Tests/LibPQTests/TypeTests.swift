import FoundationEssentials
import LibPQ
import Testing

@Suite(.database)
struct TypeTests {
    /// Sends values as an array, and each alone; the server's own text of what it got must be what is expected.
    private func roundTrip<Value: PostgresEncodableElement & PostgresDecodableElement & Equatable>(
        _ values: [Value], texts: [String]? = nil
    ) async throws {
        try await TestDatabase.connect { db in
            let array = try await db.one("SELECT \(values)", as: [Value].self)
            #expect(array == values)
            let optionals: [Value?] = values.flatMap { [nil, $0] } + [nil]
            let holed = try await db.one("SELECT \(optionals)", as: [Value?].self)
            #expect(holed == optionals)
            for (index, value) in values.enumerated() {
                let (back, text) = try await db.one("SELECT \(value), (\(value))::text", as: (Value, String).self)
                #expect(back == value)
                if let texts { #expect(text == texts[index]) }
            }
            let none = try await db.one("SELECT \(nil as Value?), \([Value]())", as: (Value?, [Value]).self)
            #expect(none.0 == nil)
            #expect(none.1.isEmpty)
        }
    }

    @Test func `booleans keep their value`() async throws {
        try await roundTrip([true, false], texts: ["true", "false"])
    }

    @Test func `integers keep their value up to the extremes`() async throws {
        try await roundTrip([Int16.min, -1, 0, 1, .max], texts: ["-32768", "-1", "0", "1", "32767"])
        try await roundTrip([Int32.min, -1, 0, 1, .max], texts: ["-2147483648", "-1", "0", "1", "2147483647"])
        let texts = ["-9223372036854775808", "-1", "0", "1", "9223372036854775807"]
        try await roundTrip([Int64.min, -1, 0, 1, .max], texts: texts)
        try await roundTrip([Int.min, -1, 0, 1, .max], texts: texts)
    }

    @Test func `narrow integers are read by wider types`() async throws {
        try await TestDatabase.connect { db in
            let row = try await db.one(
                "SELECT 1::int2, 2::int2, 3::int4, 4::int4, 5::int8", as: (Int32, Int, Int, Int64, Numeric).self)
            #expect(row == (1, 2, 3, 4, Numeric(5)))
        }
    }

    @Test func `floats keep every bit`() async throws {
        let doubles: [Double] = [
            0, -0.0, 1, .pi, .greatestFiniteMagnitude, .leastNonzeroMagnitude, .leastNormalMagnitude, .infinity,
            -.infinity, 0.1,
        ]
        try await roundTrip(doubles)
        try await roundTrip([Float(0), -1.5, .greatestFiniteMagnitude, .leastNonzeroMagnitude, .infinity])
        try await TestDatabase.connect { db in
            let nan = try await db.one("SELECT \(Double.nan), \(Float.nan)", as: (Double, Float).self)
            #expect(nan.0.isNaN && nan.1.isNaN)
        }
    }

    @Test func `numerics keep digits and scale, as PostgreSQL prints them`() async throws {
        let texts = [
            "0", "0.00", "-1", "1.50", "12345678901234567890.123456789", "0.0001", "0.00012", "-99999.9", "10000",
            "NaN", "Infinity", "-Infinity", "1" + String(repeating: "0", count: 200),
            "0." + String(repeating: "0", count: 16_000) + "7", String(repeating: "98", count: 60_000),
        ]
        try await roundTrip(texts.compactMap { Numeric($0) }, texts: texts)
    }

    @Test func `random numerics agree with PostgreSQL in both directions`() async throws {
        var generator = SplitMix(seed: 7)
        let texts = (0..<2000).map { _ in Self.randomDecimal(&generator) }
        let numerics = texts.compactMap { Numeric($0) }
        #expect(numerics.count == texts.count)
        try await TestDatabase.connect { db in
            // PostgreSQL parses the text and prints our binary; both must be what we parse and print.
            let rows = try await db.rows(
                "SELECT t::numeric, t::numeric::text, n, n::text FROM unnest(\(texts), \(numerics)) AS u(t, n)",
                as: (Numeric, String, Numeric, String).self)
            for (numeric, row) in zip(numerics, rows) {
                #expect(row.0 == numeric && row.0.scale == numeric.scale)
                #expect(row.1 == numeric.description)
                #expect(row.2 == numeric && row.3 == numeric.description)
            }
            let order = try await db.rows("SELECT n FROM unnest(\(numerics)) AS u(n) ORDER BY n", as: Numeric.self)
            #expect(order == numerics.sorted())
        }
    }

    private static func randomDecimal(_ generator: inout SplitMix) -> String {
        func digits(_ count: Int) -> String {
            String((0..<count).map { _ in Character(String(Int.random(in: 0...9, using: &generator))) })
        }
        var text = Bool.random(using: &generator) ? "-" : ""
        text += digits(Int.random(in: 1...30, using: &generator))
        if Bool.random(using: &generator) { text += "." + digits(Int.random(in: 1...30, using: &generator)) }
        if Int.random(in: 0..<4, using: &generator) == 0 { text += "e\(Int.random(in: -50...50, using: &generator))" }
        return text
    }

    @Test func `texts keep every scalar`() async throws {
        try await roundTrip(
            ["", "a", "ß🏙️", "\u{10FFFF}", "quote ' \" \\ \n\t", "e\u{301}", String(repeating: "x", count: 100_000)])
        try await TestDatabase.connect { db in
            let row = try await db.one(
                "SELECT 'a'::varchar(3), 'b'::char(3), 'c'::name, '<a/>'::xml, 'd'",
                as: (String, String, String, String, String).self)
            #expect(row == ("a", "b  ", "c", "<a/>", "d"))
        }
    }

    @Test func `a text with a zero byte is refused by the server and the connection stays usable`() async throws {
        try await TestDatabase.connect { db in
            let error = await postgresError { try await db.execute("SELECT \("a\0b")") }
            #expect(error?.sqlState?.class == "22")
            let one = try await db.one("SELECT 1", as: Int.self)
            #expect(one == 1)
        }
    }

    @Test func `json keeps its bytes and jsonb its meaning`() async throws {
        let text = "{\"b\":1.0, \"a\":1E2, \"a\":\"ä\"}"
        try await TestDatabase.connect { db in
            let json = try await db.one("SELECT \(JSONText(text))", as: JSONText.self)
            #expect(json.text == text)
            let (jsonb, asText) = try await db.one(
                "SELECT \(JSONBText(text)), \(JSONBText(text))", as: (JSONBText, String).self)
            #expect(jsonb.text == "{\"a\": \"ä\", \"b\": 1.0}")
            #expect(asText == jsonb.text)
            let array = try await db.one(
                "SELECT \([JSONText("1"), JSONText("[]")]), \([JSONBText("{}"), nil])",
                as: ([JSONText], [JSONBText?]).self)
            #expect(array.0.map(\.text) == ["1", "[]"])
            #expect(array.1.map { $0?.text } == ["{}", nil])
            let error = await postgresError { try await db.execute("SELECT \(JSONText("{"))") }
            #expect(error?.sqlState == .invalidTextRepresentation)
        }
    }

    @Test func `UUIDs keep their value`() async throws {
        let ids = [UUID(), UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))]
        try await roundTrip(ids, texts: ids.map { $0.uuidString.lowercased() })
    }

    @Test func `bytes keep their value`() async throws {
        try await roundTrip(
            [[], [0], Array(0...255), [UInt8](repeating: 0xAB, count: 1_000_000)] as [[UInt8]])
    }

    @Test func `large bytes, which are sent without being copied, keep their places among small ones`() async throws {
        let first = [UInt8](repeating: 1, count: 5000)
        let second = [UInt8](repeating: 2, count: 70_000)
        let json = JSONText("\"" + String(repeating: "j", count: 9000) + "\"")
        let statement = PreparedStatement(
            name: "mixed", sql: "SELECT $1::int8, $2::bytea, $3::text, $4::bytea, $5::bytea, $6::json, $7::bytea")
        try await TestDatabase.connect { db in
            let row = try await db.one(
                statement(7, first, "x", second, nil as [UInt8]?, json, [] as [UInt8]),
                as: (Int, [UInt8], String, [UInt8], [UInt8]?, JSONText, [UInt8]).self)
            #expect(row.0 == 7 && row.1 == first && row.2 == "x" && row.3 == second && row.4 == nil)
            #expect(row.5 == json && row.6 == [])
        }
    }

    @Test func `timestamps are exact to the microsecond and may be infinite`() async throws {
        let instants = [
            Timestamp(microseconds: 0), Timestamp(microseconds: 1), Timestamp(microseconds: -1), .infinity,
            .negativeInfinity, Timestamp(microseconds: 9_223_371_331_199_999_999),
            Timestamp(microseconds: -211_813_488_000_000_000),
        ]
        try await roundTrip(instants)
        try await TestDatabase.connect { db in
            let row = try await db.one(
                "SELECT '2026-11-23 22:05:00.123456+01'::timestamptz, '2000-01-01 00:00:01'::timestamp",
                as: (Timestamp, Timestamp).self)
            #expect(row.0.microseconds == 848_783_100_123_456)
            #expect(row.1.microseconds == 1_000_000)
        }
    }

    @Test func `dates keep microseconds and refuse infinity`() async throws {
        let dates = [
            Date(timeIntervalSinceReferenceDate: 0), Date(timeIntervalSince1970: 0),
            Date(timeIntervalSince1970: 1_800_000_000.123456), Date(timeIntervalSince1970: -0.25),
        ]
        try await TestDatabase.connect { db in
            let back = try await db.one("SELECT \(dates)", as: [Date].self)
            for (sent, read) in zip(dates, back) {
                #expect(abs(sent.timeIntervalSince(read)) < 0.000_001)
            }
            let text = try await db.one("SELECT (\(dates[1]) AT TIME ZONE 'UTC')::text", as: String.self)
            #expect(text == "1970-01-01 00:00:00")
            let error = await postgresError { try await db.one("SELECT 'infinity'::timestamptz", as: Date.self) }
            #expect(error?.code == .decoding)
            let noZone = await postgresError { try await db.one("SELECT now()::timestamp", as: Date.self) }
            #expect(noZone?.code == .decoding)
        }
    }

    @Test func `intervals keep their three parts`() async throws {
        try await roundTrip(
            [
                Interval(), Interval(months: 14, days: -3, microseconds: 1),
                Interval(months: .max, days: .max, microseconds: .max), Interval(.milliseconds(1500)),
            ])
        try await TestDatabase.connect { db in
            let text = try await db.one(
                "SELECT (\(Interval(months: 14, days: 3, microseconds: 4_000_005)))::text", as: String.self)
            #expect(text == "1 year 2 mons 3 days 00:00:04.000005")
        }
    }

    @Test func `raw representable types travel as their raw values`() async throws {
        enum Phase: String, PostgresEncodable, PostgresDecodable { case before, after }
        try await TestDatabase.connect { db in
            let (phase, text) = try await db.one("SELECT \(Phase.after), 'before'", as: (Phase, Phase).self)
            #expect(phase == .after && text == .before)
            let error = await postgresError { try await db.one("SELECT 'never'", as: Phase.self) }
            #expect(error?.code == .decoding)
            #expect(error?.message.contains("Phase") == true)
        }
    }
}

/// A generator whose numbers are the same in every run.
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
