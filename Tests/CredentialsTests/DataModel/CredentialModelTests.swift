import JSON
import Testing

@testable import Credentials

@Suite("Credentials against the data model")
struct CredentialModelTests {
    static let entry =
        #""type":"BitstringStatusListEntry","statusListCredential":"https://e.example/list","statusPurpose":"message""#

    static let malformations: [Malformation] = [
        Malformation("@context", nil, "", .contexts), Malformation("@context", "[]", "/@context", .contexts),
        Malformation("@context", #""https://www.w3.org/ns/credentials/v2""#, "/@context", .contexts),
        Malformation("@context", #"["https://www.w3.org/ns/credentials/examples/v2"]"#, "/@context/0", .contexts),
        Malformation("@context", #"["https://www.w3.org/ns/credentials/v2",7]"#, "/@context/1", .contexts),
        Malformation("@context", #"["https://www.w3.org/ns/credentials/v2",null]"#, "/@context/1", .contexts),
        Malformation("@context", #"["https://www.w3.org/ns/credentials/v2","a b:c"]"#, "/@context/1", .contexts),
        Malformation("id", "null", "/id", .identifiers), Malformation("id", #""no url""#, "/id", .identifiers),
        Malformation("id", #""urn:""#, "/id", .identifiers),
        Malformation("id", #"["urn:a:b","urn:a:c"]"#, "/id", .identifiers),
        Malformation("type", nil, "", .types), Malformation("type", "[]", "/type", .types),
        Malformation("type", #"["OpenBadgeCredential"]"#, "/type", .types),
        Malformation("type", #"["VerifiableCredential",1]"#, "/type/1", .types),
        Malformation("type", #"["VerifiableCredential","a b"]"#, "/type/1", .types),
        Malformation("type", #"["VerifiableCredential",""]"#, "/type/1", .types),
        Malformation("type", #"["VerifiableCredential","ht tp://x"]"#, "/type/1", .types),
        Malformation("name", "1", "/name", .namesAndDescriptions),
        Malformation("name", "[]", "/name", .namesAndDescriptions),
        Malformation("name", #"["a"]"#, "/name/0", .namesAndDescriptions),
        Malformation("name", #"{"@language":"en"}"#, "/name", .namesAndDescriptions),
        Malformation("name", #"{"@value":"x","@language":"e n"}"#, "/name/@language", .namesAndDescriptions),
        Malformation("name", #"{"@value":"x","@direction":"up"}"#, "/name/@direction", .namesAndDescriptions),
        Malformation("description", #"{"@value":"x","url":"urn:a:b"}"#, "/description/url", .namesAndDescriptions),
        Malformation("issuer", nil, "", .issuer), Malformation("issuer", "null", "/issuer", .issuer),
        Malformation("issuer", #""nobody""#, "/issuer", .issuer), Malformation("issuer", "{}", "/issuer", .issuer),
        Malformation("issuer", #"{"id":null}"#, "/issuer/id", .identifiers),
        Malformation("issuer", #"{"id":"urn:a:b","name":{"@value":1}}"#, "/issuer/name", .namesAndDescriptions),
        Malformation("credentialSubject", nil, "", .subject),
        Malformation("credentialSubject", "{}", "/credentialSubject", .subject),
        Malformation("credentialSubject", "[]", "/credentialSubject", .subject),
        Malformation("credentialSubject", #"[{"id":"urn:a:b"},{}]"#, "/credentialSubject/1", .subject),
        Malformation("credentialSubject", #""urn:a:b""#, "/credentialSubject", .subject),
        Malformation("credentialSubject", #"{"id":["urn:a:b"]}"#, "/credentialSubject/id", .identifiers),
        Malformation("validFrom", #""Sat 25 Feb 2023""#, "/validFrom", .validityPeriod),
        Malformation("validFrom", #""2023-02-25T01:02:03""#, "/validFrom", .validityPeriod),
        Malformation("validUntil", "1700000000", "/validUntil", .validityPeriod),
        Malformation("credentialStatus", "{}", "/credentialStatus", .types),
        Malformation("credentialStatus", #"[1]"#, "/credentialStatus/0", .status),
        Malformation("credentialStatus", #"{"type":2}"#, "/credentialStatus/type", .types),
        Malformation("credentialStatus", #"{"type":"X","id":"x y"}"#, "/credentialStatus/id", .identifiers),
        Malformation("credentialSchema", #"{"type":"X"}"#, "/credentialSchema", .schemas),
        Malformation("credentialSchema", #"{"id":"urn:a:b"}"#, "/credentialSchema", .types),
        Malformation("refreshService", #"{"id":"urn:a:b"}"#, "/refreshService", .types),
        Malformation("refreshService", "[]", "/refreshService", .refreshing),
        Malformation("termsOfUse", #"[{"type":"X"},{}]"#, "/termsOfUse/1", .types),
        Malformation("evidence", #"{"id":"urn:a:b"}"#, "/evidence", .types),
        Malformation("proof", #"{"proofValue":"z"}"#, "/proof", .types),
        Malformation("proof", #""z""#, "/proof", .securing),
    ]

    @Test("Each malformed member is found at its place, with the rule that it breaks", arguments: malformations)
    func malformed(_ change: Malformation) throws {
        let credential = try SampleDocument.changed(SampleDocument.credential, change.name, change.value)
        let faults = DataModelCheck.faults(ofCredential: credential)
        #expect(faults.map(\.pointer) == [change.pointer])
        #expect(faults.map(\.rule) == [change.rule])
    }

    @Test(
        "What the data model leaves free is no fault",
        arguments: [
            ("id", nil), ("type", #""VerifiableCredential""#),
            ("type", #"["https://e.example/#X","VerifiableCredential"]"#),
            ("@context", #"["https://www.w3.org/ns/credentials/v2",{"a":"urn:a"},"urn:x:y"]"#),
            ("issuer", #"{"id":"did:example:issuer","name":"N"}"#),
            ("credentialSubject", #"[{"id":"did:example:a"},{"name":"B"}]"#),
            ("name", #"[{"@value":"Hund","@language":"de","@direction":"ltr"},{"@value":"Chien","@language":"fr"}]"#),
            ("validFrom", #""2023-02-25T19:10:39.447-06:00""#), ("validUntil", #""4023-02-25T19:10:39Z""#),
            ("credentialStatus", #"[{"type":"X"},{"type":"Y","id":"urn:a:b"}]"#), ("evidence", #"{"type":"X"}"#),
        ])
    func free(name: String, value: String?) throws {
        let credential = try SampleDocument.changed(SampleDocument.credential, name, value)
        #expect(DataModelCheck.faults(ofCredential: credential) == [])
    }

    @Test("A credential may end when it begins, but not before")
    func period() throws {
        func faults(_ until: String) throws -> [DataModelFault] {
            let from = try SampleDocument.changed(
                SampleDocument.credential, "validFrom", #""2023-02-26T01:00:00+01:00""#)
            let text = String(decoding: from.bytes, as: UTF8.self)
            return DataModelCheck.faults(ofCredential: try SampleDocument.changed(text, "validUntil", #""\#(until)""#))
        }
        #expect(try faults("2023-02-26T00:00:00Z") == [])
        #expect(try faults("2023-02-25T23:59:59Z").map(\.pointer) == ["/validUntil"])
    }

    @Test("A credential of version 1.1 has its own context and dates")
    func olderVersion() throws {
        let text = SampleDocument.credential.replacing("ns/credentials/v2", with: "2018/credentials/v1")
        let missing = DataModelCheck.faults(ofCredential: try SampleDocument.parsed(text))
        #expect(missing.map(\.rule) == [.validityPeriod])
        let dated = try SampleDocument.changed(text, "issuanceDate", #""2023-02-26T00:00:00Z""#)
        #expect(DataModelCheck.faults(ofCredential: dated) == [])
    }

    @Test(
        "A place on a bitstring status list has a list, a purpose and an index",
        arguments: [
            (#"{\#(entry),"statusListIndex":"0"}"#, nil), (#"{\#(entry),"statusListIndex":"94567"}"#, nil),
            (#"{\#(entry)}"#, ""), (#"{\#(entry),"statusListIndex":5}"#, "/statusListIndex"),
            (#"{\#(entry),"statusListIndex":"05"}"#, "/statusListIndex"),
            (#"{\#(entry),"statusListIndex":"-1"}"#, "/statusListIndex"),
            (#"{\#(entry),"statusListIndex":"5","id":"https://e.example/list"}"#, ""),
            (#"{\#(entry),"statusListIndex":"5","statusSize":0}"#, "/statusSize"),
            (#"{\#(entry),"statusListIndex":"5","statusSize":2}"#, ""),
            (#"{\#(entry),"statusListIndex":"5","statusSize":2,"statusMessage":[]}"#, "/statusMessage"),
            (
                #"{\#(entry),"statusListIndex":"5","statusMessage":[{"status":"0x0","message":"a"},{"status":"0x1"}]}"#,
                "/statusMessage/1"
            ),
            (
                #"{\#(entry),"statusListIndex":"5","statusMessage":[{"status":"0x0","message":"a"},{"status":"0x1","message":"b"}]}"#,
                nil
            ),
        ])
    func statusEntry(entry: String, pointer: String?) throws {
        let credential = try SampleDocument.changed(SampleDocument.credential, "credentialStatus", entry)
        let faults = DataModelCheck.faults(ofCredential: credential)
        #expect(faults.map(\.pointer) == pointer.map { ["/credentialStatus" + $0] } ?? [])
        #expect(faults.allSatisfy { $0.rule == .statusListEntry })
    }

    @Test("Of many faults, a bounded number is listed")
    func bounded() throws {
        let types = (0..<200).map { _ in "1" }.joined(separator: ",")
        let credential = try SampleDocument.changed(SampleDocument.credential, "type", "[\(types)]")
        #expect(DataModelCheck.faults(ofCredential: credential).count == DataModelCheck.maximumFaults)
    }
}
