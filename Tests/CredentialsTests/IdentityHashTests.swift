import Credentials
import Testing

@Suite("Recipients")
struct IdentityHashTests {
    @Test(
        "The published vectors are reproduced",
        arguments: [
            ("a@example.com", "Kosher", "b5809d8a92f8858436d7e6b87c12ebc0ae1eac4baecc2c0b913aee2c922ef399"),
            (
                "jjefferson18@example.com", "FleurDeSel",
                "658625b25ab3d75d613ca97d9a5a77f70e2192feca5557f4ad09a4d4f121f5fc"
            ),
        ])
    func vectors(identity: String, salt: String, digest: String) {
        #expect(IdentityHash(of: identity, salt: salt).text == "sha256$" + digest)
    }

    @Test("Salts are of 128 bits and don't repeat")
    func salts() {
        let salts = Set((0..<100).map { _ in IdentityHash.randomSalt() })
        #expect(salts.count == 100)
        #expect(salts.allSatisfy { $0.utf8.count == 32 })
    }

    @Test("A hashed identifier doesn't hold the identity")
    func hashed() {
        let identifier = RecipientIdentifier.email("zoe@example.org")
        #expect(!String(reflecting: identifier).contains("zoe"))
        #expect(identifier.identity.hasPrefix("sha256$") && identifier.salt?.isEmpty == false)
    }

    @Test("An account is hashed with its home page, so that two platforms' accounts differ")
    func account() {
        let one = RecipientIdentifier.account(homePage: "https://a.example", name: "7", salt: "s")
        let other = RecipientIdentifier.account(homePage: "https://b.example", name: "7", salt: "s")
        #expect(one.type == "accountId" && one.identity != other.identity)
    }
}
