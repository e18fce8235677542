import CompetenceFramework
import FoundationEssentials
import FrameworkSamples
import Frameworks
import LibPQ
import TestSupport
import Testing

@Suite("frameworks in and out", .migratedDatabase)
struct ExchangeTests {
    let database: MigratedDatabase
    let exchange: FrameworkExchange

    static let base = "https://tessera.example"
    static let defaults = SheetDefaults(
        creator: "nobody", base: "https://wrong.example", lastChangeDateTime: "2000-01-01T00:00:00Z")

    init() throws {
        database = try MigratedDatabase.current
        exchange = FrameworkExchange(pool: database.service, baseURL: Self.base)
    }

    /// Takes all frameworks away.
    static func empty(_ database: MigratedDatabase) async throws {
        try await database.administrator.withConnection { db in
            // Triggers keep what is adopted, and all history, from being truncated.
            try await db.executeScript(
                """
                SET client_min_messages = error;
                SET session_replication_role = replica;
                TRUNCATE framework.document CASCADE;
                RESET session_replication_role
                """)
        }
    }

    /// What a package is after it was taken in and given out.
    static func through(_ exchange: FrameworkExchange, _ package: CFPackage) async throws -> CFPackage {
        _ = try await exchange.take(package)
        let identifier = try #require(UUID(uuidString: package.document.identifier))
        return try #require(try await exchange.package(identifier))
    }

    /// Where two packages differ first.
    static func difference(_ one: CFPackage, _ other: CFPackage) -> String? {
        let (left, right) = (one.json(), other.json())
        guard left != right else { return nil }
        let offset = zip(left, right).enumerated().first { $1.0 != $1.1 }?.offset ?? min(left.count, right.count)
        let shown = { (bytes: [UInt8]) in
            String(decoding: bytes[max(0, offset - 300)..<min(bytes.count, offset + 100)], as: UTF8.self)
        }
        return "\(shown(left)) ≠ \(shown(right))"
    }

    @Test("what goes from one installation to another, and back out, is the same to the byte")
    func roundTrip() async throws {
        try await MigratedDatabase.withAnother { other in
            for seed in UInt64(1)...12 {
                try await Self.empty(database)
                try await Self.empty(other)
                let first = try await Self.through(
                    exchange, GeneratedPackage.make(seed: seed, items: 60, isStorable: true))
                let there = FrameworkExchange(
                    pool: other.service, baseURL: seed.isMultiple(of: 2) ? Self.base : "https://other.example")
                let second = try await Self.through(there, try CFPackage.read(first.json()).package)
                #expect(Self.difference(first, second) == nil, "seed \(seed)")
                let third = try await Self.through(
                    there, try CFPackage.read(xlsx: second.xlsx(), defaults: Self.defaults).package)
                #expect(Self.difference(first, third) == nil, "seed \(seed)")
                let isSameWorkbook = third.xlsx() == first.xlsx()
                #expect(isSameWorkbook, "seed \(seed)")
                #expect(try await there.take(third).isUnchanged, "seed \(seed)")
            }
        }
    }

    @Test("so is one of two thousand items, and one of another publisher's software")
    func roundTripOfOthers() async throws {
        let salt = try CFPackage.read(OpenSALTSample.json).package
        #expect(salt.items.count == 4 && salt.associations.count == 7)
        try await MigratedDatabase.withAnother { one in
            try await MigratedDatabase.withAnother { other in
                for package in [GeneratedPackage.make(seed: 4711, items: 2000), salt] {
                    let here = FrameworkExchange(pool: one.service, baseURL: Self.base)
                    let there = FrameworkExchange(pool: other.service, baseURL: "https://other.example")
                    var plain = package
                    plain.document.proposals = []
                    let first = try await Self.through(here, plain)
                    let second = try await Self.through(there, try CFPackage.read(first.json()).package)
                    #expect(Self.difference(first, second) == nil)
                    let workbook = first.xlsx()
                    let third = try await Self.through(
                        there, try CFPackage.read(xlsx: workbook, defaults: Self.defaults).package)
                    let isSameWorkbook = third.xlsx() == workbook
                    #expect(isSameWorkbook)
                }
                #expect(try await Self.through(FrameworkExchange(pool: one.service, baseURL: Self.base), salt) == salt)
            }
        }
    }

    @Test("nothing of a package is lost")
    func nothingLost() async throws {
        try await MigratedDatabase.withAnother { database in
            let exchange = FrameworkExchange(pool: database.service, baseURL: Self.base)
            for seed in UInt64(1)...20 {
                try await Self.empty(database)
                let package = GeneratedPackage.make(seed: seed, items: 60, isStorable: true)
                let given = try await Self.through(exchange, package)
                #expect(Self.difference(package, given) == nil, "seed \(seed)")
            }
        }
    }
}
