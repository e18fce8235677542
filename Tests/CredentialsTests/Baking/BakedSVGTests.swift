import Credentials
import Foundation
import Testing

@Suite("Credentials baked into SVG")
struct BakedSVGTests {
    static let image = #"<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><!-- > --><path d="M0 0"/></svg>"#

    func bake(_ credential: String, _ image: String = image) throws -> String {
        String(decoding: try BakedBadge.bake(Array(credential.utf8), into: Array(image.utf8)), as: UTF8.self)
    }

    func credential(_ image: String) throws -> String {
        String(decoding: try BakedBadge.credential(in: Array(image.utf8)), as: UTF8.self)
    }

    @Test("JSON is a section of character data directly after the root's tag")
    func json() throws {
        let baked = try bake(#"{"a":"<&"}"#)
        #expect(
            baked.contains(
                #"<svg xmlns="http://www.w3.org/2000/svg" xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0">"#
                    + #"<openbadges:credential><![CDATA[{"a":"<&"}]]></openbadges:credential><!-- > -->"#))
        #expect(try credential(baked) == #"{"a":"<&"}"#)
    }

    @Test("A token is an attribute")
    func token() throws {
        let baked = try bake("eyJhbGciOiJFUzI1NiJ9.e30.AAAA")
        #expect(baked.contains(#"<openbadges:credential verify="eyJhbGciOiJFUzI1NiJ9.e30.AAAA"/>"#))
        #expect(try credential(baked) == "eyJhbGciOiJFUzI1NiJ9.e30.AAAA")
    }

    @Test("The end of a section within JSON survives", arguments: ["{\"a\":\"]]>\"}", "{\"]]>]]>]>\":\"Łuć\"}"])
    func sectionEnd(json: String) throws {
        #expect(try credential(bake(json)) == json)
    }

    @Test("An image never gets a second credential, and with two of them none is taken")
    func twice() throws {
        let baked = try bake("{}")
        #expect(throws: CredentialError.self) { try bake("{}", baked) }
        let element = "<openbadges:credential><![CDATA[{}]]></openbadges:credential>"
        let doubled = baked.replacingOccurrences(of: element, with: element + element)
        #expect(throws: CredentialError.self) { try credential(doubled) }
    }

    @Test("The namespace counts, not the prefix")
    func namespaces() throws {
        let other =
            #"<svg><g xmlns:b="https://purl.imsglobal.org/ob/v3p0"><b:credential>{&#34;a&quot;:1}</b:credential></g></svg>"#
        #expect(try credential(other) == #"{"a":1}"#)
        let foreign = #"<svg xmlns:openbadges="urn:x"><openbadges:credential>{}</openbadges:credential></svg>"#
        #expect(throws: CredentialError.self) { try credential(foreign) }
        #expect(throws: CredentialError.self) { try bake("{}", foreign) }
        let outOfScope = #"<svg><g xmlns:b="https://purl.imsglobal.org/ob/v3p0"/><b:credential>{}</b:credential></svg>"#
        #expect(throws: CredentialError.self) { try credential(outOfScope) }
    }

    @Test(
        "What is no well-formed image, or defines entities, is refused",
        arguments: [
            "", "<", "<svg", "<svg>", "<html></html>", "</svg>", "<svg></svg><svg></svg>", "<svg a></svg>",
            "<svg a=b/>",
            "<svg a='1' a='2'/>", "<svg><!-- </svg>", "<svg>&x;</svg>", "<svg>&#xD800;</svg>", "<svg>&amp</svg>",
            "<!DOCTYPE svg [<!ENTITY x 'y'>]><svg></svg>", "<svg><![CDATA[</svg>", "<svg x='",
        ])
    func malformed(image: String) {
        #expect(throws: CredentialError.self) { try bake("{}", image) }
        let error = #expect(throws: CredentialError.self) { try credential(image) }
        #expect(error?.code == .invalidImage)
    }

    @Test("Elements nested too deeply are refused")
    func deep() {
        #expect(throws: CredentialError.self) { try credential(String(repeating: "<svg>", count: 1000)) }
    }
}
