import CompetenceFramework
import FoundationEssentials
import TestSupport
import Testing

@testable import Frameworks

@Suite("proposals go with their framework", .migratedDatabaseForEachTest)
struct ProposalExchangeTests {
    let database: MigratedDatabase
    let exchange: FrameworkExchange
    let proposals: ProposalStore

    init() throws {
        database = try MigratedDatabase.current
        exchange = FrameworkExchange(pool: database.service, baseURL: ExchangeTests.base)
        proposals = ProposalStore(pool: database.service)
    }

    private func propose(_ edit: String, by partner: String?) async throws -> ProposalStore.Place {
        let proposal = #"{"title": "Better", "reason": "It is unclear.", "edits": [\#(edit)]}"#
        let number = try await proposals.make(Array(proposal.utf8), for: "IUS", "0.1", by: partner)
        return ProposalStore.Place(code: "IUS", version: "0.1", number: Int64(number))
    }

    /// Proposals in each state, with comments and endorsements.
    private func discuss() async throws {
        let accepted = try await propose(
            #"{"kind": "text", "item": "A1.3", "field": "fullStatement", "to": "Leads a diagnosis."}"#, by: "riga")
        _ = try await proposals.comment(
            Array(#"{"text": "Très \"bien\"", "language": "fr"}"#.utf8), on: accepted, by: "nice")
        try await proposals.endorse(accepted, by: "nice", endorses: true)
        try await proposals.decide(
            accepted, decision: Array(#"{"outcome": "accepted", "reason": "Yes."}"#.utf8), by: nil)
        let withdrawn = try await propose(
            #"{"kind": "target", "profile": "P2", "competence": "A1", "to": {"level": 1}}"#, by: nil)
        try await proposals.withdraw(withdrawn, reason: Array("{}".utf8), by: nil)
        _ = try await propose(
            #"{"kind": "target", "profile": "P4", "competence": "C2", "to": {"level": 4, "weight": 1.50}}"#, by: "torun"
        )
    }

    private func full(_ exchange: FrameworkExchange) async throws -> CFPackage {
        try #require(try await exchange.package("IUS", "0.1", hasProposals: true))
    }

    @Test func `as CASE and as a workbook, into an empty installation and out of it the same to the byte`() async throws
    {
        try await discuss()
        let package = try await full(exchange)
        #expect(package.document.proposals.count == 3)
        for takes in ["json", "xlsx"] {
            try await MigratedDatabase.withAnother { other in
                try await ExchangeTests.empty(other)
                let there = FrameworkExchange(pool: other.service, baseURL: ExchangeTests.base)
                let read =
                    takes == "json"
                    ? try CFPackage.read(package.json()).package
                    : try CFPackage.read(xlsx: package.xlsx(), defaults: ExchangeTests.defaults).package
                guard case .created = try await there.take(read).outcome else { return #expect(Bool(false)) }
                let back = try await full(there)
                #expect(ExchangeTests.difference(package, back) == nil, "\(takes)")
                let isSameWorkbook = back.xlsx() == package.xlsx()
                #expect(isSameWorkbook, "\(takes)")
                #expect(try await there.take(read).isUnchanged)
            }
        }
    }

    @Test func `what was accepted shows in the rubric, too; what is public holds no proposals`() async throws {
        try await discuss()
        let package = try #require(try await exchange.package("IUS", "0.1"))
        #expect(package.document.proposals.isEmpty)
        #expect(package.items.first { $0.code == "A1.3" }?.fullStatement == "Leads a diagnosis.")
        #expect(package.rubrics == package.derivedRubrics())
    }

    @Test func `proposals that break a rule are refused with their place`() async throws {
        var package = try await full(exchange)
        package.document.proposals = [.object(["title": .string("Better")])]
        do {
            _ = try await exchange.take(package)
            Issue.record("They were taken.")
        } catch let refusal as FrameworkRefusal {
            #expect(refusal.message.hasPrefix("/CFDocument/extensions/iust:proposals"), "\(refusal.message)")
        }
    }
}
