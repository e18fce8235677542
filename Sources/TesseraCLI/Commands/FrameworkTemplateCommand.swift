import ArgumentParser
import CompetenceFramework

/// `tessera framework template`.
struct FrameworkTemplateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "template", abstract: "Write an empty workbook (.xlsx) or .csv file for a framework.")

    @Argument(help: "The file, which ends in .xlsx or .csv.")
    var file: String

    func validate() throws {
        guard file.lowercased().hasSuffix(".xlsx") || file.lowercased().hasSuffix(".csv") else {
            throw ValidationError("The file's name ends in neither .xlsx nor .csv.")
        }
    }

    func run() async throws {
        let bytes = file.lowercased().hasSuffix(".csv") ? SheetTemplate.csv() : SheetTemplate.xlsx()
        try await OutputFile.with(file) { try await $0.write(bytes) }
    }
}
