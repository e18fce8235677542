import Credentials
import Foundation
import Testing

@testable import Awarding

@Suite("the folder of keys")
struct KeyFolderTests {
    private func withFolder(_ body: (String) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "tessera-keys-\(UUID())").path()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try await body(folder)
    }

    @Test("keys are made in it, with mode 0600, and all of them are found")
    func created() async throws {
        try await withFolder { path in
            let folder = KeyFolder(path: path)
            #expect(try folder.keys().isEmpty)
            let made = try [SigningKeyFile.Kind.p256, .ed25519, .p256].map { try folder.create($0) }
            #expect(Set(made.map(\.path)).count == 3)
            for (_, file) in made {
                let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
                #expect(mode == 0o600)
            }
            try "not a key".write(toFile: path + "/README", atomically: false, encoding: .utf8)
            let found = try folder.keys().map(\.publicKey.thumbprint)
            #expect(Set(found) == Set(made.map(\.key.publicKey.thumbprint)))
        }
    }

    @Test("no id of a new key can be taken for an option of a command", arguments: SigningKeyFile.Kind.allCases)
    func dash(kind: SigningKeyFile.Kind) {
        // One in 64 begins with a dash by chance.
        for _ in 0..<600 { #expect(!kind.makeKey().publicKey.thumbprint.hasPrefix("-")) }
    }

    @Test("one file that others may read is refused, with its name and mode")
    func exposed() async throws {
        try await withFolder { path in
            let folder = KeyFolder(path: path)
            _ = try folder.create(.p256)
            let (_, file) = try folder.create(.ed25519)
            try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file)
            let failure = try #require(throws: SigningKeyFile.Failure.self) { try folder.keys() }
            #expect(failure.description.contains(file) && failure.description.contains("644"))
        }
    }

    /// How often keys were looked for.
    private actor Looks {
        private(set) var number = 0

        func count() { number += 1 }
    }

    @Test("a ring finds a key whose file came later, and does not look all the time for one that is not there")
    func ring() async throws {
        try await withFolder { path in
            let issuer = try DIDWeb(baseURL: "https://badges.example")
            let folder = KeyFolder(path: path)
            let looks = Looks()
            let ring = KeyRing {
                await looks.count()
                return try folder.keys().map { IssuerKey($0, issuer: issuer) }
            }
            for _ in 1...2 {
                let (key, _) = try folder.create(.p256)
                for _ in 1...2 { #expect(try await ring.key(key.publicKey.thumbprint)?.publicKey == key.publicKey) }
            }
            #expect(await looks.number == 2)
            let late = SigningKeyFile.Kind.p256.makeKey()
            for _ in 1...2 { #expect(try await ring.key(late.publicKey.thumbprint) == nil) }
            #expect(await looks.number == 3)
            try SigningKeyFile(path: path + "/late.pem", kind: .p256).save(late)
            try await Task.sleep(for: .milliseconds(2100))
            #expect(try await ring.key(late.publicKey.thumbprint)?.publicKey == late.publicKey)
        }
    }
}
