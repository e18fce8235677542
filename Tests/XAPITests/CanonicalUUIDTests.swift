import FoundationEssentials
import Testing
import XAPI

@Suite("ids as statements write them")
struct CanonicalUUIDTests {
    @Test("the text is Foundation's in lower case")
    func lowerCase() {
        for _ in 0..<1000 {
            let id = UUID()
            #expect(id.canonicalText == id.uuidString.lowercased())
        }
    }
}
