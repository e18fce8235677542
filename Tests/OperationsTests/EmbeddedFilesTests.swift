import Foundation
import LibPQ
import Schema
import Testing

@Suite("The files in the binary")
struct EmbeddedFilesTests {
    private let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../sql")
        .resolvingSymlinksInPath()

    @Test(
        "every file of a folder is there, sorted, byte for byte",
        arguments: [
            ("migrations", ".sql", SchemaFiles.migrations), ("functions", ".sql", SchemaFiles.functions),
            ("views", ".sql", SchemaFiles.views), ("seed", ".sql", SchemaFiles.seeds),
            ("seed", ".jsonld", SchemaFiles.profiles),
        ]
    )
    func files(name: String, ending: String, embedded: [SchemaFile]) throws {
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.appending(path: name).path)
            .filter { $0.hasSuffix(ending) }
            .map { "\(name)/\($0)" }
        #expect(!paths.isEmpty)
        #expect(embedded.map(\.name) == paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
        for file in embedded {
            let bytes = try Data(contentsOf: folder.appending(path: file.name))
            #expect(Data(file.text.utf8) == bytes, "\(file.name)")
        }
    }

    @Test("a query has the name of its folder and file, and the text of its file")
    func query() throws {
        let file = folder.appending(path: "queries/operations/key_by_name.sql")
        #expect(Queries.operationsKeyByName.name == "operations/key_by_name")
        #expect(Queries.operationsKeyByName.sql == String(decoding: try Data(contentsOf: file), as: UTF8.self))
    }
}
