import FrameworkSamples
import Testing

@testable import CompetenceFramework

@Suite("a version derived from another")
struct VersionTests {
    private static func version(_ package: CFPackage) -> CFPackage {
        package.derived(version: "0.2", base: "https://new.example/ims/case/v1p1", at: "2027-01-01T00:00:00Z")
    }

    @Test func `is sound, says what it is derived from, and differs in nothing but that`() throws {
        for package in [Sample.package()] + (1...20).map({ GeneratedPackage.make(seed: UInt64($0), items: 60) }) {
            let derived = Self.version(package)
            let read = try CFPackage.read(derived.json()).package
            #expect(read.json() == derived.json())
            #expect(derived.document.derivedFrom == package.document.identifier)
            #expect(derived.document.adoptionStatus == "Draft" && derived.document.version == "0.2")
            let difference = derived.difference(from: package)
            #expect(difference.added.isEmpty && difference.removed.isEmpty && difference.changed.isEmpty)
            #expect(difference.moved.isEmpty && difference.targets.isEmpty)
        }
    }

    @Test func `shares no identifier with the other, but for definitions`() {
        let package = Sample.package()
        let derived = Self.version(package)
        let definitions = Set(
            CFPackage(document: package.document, definitions: package.definitions)
                .identifiersInOrder().map(\.identifier)
        ).subtracting([package.document.identifier])
        let before = Set(package.identifiersInOrder().map(\.identifier)).subtracting(definitions)
        let after = Set(derived.identifiersInOrder().map(\.identifier)).subtracting(definitions)
        #expect(before.isDisjoint(with: after))
    }

    @Test func `names each item that is replaced, and the one that replaces it`() throws {
        let package = Sample.package()
        let derived = Self.version(package)
        let replaced = derived.associations.filter { $0.associationType == .replacedBy }
        #expect(replaced.map(\.originNodeURI.identifier) == package.items.map(\.identifier))
        #expect(replaced.map(\.destinationNodeURI.identifier) == derived.items.map(\.identifier))
        // A version after that names the one before it, not the first.
        let next = derived.derived(
            version: "0.3", base: "https://new.example/ims/case/v1p1", at: "2027-02-01T00:00:00Z")
        let again = next.associations.filter { $0.associationType == .replacedBy }
        #expect(again.map(\.originNodeURI.identifier) == derived.items.map(\.identifier))
    }

    @Test func `is the same wherever it is derived, and its parts are named as seeds and sheets name them`() {
        let package = Sample.package()
        let derived = Self.version(package)
        #expect(derived == Self.version(package))
        let document = derived.document.identifier
        #expect(document == NameUUID.uuid("version/0.2", in: package.document.identifier))
        #expect(derived.items[1].identifier == NameUUID.uuid("item/A1", in: document))
        #expect(derived.items[1].uri == "https://new.example/ims/case/v1p1/CFItems/\(derived.items[1].identifier)")
    }
}
