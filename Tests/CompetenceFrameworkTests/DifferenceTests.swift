import FrameworkSamples
import JSON
import Testing

@testable import CompetenceFramework

@Suite("differences of versions")
struct DifferenceTests {
    private let old = Sample.package()

    /// The difference that a change makes, by codes.
    private func difference(_ change: (inout CFPackage) -> Void) -> PackageDifference {
        var new = old
        change(&new)
        return new.difference(from: old)
    }

    /// The package with other identifiers, as a derived version has them.
    private func derived() throws -> CFPackage {
        let text = String(decoding: old.json(), as: UTF8.self)
            .split(separator: "00000000-0000-4000-8000-", omittingEmptySubsequences: false)
            .joined(separator: "11111111-0000-4000-8000-")
        return try CFPackage.read(Array(text.utf8)).package
    }

    @Test func `a package does not differ from itself, nor from a copy with other identifiers`() throws {
        #expect(difference { _ in }.isEmpty)
        var copy = try derived()
        copy.document.derivedFrom = old.document.identifier
        #expect(copy.difference(from: old).isEmpty)
        let moved = Sample.package().json(isPretty: true)
        #expect(try CFPackage.read(moved).package.difference(from: old).isEmpty)
    }

    @Test func `fields and translations are told with both values`() {
        let difference = difference { package in
            package.document.version = "0.2"
            package.items[1].fullStatement = "Safety \"diagnosis\""
            package.items[1].translations = ["it": ["fullStatement": "Diagnosi"]]
            package.items[3].eqfReference = 5
        }
        #expect(difference.document == [FieldChange(field: "version", old: "\"0.1\"", new: "\"0.2\"")])
        #expect(difference.changed.map(\.new.code) == ["A1", "A1.1"])
        #expect(
            difference.changed[0].changes == [
                FieldChange(field: "fullStatement", old: "\"Local safety diagnosis\"", new: #""Safety \"diagnosis\"""#),
                FieldChange(field: "fullStatement@it", old: nil, new: "\"Diagnosi\""),
            ])
        #expect(difference.changed[1].changes == [FieldChange(field: "iust:eqfReference", old: "4", new: "5")])
    }

    @Test func `items that came, went and moved are told`() {
        let difference = difference { package in
            package.items.append(Sample.item(13, "A3", .competence, "Risk"))
            package.associations.append(Sample.association(103, .isChildOf, from: 13, to: Sample.node(10), sequence: 0))
            package.items.removeAll { $0.code == "A2.4" }
            package.associations.removeAll { $0.originNodeURI.identifier == Sample.id(34) }
            package.items.append(Sample.item(14, "B", .area, "Prevention"))
            package.associations[2].destinationNodeURI = Sample.node(14)
        }
        #expect(difference.added.map(\.code) == ["A3", "B"])
        #expect(difference.removed.map(\.code) == ["A2.4"])
        #expect(difference.moved.map { [$0.item.code, $0.oldParent?.code, $0.newParent?.code] } == [["A2", "A", "B"]])
        #expect(difference.changed.isEmpty)
    }

    @Test func `one item moved to the front does not move its siblings`() {
        let difference = difference { package in
            for position in package.associations.indices {
                if package.associations[position].originNodeURI.identifier == Sample.id(24) {
                    package.associations[position].sequenceNumber = 0
                }
            }
        }
        #expect(difference.moved.map { [$0.oldPlace, $0.newPlace] } == [[4, 1]])
    }

    @Test func `targets are told by profile and competence, with levels and weights`() {
        let difference = difference { package in
            package.associations[19].destinationNodeURI = Sample.node(22)
            package.associations[20].weight = 2
            package.items.append(Sample.item(41, "P2", .profile, "Planner"))
            package.associations.append(
                Sample.association(
                    410, .isRelatedTo, from: 41, to: Sample.node(21), extensions: ["iust:target": .boolean(true)]))
        }
        let told = difference.targets.map { target in
            "\(target.profile.code ?? "")/\(target.competence.code ?? "") "
                + "\(target.oldLevel ?? 0)→\(target.newLevel ?? 0) \(target.oldWeight ?? "-")→\(target.newWeight ?? "-")"
        }
        #expect(told == ["P1/A1 4→2 -→-", "P1/A2 3→3 1.50→2", "P2/A1 0→1 -→-"])
        #expect(self.difference { $0.associations.remove(at: 19) }.targets.map(\.newLevel) == [nil])
    }

    @Test func `associations to the outside are told by their ends`() {
        let changed = difference { $0.associations[21].match = .close }
        #expect(changed.changedAssociations.map { [$0.origin, $0.title] } == [["P1", "policy officer"]])
        #expect(
            changed.changedAssociations.first?.changes
                == [FieldChange(field: "iust:match", old: "\"related\"", new: "\"close\"")])
        #expect(difference { $0.associations.removeLast() }.removedAssociations.map(\.type) == ["isRelatedTo"])
    }

    @Test func `replacedBy says which item is which, before codes do`() throws {
        var new = try derived()
        new.items[1].code = "A9"
        new.items[1].fullStatement = "Renamed"
        let link = { (identifier: String) in
            LinkGenURI(title: "", identifier: identifier, uri: "urn:uuid:\(identifier)")
        }
        new.associations.append(
            CFAssociation(
                identifier: Sample.id(950), associationType: .replacedBy, uri: "urn:x:950",
                originNodeURI: link(old.items[1].identifier), destinationNodeURI: link(new.items[1].identifier),
                lastChangeDateTime: Sample.time))
        let difference = new.difference(from: old)
        #expect(difference.added.isEmpty && difference.removed.isEmpty && difference.moved.isEmpty)
        #expect(difference.changed.map { [$0.old.code, $0.new.code] } == [["A1", "A9"]])
        #expect(difference.addedAssociations.isEmpty)
    }

    @Test func `the difference is written as JSON, the same each time`() throws {
        let difference = difference { package in
            package.items[1].notes = "new"
            package.associations[19].destinationNodeURI = Sample.node(22)
        }
        let root = try JSONDocument(parsing: difference.json()).root
        #expect(root["changed"]?[0]?["changes"]?[0]?["field"]?.string == "notes")
        #expect(root["changed"]?[0]?["changes"]?[0]?["old"]?.isNull == true)
        #expect(root["targets"]?[0]?["newLevel"]?.integer == 2 && root["targets"]?[0]?["oldWeight"]?.isNull == true)
        #expect(root["associations"]?["added"]?.count == 0 && root["moved"]?.count == 0)
        #expect(difference.json() == difference.json())
    }

    @Test func `generated packages differ from themselves in nothing, from others in something`() {
        for seed in 1...20 {
            let package = GeneratedPackage.make(seed: UInt64(seed), items: 80)
            #expect(package.difference(from: package).isEmpty)
            #expect(!package.difference(from: old).isEmpty)
        }
    }
}
