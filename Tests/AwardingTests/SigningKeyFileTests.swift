import Credentials
import Foundation
import Testing

@testable import Awarding

@Suite("the file of the signing key")
struct SigningKeyFileTests {
    /// A folder for one test.
    private func withFolder(_ body: (String) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "tessera-key-\(UUID())").path()
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try await body(folder)
    }

    private func mode(_ path: String) throws -> Int {
        try (FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int) ?? -1
    }

    @Test("it is made with mode 0600 in a folder made with 0700, and read again later")
    func created() async throws {
        try await withFolder { folder in
            let path = folder + "/keys/deep/signing.pem"
            let key = try SigningKeyFile(path: path).loadOrCreate()
            #expect(try mode(path) == 0o600)
            #expect(try mode(folder + "/keys") == 0o700)
            #expect(try SigningKeyFile(path: path).loadOrCreate().publicKey.thumbprint == key.publicKey.thumbprint)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/keys/deep") == ["signing.pem"])
        }
    }

    @Test("a file that others may read is refused", arguments: [0o640, 0o604, 0o660, 0o644, 0o610])
    func exposed(mode: Int) async throws {
        try await withFolder { folder in
            let path = folder + "/signing.pem"
            _ = try SigningKeyFile(path: path).loadOrCreate()
            try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
            let failure = try #require(throws: SigningKeyFile.Failure.self) {
                try SigningKeyFile(path: path).loadOrCreate()
            }
            #expect(failure.description.contains(path) && failure.description.contains(String(mode, radix: 8)))
        }
    }

    @Test(
        "what is no private key is refused, and left as it is",
        arguments: ["", "no key", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"])
    func malformed(text: String) async throws {
        try await withFolder { folder in
            let path = folder + "/signing.pem"
            try text.write(toFile: path, atomically: false, encoding: .utf8)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
            let failure = try #require(throws: SigningKeyFile.Failure.self) {
                try SigningKeyFile(path: path).loadOrCreate()
            }
            guard case .malformed = failure else {
                Issue.record("refused otherwise: \(failure)")
                return
            }
            #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
        }
    }

    @Test("a folder in the key's place, and a file in its folder's place, are named in the refusal")
    func unusable() async throws {
        try await withFolder { folder in
            #expect(throws: SigningKeyFile.Failure.self) { try SigningKeyFile(path: folder).loadOrCreate() }
            try "".write(toFile: folder + "/file", atomically: false, encoding: .utf8)
            let path = folder + "/file/signing.pem"
            let failure = #expect(throws: SigningKeyFile.Failure.self) { try SigningKeyFile(path: path).loadOrCreate() }
            #expect(failure?.description.contains(path) == true)
        }
    }

    @Test("many that start at once read one key")
    func concurrent() async throws {
        try await withFolder { folder in
            let path = folder + "/signing.pem"
            let thumbprints = try await withThrowingTaskGroup(of: String.self) { group in
                for _ in 0..<20 {
                    group.addTask { try SigningKeyFile(path: path).loadOrCreate().publicKey.thumbprint }
                }
                return try await group.reduce(into: Set()) { $0.insert($1) }
            }
            #expect(thumbprints.count == 1)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["signing.pem"])
        }
    }
}
