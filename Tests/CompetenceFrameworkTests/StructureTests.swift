import CompetenceFramework
import FrameworkSamples
import Testing

@Suite("packages as a whole")
struct StructureTests {
    /// The faults of the sample after a change, as rule and place.
    private func faults(_ change: (inout CFPackage) -> Void) -> [String] {
        var package = Sample.package()
        change(&package)
        return package.structure().faults.map { "\($0.rule.id) \($0.pointer)" }
    }

    private func remarks(_ change: (inout CFPackage) -> Void) -> [String] {
        var package = Sample.package()
        change(&package)
        return package.structure().remarks.map { "\($0.rule.id) \($0.pointer)" }
    }

    @Test func `the sample has nothing to find`() {
        #expect(faults { _ in }.isEmpty && remarks { _ in }.isEmpty)
    }

    @Test func `an identifier belongs to one object`() {
        #expect(
            faults { $0.rubrics[0].criteria[0].levels[1].identifier = Sample.id(521) }
                == ["case-identifier-twice /CFRubrics/0/CFRubricCriteria/0/CFRubricCriterionLevels/1/identifier"])
    }

    @Test func `ends inside CASE that are nowhere are a fault in the tree, a remark between frameworks`() {
        let lost = Sample.node(999)
        #expect(
            faults { $0.associations.append(Sample.association(900, .isChildOf, from: 999, to: Sample.node(10))) }
                == ["case-dangling-end /CFAssociations/22/originNodeURI/identifier"])
        let between = { (package: inout CFPackage) in
            package.associations.append(Sample.association(900, .exactMatchOf, from: 11, to: lost))
        }
        #expect(faults(between).isEmpty)
        #expect(remarks(between) == ["case-dangling-end /CFAssociations/22/destinationNodeURI/identifier"])
    }

    @Test func `a cycle is told once, with the way around`() {
        var package = Sample.package()
        package.items += (50...52).map { Sample.item($0, "X\($0)", .other, "x") }
        for (child, parent) in [(50, 51), (51, 52), (52, 50)] {
            package.associations.append(
                Sample.association(850 + child, .isChildOf, from: child, to: Sample.node(parent)))
        }
        let faults = package.structure().faults
        #expect(faults.map(\.rule.id) == ["case-cycle"])
        #expect(faults.first?.reason.contains(#""X50" below "X51" below "X52" below "X50""#) == true)
    }

    @Test func `a circle of thirty thousand items is looked at without a deep stack`() {
        var package = Sample.package()
        let count = 30_000
        for number in 0..<count {
            package.items.append(Sample.item(100_000 + number, "C\(number)", .other, "x"))
            let parent = 100_000 + (number + 1) % count
            package.associations.append(
                Sample.association(1_000_000 + number, .isChildOf, from: 100_000 + number, to: Sample.node(parent)))
        }
        #expect(package.structure().faults.map(\.rule.id) == ["case-cycle"])
    }

    @Test func `codes are needed and unique among the scheme's kinds, a remark elsewhere`() {
        #expect(
            faults { $0.items[2].code = "A1" } == [
                "case-code-twice"
                    + " /CFItems/2/humanCodingScheme"
            ])
        #expect(faults { $0.items[2].code = nil } == ["scheme-code /CFItems/2/humanCodingScheme"])
        let twice = { (package: inout CFPackage) in
            package.items += [Sample.item(50, "X", .other, "x"), Sample.item(51, "X", .other, "x")]
        }
        #expect(faults(twice).isEmpty)
        #expect(remarks(twice) == ["case-code-twice /CFItems/13/humanCodingScheme"])
    }

    @Test func `levels are in a competence, competences in an area, areas and profiles at the top`() {
        #expect(
            faults { $0.associations[3].destinationNodeURI = Sample.node(10) }
                == ["scheme-parent /CFItems/3", "scheme-skill-level /CFAssociations/4"])
        #expect(faults { $0.associations.remove(at: 1) } == ["scheme-parent /CFItems/1"])
        #expect(
            faults { $0.associations.append(Sample.association(900, .isChildOf, from: 40, to: Sample.node(10))) }
                == ["scheme-parent /CFItems/11"])
    }

    @Test func `a level is one of four, and once in its competence`() {
        #expect(faults { $0.items[3].level = 5 } == ["scheme-level /CFItems/3/extensions/iust:level"])
        #expect(faults { $0.items[3].level = nil } == ["scheme-level /CFItems/3/extensions/iust:level"])
        #expect(faults { $0.items[3].level = 2 } == ["scheme-level-twice /CFItems/4/extensions/iust:level"])
        #expect(faults { $0.items[3].eqfReference = 9 } == ["scheme-eqf /CFItems/3/extensions/iust:eqfReference"])
        #expect(faults { $0.items[0].eqfReference = 4 } == ["scheme-eqf /CFItems/0/extensions/iust:eqfReference"])
    }

    @Test func `a target leads from a profile to a level, once for each competence`() {
        #expect(
            faults { $0.associations[19].destinationNodeURI = Sample.node(11) } == ["scheme-target /CFAssociations/19"])
        #expect(
            faults { $0.associations[20].destinationNodeURI = Sample.node(23) }
                == ["scheme-target-twice /CFAssociations/20"])
        #expect(
            faults { $0.associations[20].weight = 0 } == ["scheme-weight /CFAssociations/20/extensions/iust:weight"])
        #expect(
            faults { $0.associations[21].weight = 1 } == ["scheme-weight /CFAssociations/21/extensions/iust:weight"])
    }

    @Test func `a weight has the range and precision in which it is kept`() {
        for (weight, isKept) in [
            ("0.001", true), ("999.999", true), ("1.50", true), ("15e-1", true), ("0.0001", false), ("1.2345", false),
            ("1000", false), ("-1", false), ("1e30", false), ("2.00000000000000000001", false),
        ] {
            let faults = faults { $0.associations[20].weight = ExactNumber(weight) }
            #expect(faults.isEmpty == isKept, "\(weight)")
        }
    }

    @Test func `what things are found by is short`() {
        let long = String(repeating: "ü", count: 1001)
        #expect(faults { $0.document.code = long } == ["case-key-length /CFDocument/extensions/iust:code"])
        #expect(faults { $0.document.version = long } == ["case-key-length /CFDocument/version"])
        #expect(faults { $0.items[1].code = long } == ["case-key-length /CFItems/1/humanCodingScheme"])
        #expect(
            faults { $0.associations[21].destinationNodeURI.uri = "urn:" + long }
                == ["case-key-length /CFAssociations/21/destinationNodeURI/uri"])
        let tag = "it" + String(repeating: "-abcdefgh", count: 8)
        #expect(
            faults { $0.items[1].translations = [tag: ["notes": "x"]] }
                == ["case-key-length /CFItems/1/extensions/iust:translations/\(tag)"])
    }

    @Test func `what the scheme keeps in extensions has its form`() {
        #expect(
            faults { $0.associations[21].extensions["iust:match"] = .string("perfect") }
                == ["scheme-match /CFAssociations/21/extensions/iust:match"])
        #expect(
            faults {
                $0.items[0].extensions["iust:translations"] = .object(["italiano": .object(["notes": .number(1)])])
            }
                == [
                    "scheme-translations /CFItems/0/extensions/iust:translations/italiano",
                    "scheme-translations /CFItems/0/extensions/iust:translations/italiano/notes",
                ])
        #expect(
            faults { $0.document.extensions["iust:proposals"] = .array([.string("x")]) }
                == ["scheme-document /CFDocument/extensions/iust:proposals"])
    }

    @Test func `parts of rubrics name what they stand in`() {
        #expect(
            faults { $0.rubrics[0].criteria[0].rubricId = Sample.id(9) }
                == ["case-rubric-parent /CFRubrics/0/CFRubricCriteria/0/rubricId"])
    }

    @Test func `accessors read and write the scheme's extensions`() {
        var package = Sample.package()
        #expect(package.document.code == "IUS" && package.document.translation(of: "title", in: "it") != nil)
        #expect(package.items[3].kind == .level && package.items[3].level == 1 && package.items[3].eqfReference == 4)
        #expect(package.associations[20].isTarget && package.associations[20].weight?.digits == "1.50")
        #expect(package.associations[21].match == .related && package.associations[21].targetVersion == "1.0")
        package.items[3].translations = ["de": ["fullStatement": "Sammelt"], "fr": [:]]
        #expect(package.items[3].translations == ["de": ["fullStatement": "Sammelt"]])
        package.items[3].translations = [:]
        package.items[3].level = nil
        package.items[3].eqfReference = nil
        #expect(package.items[3].extensions.isEmpty)
    }
}
