import CompetenceFramework
import FrameworkSamples
import Testing

@Suite("writing CASE")
struct WritingTests {
    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    @Test func `a package is written and read again as what it was, byte for byte`() throws {
        let package = Sample.package()
        let bytes = package.json()
        let reading = try CFPackage.read(bytes)
        #expect(reading.package == package)
        #expect(reading.package.json() == bytes)
        #expect(reading.remarks.isEmpty)
    }

    @Test func `the indented form holds the same`() throws {
        let package = Sample.package()
        let pretty = package.json(isPretty: true)
        #expect(text(pretty).hasPrefix("{\n  \"CFDocument\": {\n    \"identifier\": \"\(Sample.id(1))\",\n"))
        #expect(try CFPackage.read(pretty).package == package)
    }

    @Test func `members stand in the order of the specification, absent ones are left out`() {
        let item = Sample.item(
            21, "A1.1", .level, "Collects \"figures\".", extensions: ["iust:level": .number(1), "a": .null])
        #expect(
            text(item.json()) == """
                {"identifier":"\(Sample.id(21))","fullStatement":"Collects \\"figures\\".",\
                "CFItemType":"Level descriptor","uri":"\(Sample.base)/CFItems/\(Sample.id(21))",\
                "humanCodingScheme":"A1.1","lastChangeDateTime":"\(Sample.time)",\
                "extensions":{"a":null,"iust:level":1}}
                """)
    }

    @Test func `numbers keep their digits`() {
        let criterion = Sample.package().json()
        #expect(text(criterion).contains(#""weight":1.0,"position":1"#))
        #expect(text(criterion).contains(#""iust:weight":1.50"#))
    }

    @Test func `a level of a criterion has its extensions in an array, as CASE 1.1 demands`() {
        #expect(
            text(Sample.rubric().json()).contains(
                #""extensions":[{"iust:translations":{"it":{"quality":"Livello 1"}}}]"#))
    }

    @Test func `CASE 1.0 has neither extensions nor target types nor what came with 1.1`() throws {
        var package = Sample.package()
        package.document.frameworkType = "Competency framework"
        package.items[0].subject = ["Security"]
        package.associations[0].notes = "note"
        package.associations.append(Sample.association(900, .isTranslationOf, from: 11, to: Sample.node(12)))
        let old = text(package.json(version: .v1p0))
        for name in [
            "extensions", "iust:", "caseVersion", "frameworkType", "targetType", "\"subject\"", "\"notes\"",
            "isTranslationOf",
        ] {
            #expect(!old.contains(name), "\(name)")
            #expect(text(package.json(version: .v1p1)).contains(name), "\(name)")
        }
    }

    @Test func `levels survive CASE 1.0, which cannot say them, by their place`() throws {
        let reading = try CFPackage.read(Sample.package().json(version: .v1p0))
        #expect(reading.package.items.filter { $0.kind == .level }.map(\.level) == [1, 2, 3, 4, 1, 2, 3, 4])
        #expect(reading.remarks.filter { $0.rule.id == "scheme-level" }.count == 8)
        // CASE 1.0 cannot say either that an end is ESCO's.
        #expect(reading.remarks.filter { $0.rule.id == "case-dangling-end" }.count == 1)
    }

    @Test func `links to package and document stand outside packages only`() {
        let link = LinkURI(title: "x", identifier: Sample.id(1), uri: "https://x.example/1")
        var package = Sample.package()
        package.document.packageURI = link
        package.items[0].documentURI = link
        #expect(text(package.document.json()).contains("CFPackageURI"))
        #expect(text(package.items[0].json()).contains("CFDocumentURI"))
        #expect(!text(package.json()).contains("CFPackageURI") && !text(package.json()).contains("CFDocumentURI"))
    }

    @Test func `answers with several objects name them as CASE does`() {
        let package = Sample.package()
        #expect(text(CASEAnswer.documents([]).json()) == #"{"CFDocuments":[]}"#)
        #expect(text(CASEAnswer.documents([package.document]).json()).hasPrefix(#"{"CFDocuments":[{"identifier""#))
        let answer = text(CASEAnswer.itemAssociations(package.items[0], [package.associations[0]]).json())
        #expect(answer.hasPrefix(#"{"CFItem":{"identifier""#) && answer.contains(#""CFAssociations":[{"#))
        let type = CFItemType(
            identifier: Sample.id(7), uri: "https://x.example/7", title: "Area", description: "", hierarchyCode: "1",
            lastChangeDateTime: Sample.time)
        #expect(
            text(CASEAnswer.itemTypes([type]).json()) == """
                {"CFItemTypes":[{"identifier":"\(Sample.id(7))","uri":"https://x.example/7","title":"Area",\
                "description":"","hierarchyCode":"1","lastChangeDateTime":"\(Sample.time)"}]}
                """)
        #expect(text(CASEAnswer.concepts([]).json()) == #"{"CFConcepts":[]}"#)
        #expect(text(CASEAnswer.subjects([]).json()) == #"{"CFSubjects":[]}"#)
    }
}
