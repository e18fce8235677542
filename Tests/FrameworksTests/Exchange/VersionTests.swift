import CompetenceFramework
import FoundationEssentials
import FrameworkSamples
import LibPQ
import TestSupport
import Testing

@testable import Frameworks

@Suite("versions of frameworks", .migratedDatabaseForEachTest)
struct VersionTests {
    let database: MigratedDatabase
    let exchange: FrameworkExchange

    init() throws {
        database = try MigratedDatabase.current
        exchange = FrameworkExchange(pool: database.service, baseURL: "https://tessera.example")
    }

    private func refusal(_ change: () async throws -> Void) async throws -> FrameworkRefusal? {
        do { try await change() } catch let error as FrameworkRefusal { return error }
        return nil
    }

    private func shipped(_ version: String = "0.1", hasProposals: Bool = false) async throws -> CFPackage {
        try #require(try await exchange.package("IUS", version, hasProposals: hasProposals))
    }

    @Test func `the framework that comes with the software goes out whole, with rubrics and definitions`() async throws
    {
        let package = try await shipped()
        let kinds = Dictionary(grouping: package.items, by: \.kind).mapValues(\.count)
        #expect(kinds == [.profile: 8, .area: 6, .competence: 20, .level: 80])
        #expect(package.associations.count { $0.isTarget } == 150)
        #expect(package.rubrics == package.derivedRubrics())
        #expect(
            package.definitions.itemTypes.map(\.title) == ["Area", "Competence", "Level descriptor", "Staff profile"])
        #expect(package.items.allSatisfy { $0.itemTypeURI?.title == $0.itemType })
    }

    @Test func `a derived version is a draft that differs in nothing, and what is changed in it shows`() async throws {
        let report = try #require(try await exchange.derive("IUS", from: "0.1", to: "0.2"))
        guard case .created = report.outcome else { return #expect(Bool(false)) }
        var derived = try await shipped("0.2")
        #expect(derived.document.derivedFrom == (try await shipped().document.identifier))
        #expect(derived.document.adoptionStatus == "Draft")
        let position = try #require(derived.items.firstIndex { $0.code == "A1.3" })
        derived.items[position].fullStatement = "Leads."
        derived.items[position].translations = ["lv": ["fullStatement": "Vada."]]
        derived.rubrics = derived.derivedRubrics()
        guard case .updated(let difference) = try await exchange.take(derived).outcome else {
            return #expect(Bool(false))
        }
        #expect(difference.changed.map(\.new.code) == ["A1.3"])
        let kept = try await shipped("0.2")
        #expect(kept.items[position].translations == ["lv": ["fullStatement": "Vada."]])
        #expect(kept.difference(from: try await shipped()).changed.map(\.new.code) == ["A1.3"])
        #expect(kept.rubrics == derived.rubrics)
        #expect(try await exchange.derive("IUS", from: "9", to: "10") == nil)
        let twice = try await refusal { _ = try await exchange.derive("IUS", from: "0.1", to: "0.2") }
        #expect(twice?.message == "framework IUS version 0.2 is there already")
    }

    @Test func `an adopted version cannot be changed by import, and its status only ends`() async throws {
        #expect(try await exchange.set(.adopted, of: "IUS", "0.1"))
        #expect(try await exchange.set(.adopted, of: "IUS", "9") == false)
        let adopted = try await shipped()
        #expect(adopted.document.adoptionStatus == "Adopted")
        #expect(try await exchange.take(adopted).isUnchanged)
        var changed = adopted
        changed.items[7].notes = "Other"
        let message = "framework IUS version 0.1 is adopted and cannot be changed"
        let hint = "Derive a new version from it and change that."
        #expect(
            try await refusal { _ = try await exchange.take(changed) } == FrameworkRefusal(message: message, hint: hint)
        )
        for status in [AdoptionStatus.draft, .privateDraft] {
            #expect(try await refusal { _ = try await exchange.set(status, of: "IUS", "0.1") }?.message == message)
        }
        #expect(try await shipped() == adopted)
        #expect(try await exchange.set(.deprecated, of: "IUS", "0.1"))
        #expect(try await refusal { _ = try await exchange.set(.adopted, of: "IUS", "0.1") } != nil)
    }

    @Test func `an update may take items away and exchange codes, and no item becomes of another level`() async throws {
        var package = Sample.package()
        package.document.version = "0.9"
        _ = try await exchange.take(package)
        let document = try #require(UUID(uuidString: package.document.identifier))
        package = try #require(try await exchange.package(document))
        (package.items[1].code, package.items[2].code) = (package.items[2].code, package.items[1].code)
        let levels = package.items.indices.filter { package.items[$0].kind == .level }
        var raised = package
        (raised.items[levels[0]].level, raised.items[levels[1]].level) = (2, 1)
        let message = try await refusal { _ = try await exchange.take(raised) }?.message
        #expect(
            message == "/CFItems/\(levels[0])/extensions/iust:level cannot change: "
                + "\(package.items[levels[0]].identifier) is of level 1, not 2")
        let gone = package.items[levels[3]].identifier
        package.items.remove(at: levels[3])
        package.associations.removeAll {
            [$0.originNodeURI.identifier, $0.destinationNodeURI.identifier].contains(gone)
        }
        package.rubrics = []
        guard case .updated = try await exchange.take(package).outcome else { return #expect(Bool(false)) }
        let kept = try #require(try await exchange.package(document))
        #expect(kept.json() == package.json())
    }

    @Test func `a trial tells what would be and keeps nothing`() async throws {
        var package = try await shipped()
        package.document.title = "Other"
        guard case .updated(let difference) = try await exchange.take(package, isTrial: true).outcome else {
            return #expect(Bool(false))
        }
        #expect(difference.document.map(\.field) == ["title"])
        #expect(try await shipped().document.title == "Integrated Urban Security")
    }

    @Test func `what does not fit what is there is refused with its place, and nothing is kept`() async throws {
        let shipped = try await shipped()
        var other = shipped.derived(version: "0.1", base: exchange.caseBase, at: "2027-01-01T00:00:00Z")
        #expect(
            try await refusal { _ = try await exchange.take(other) }?.message.hasPrefix("/CFDocument/version must be")
                == true)
        other.document.version = "0.2"
        other.items[3].identifier = shipped.items[3].identifier
        for position in other.associations.indices {
            // The tree follows.
            let old = shipped.derived(version: "0.1", base: exchange.caseBase, at: "2027-01-01T00:00:00Z").items[3]
            if other.associations[position].originNodeURI.identifier == old.identifier {
                other.associations[position].originNodeURI.identifier = shipped.items[3].identifier
            }
        }
        let message = try await refusal { _ = try await exchange.take(other) }?.message
        #expect(message?.hasPrefix("/CFItems/3/identifier must be another") == true, "\(message ?? "")")
        #expect(try await exchange.package("IUS", "0.2") == nil)
    }

    @Test func `of imports and derivations at once, each meets what the one before it left`() async throws {
        let package = try await shipped().derived(
            version: "7", base: exchange.caseBase, at: "2027-01-01T00:00:00Z")
        let outcomes = try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<4 { group.addTask { try await exchange.take(package).outcome.name } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.sorted() == ["created", "unchanged", "unchanged", "unchanged"])
        let derived = try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<4 {
                group.addTask {
                    try await refusal { _ = try await exchange.derive("IUS", from: "0.1", to: "8") } == nil
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(derived.count { $0 } == 1)
    }

    @Test func `an import waits for a decision under way, and takes nothing of it back`() async throws {
        let proposals = ProposalStore(pool: database.service)
        let proposal = """
            {"title": "Better", "reason": "It is unclear.", "edits": [
                {"kind": "text", "item": "A1.3", "field": "fullStatement", "to": "Leads a diagnosis."}]}
            """
        let number = try await proposals.make(Array(proposal.utf8), for: "IUS", "0.1", by: nil)
        let place = ProposalStore.Place(code: "IUS", version: "0.1", number: Int64(number))
        var changed = try await shipped()
        changed.document.title = "Other"
        let package = changed
        async let decision: Void = proposals.decide(
            place, decision: Array(#"{"outcome": "accepted", "reason": "Yes."}"#.utf8), by: nil)
        async let taken = exchange.take(package)
        let earlier = package.document.lastChangeDateTime
        // Either the import came first, and the decision stands upon it; or it came second, and is refused.
        do { _ = try await taken } catch let refusal as FrameworkRefusal {
            #expect(refusal.message.hasPrefix("/CFDocument/lastChangeDateTime"))
        }
        try await decision
        #expect(try await shipped().items.first { $0.code == "A1.3" }?.fullStatement == "Leads a diagnosis.")
        // What was made before the decision is too old now, unless that is what is wanted.
        var another = package
        another.document.title = "Another"
        let refusal = try await refusal { _ = try await exchange.take(another) }
        #expect(
            refusal?.message.hasPrefix("/CFDocument/lastChangeDateTime \(earlier) is before the last change") == true)
        #expect(try await shipped().document.title != "Another")
        guard case .updated(let difference) = try await exchange.take(another, isForced: true).outcome else {
            return #expect(Bool(false))
        }
        #expect(difference.changed.map(\.new.code).contains("A1.3"))
        #expect(try await shipped().document.title == "Another")
    }

    @Test func `identifiers of another document's associations and rubrics are refused with their place`() async throws
    {
        let shipped = try await shipped()
        let derived = shipped.derived(version: "9", base: exchange.caseBase, at: "2027-01-01T00:00:00Z")
        func place(_ change: (inout CFPackage) -> Void) async throws -> Substring? {
            var package = derived
            change(&package)
            let refusal = try await refusal { _ = try await exchange.take(package) }
            #expect(refusal?.message.contains("is an identifier of framework IUS version 0.1") == true)
            return refusal?.message.split(separator: " ").first
        }
        #expect(
            try await place { $0.associations[4].identifier = shipped.associations[7].identifier }
                == "/CFAssociations/4/identifier")
        #expect(
            try await place {
                $0.rubrics[2].criteria[0].levels[1].identifier = shipped.rubrics[0].criteria[0].levels[0].identifier
            }
                == "/CFRubrics/2/CFRubricCriteria/0/CFRubricCriterionLevels/1/identifier")
        #expect(
            try await place { $0.rubrics[1].criteria[0].identifier = shipped.rubrics[1].criteria[0].identifier }
                == "/CFRubrics/1/CFRubricCriteria/0/identifier")
        #expect(try await exchange.package("IUS", "9") == nil)
    }
}
