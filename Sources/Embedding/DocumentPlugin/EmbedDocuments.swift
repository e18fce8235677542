import Foundation
import PackagePlugin

/// Turns the JSON documents of a target into Swift source that carries them in the binary: `OpenAPI/openapi.json` is
/// `EmbeddedDocuments.openapi`.
///
/// SwiftPM's own `.embedInCode` writes a list of bytes as numbers, which takes the compiler minutes for a document of
/// some hundred kilobytes; as a text it takes no time.
@main
struct EmbedDocuments: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        // The target excludes them, or SwiftPM would ask what they are; so they are not among its source files.
        let paths = try FileManager.default.subpathsOfDirectory(atPath: target.directoryURL.path(percentEncoded: false))
        let documents = paths.filter { $0.hasSuffix(".json") }.sorted().map { target.directoryURL.appending(path: $0) }
        let source = context.pluginWorkDirectoryURL.appending(path: "EmbeddedDocuments.generated.swift")
        return [
            .buildCommand(
                displayName: "Embedding documents into \(target.name)",
                executable: try context.tool(named: "EmbeddingTool").url,
                arguments: ["documents", source.path(percentEncoded: false)]
                    + documents.map { $0.path(percentEncoded: false) },
                inputFiles: documents,
                outputFiles: [source]
            )
        ]
    }
}
