import Foundation
import PackagePlugin

/// Turns the files under `sql/` into the Swift source that carries them in the binary.
@main
struct EmbedSQL: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let folder = context.package.directoryURL.appending(path: "sql")
        let source = context.pluginWorkDirectoryURL.appending(path: "Schema.generated.swift")
        // The tool touches this file, which is also its input, so that it runs in every build. Listing the SQL files
        // as inputs instead would miss files added later and stop at removed ones, since a build is planned once.
        let lastRun = context.pluginWorkDirectoryURL.appending(path: "last-run")
        try Data().write(to: lastRun)
        return [
            .buildCommand(
                displayName: "Embedding SQL into \(target.name)",
                executable: try context.tool(named: "EmbeddingTool").url,
                arguments: ["sql"] + [source, folder, lastRun].map { $0.path(percentEncoded: false) },
                inputFiles: [lastRun],
                outputFiles: [source]
            )
        ]
    }
}
