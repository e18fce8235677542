import CompetenceFramework
import FrameworkSamples
import Testing

@Suite("reading CASE")
struct ReadingTests {
    /// The text of a package with one item, into which members are put.
    private func text(document: String = "", item: String = "", rest: String = "") -> [UInt8] {
        Array(
            """
            {"CFDocument":{"identifier":"\(Sample.id(1))","uri":"https://x.example/1","creator":"C","title":"T",\
            "lastChangeDateTime":"2026-11-23T00:00:00Z"\(document)},"CFItems":[{"identifier":"\(Sample.id(2))",\
            "fullStatement":"S","uri":"https://x.example/2","lastChangeDateTime":"2026-11-23T00:00:00Z"\(item)}]\(rest)}
            """.utf8)
    }

    /// The faults of a text, as rule and place.
    private func faults(_ bytes: [UInt8]) -> [String] {
        do {
            _ = try CFPackage.read(bytes)
            return []
        } catch {
            return error.faults.map { "\($0.rule.id) \($0.pointer)" }
        }
    }

    @Test func `null, empty texts and empty lists are absent members`() throws {
        let plain = try CFPackage.read(text())
        let reading = try CFPackage.read(
            text(
                document: #","publisher":"","licenseURI":null,"subject":[],"statusEndDate":"""#,
                item: #","notes":null,"extensions":[],"educationLevel":"""#,
                rest: #","CFDefinitions":[],"CFRubrics":[]"#))
        #expect(reading.package == plain.package && reading.remarks.isEmpty)
    }

    @Test func `a single text stands for a list of one, a numeric text for a number`() throws {
        let reading = try CFPackage.read(
            text(
                document: #","subject":"Security""#, item: #","educationLevel":["09","10"]"#,
                rest: """
                    ,"CFAssociations":[{"identifier":"\(Sample.id(3))","associationType":"isChildOf","sequenceNumber":"07",\
                    "uri":"https://x.example/3","originNodeURI":{"title":"S","identifier":"\(Sample.id(2))",\
                    "uri":"https://x.example/2"},"destinationNodeURI":{"title":"T","identifier":"\(Sample.id(1))",\
                    "uri":"https://x.example/1"},"lastChangeDateTime":"2026-11-23T00:00:00+01:00"}]
                    """))
        #expect(reading.package.document.subject == ["Security"])
        #expect(reading.package.items[0].educationLevel == ["09", "10"])
        #expect(reading.package.associations[0].sequenceNumber == 7)
        #expect(reading.package.associations[0].lastChangeDateTime == "2026-11-23T00:00:00+01:00")
    }

    @Test func `a UUID in upper case is read in lower case, a time without zone as UTC`() throws {
        let bytes = String(decoding: text(), as: UTF8.self)
            .split(separator: Sample.id(2)).joined(separator: "ABCDEF00-0000-4000-8000-00000000000F")
            .split(separator: "00:00:00Z\"}").joined(separator: "00:00:00\"}")
        let reading = try CFPackage.read(Array(bytes.utf8))
        #expect(reading.package.items[0].identifier == "abcdef00-0000-4000-8000-00000000000f")
        #expect(reading.package.document.lastChangeDateTime == "2026-11-23T00:00:00Z")
        #expect(reading.remarks.map(\.pointer).contains("/CFDocument/lastChangeDateTime"))
    }

    @Test func `members that CASE does not know are named`() throws {
        let reading = try CFPackage.read(text(document: #","a/b":{"c":1}"#, item: #","CFItemTypes":[]"#))
        #expect(reading.remarks.map(\.pointer) == ["/CFDocument/a~1b", "/CFItems/0/CFItemTypes"])
        #expect(reading.remarks.allSatisfy { $0.rule.id == "case-unknown-member" })
    }

    @Test func `extensions keep every value, digits and texts`() throws {
        let json = #"{"a":[1.50,-0e1,true,null,"\u00e9\n",{"z":1,"b":{}}],"iust:level":3}"#
        let item = try CFPackage.read(text(item: ",\"extensions\":\(json)")).package.items[0]
        #expect(item.level == 3)
        #expect(item.extensions["a"]?.array?.first?.number?.digits == "1.50")
        let written = String(decoding: item.json(), as: UTF8.self)
        #expect(written.contains(#""extensions":{"a":[1.50,-0e1,true,null,"é\n",{"b":{},"z":1}],"iust:level":3}"#))
    }

    @Test func `all faults are told, each with its place`() {
        let bytes = text(
            document: #","statusStartDate":"2026-02-30","caseVersion":"2.0","subject":[1,{}]"#,
            item: #","licenseURI":"CC0","CFItemTypeURI":{"identifier":"x","uri":"no scheme"}"#,
            rest: """
                ,"CFAssociations":[{"associationType":"isSonOf","sequenceNumber":1.5,"originNodeURI":{},\
                "destinationNodeURI":{"title":"","identifier":"1","uri":"urn:x","targetType":"esco"}}],"CFRubrics":{}
                """)
        #expect(
            faults(bytes) == [
                "case-date /CFDocument/statusStartDate", "case-version /CFDocument/caseVersion",
                "case-kind /CFDocument/subject/1", "case-kind /CFItems/0/licenseURI",
                "case-uuid /CFItems/0/CFItemTypeURI/identifier", "case-uri /CFItems/0/CFItemTypeURI/uri",
                "case-association-type /CFAssociations/0/associationType",
                "case-integer /CFAssociations/0/sequenceNumber",
                "case-required /CFAssociations/0/originNodeURI/identifier",
                "case-required /CFAssociations/0/originNodeURI/uri",
                "case-target-type /CFAssociations/0/destinationNodeURI/targetType",
                "case-required /CFAssociations/0/identifier", "case-required /CFAssociations/0/uri",
                "case-required /CFAssociations/0/lastChangeDateTime", "case-required /CFRubrics/identifier",
                "case-required /CFRubrics/uri", "case-required /CFRubrics/lastChangeDateTime",
            ])
    }

    @Test func `a text that is no JSON, or no package, is a fault`() {
        #expect(faults(Array("{\"CFDocument\":".utf8)) == ["json-syntax /CFDocument"])
        #expect(faults(Array("[]".utf8)) == ["case-kind "])
        #expect(faults(Array("{}".utf8)) == ["case-required /CFDocument"])
    }

    @Test func `a package in an object of its own is read, with a remark`() throws {
        let reading = try CFPackage.read(Array("{\"CFPackage\":".utf8) + text() + Array("}".utf8))
        #expect(reading.package.items.count == 1)
        #expect(reading.remarks.map { "\($0.rule.id) \($0.pointer)" } == ["case-wrapper /CFPackage"])
    }

    @Test func `numbers that nothing can keep and texts with U+0000 are faults`() {
        #expect(faults(text(item: #","extensions":{"x":[1e131072]}"#)) == ["case-number /CFItems/0/extensions/x/0"])
        #expect(faults(text(item: #","extensions":{"x":1e-16384}"#)) == ["case-number /CFItems/0/extensions/x"])
        #expect(faults(text(item: #","extensions":{"x":1e99999999999999999999}"#)).count == 1)
        #expect(faults(text(item: #","extensions":{"x":1e131071,"y":1e-16383,"z":-1.5E+3}"#)).isEmpty)
        #expect(faults(text(item: #","notes":"a\u0000b""#)) == ["json-nul /CFItems/0/notes"])
        #expect(faults(text(item: #","extensions":{"x":{"y":"\u0000"}}"#)) == ["json-nul /CFItems/0/extensions/x/y"])
        #expect(faults(text(item: #","extensions":{"a\u0000":1}"#)).count == 1)
    }

    @Test func `translations without text and lists without proposals are left out, with a remark`() throws {
        let plain = try CFPackage.read(text(item: #","extensions":{"iust:translations":{"it":{"notes":"N"}}}"#))
        let reading = try CFPackage.read(
            text(
                document: #","extensions":{"iust:translations":{"fr":{}},"iust:proposals":[]}"#,
                item: #","extensions":{"iust:translations":{"it":{"notes":"N","fullStatement":""},"fr":{}}}"#))
        #expect(reading.package == plain.package)
        #expect(
            reading.remarks.map { "\($0.rule.id) \($0.pointer)" } == [
                "scheme-document /CFDocument/extensions/iust:proposals",
                "scheme-translations /CFDocument/extensions/iust:translations",
                "scheme-translations /CFItems/0/extensions/iust:translations",
            ])
        #expect(
            faults(text(item: #","extensions":{"iust:translations":{"it":{"full_statement":"N"}}}"#))
                == ["scheme-translations /CFItems/0/extensions/iust:translations/it/full_statement"])
    }

    @Test func `objects are read by themselves, as they are written`() throws {
        var item = Sample.package().items[3]
        item.documentURI = LinkURI(title: "x", identifier: Sample.id(1), uri: "https://x.example/1")
        #expect(try CFItem.read(item.json()) == item)
        #expect(try CFRubric.read(Sample.rubric().json()) == Sample.rubric())
        #expect(throws: PackageFaults.self) { try CFItem.read(Sample.rubric().json()) }
        #expect(throws: PackageFaults.self) { try CFDocument.read([0x7B]) }
    }

    @Test func `a link that is a text is read where it ends in the identifier`() throws {
        let link = "https://x.example/uri/\(Sample.id(8).uppercased())"
        let reading = try CFPackage.read(text(item: #","licenseURI":"\#(link)""#))
        #expect(reading.package.items[0].licenseURI == LinkURI(title: "", identifier: Sample.id(8), uri: link))
        #expect(reading.remarks.map(\.rule.id) == ["case-kind"])
    }

    @Test func `any text with a changed byte is read or refused, never a crash`() {
        let bytes = Sample.package().json()
        for offset in stride(from: 0, to: bytes.count, by: 53) {
            for byte: UInt8 in [0x22, 0x7D, 0x30] {
                var changed = bytes
                changed[offset] = byte
                if let reading = try? CFPackage.read(changed) {
                    #expect((try? CFPackage.read(reading.package.json()))?.package == reading.package)
                }
            }
        }
    }

    @Test func `a link to another document is named`() throws {
        let link = #""CFDocumentURI":{"title":"","identifier":"\#(Sample.id(8))","uri":"https://x.example/8"}"#
        let reading = try CFPackage.read(text(item: ",\(link)"))
        #expect(reading.package.items[0].documentURI == nil)
        #expect(reading.remarks.map(\.rule.id) == ["case-other-document"])
    }

    @Test(arguments: [
        ("2024-02-29T23:59:59.123456789+05:30", true), ("2016-12-31T23:59:60Z", true),
        ("2016-12-31T23:59:60.5Z", false), ("2026-11-23T00:00:00+16:00", false), ("2026-11-23T00:00:00+0100", true),
        ("2026-11-23 00:00:00Z", true),
        ("2023-02-29T00:00:00Z", false), ("2026-11-23T24:00:00Z", false), ("2026-11-23", false),
        ("2026-11-23T00:00:00.Z", false), ("2026-11-23T00:00:00+1", false),
    ]) func `times are checked against the calendar`(time: String, isTime: Bool) {
        let bytes = String(decoding: text(), as: UTF8.self)
            .split(separator: "2026-11-23T00:00:00Z\"}]").joined(separator: "\(time)\"}]")
        #expect(faults(Array(bytes.utf8)) == (isTime ? [] : ["case-date-time /CFItems/0/lastChangeDateTime"]))
    }
}
