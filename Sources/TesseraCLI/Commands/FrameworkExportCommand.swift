import ArgumentParser
import CompetenceFramework
import Frameworks

/// `tessera framework export`.
struct FrameworkExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write a version of a framework to a file.",
        discussion: """
            json is a CFPackage of CASE and xlsx a workbook: both hold everything, what partners proposed included, \
            and "tessera framework import" takes both back without loss. csv holds the items with targets and \
            translations; jsonld is CTDL-ASN and SKOS as JSON-LD, ttl the same as Turtle.
            """)

    @OptionGroup var version: FrameworkVersionArguments

    @Option(
        help: "json, xlsx, csv, jsonld or ttl; by default as the output file's name ends, else json.",
        transform: FrameworkExportCommand.form)
    var format: FrameworkForm?

    @Option(name: .shortAndLong, help: "The file; - for standard output.")
    var output = "-"

    @Option(help: "The version of CASE, 1.1 or 1.0, which has no extensions.")
    var caseVersion = "1.1"

    @Flag(help: "Leave out what partners proposed.")
    var withoutProposals = false

    @OptionGroup var options: FrameworkOptions

    private static func form(_ text: String) throws -> FrameworkForm {
        guard let form = FrameworkForm(rawValue: text) else {
            throw ValidationError(
                "\"\(text)\" is none of \(FrameworkForm.allCases.map(\.rawValue).joined(separator: ", ")).")
        }
        return form
    }

    private var chosen: FrameworkForm {
        format ?? FrameworkForm.allCases.first { output.lowercased().hasSuffix("." + $0.rawValue) } ?? .json
    }

    func validate() throws {
        guard ["1.0", "1.1"].contains(caseVersion) else {
            throw ValidationError("--case-version: \"\(caseVersion)\" is neither 1.0 nor 1.1.")
        }
    }

    func run() async throws {
        let hasProposals = !withoutProposals
        let package = try await FrameworkCommand.with(options) {
            try await $0.package(version.code, version.version, hasProposals: hasProposals)
        }
        guard let package else { throw FrameworkCommand.missing(version) }
        let (bytes, leftOut) = chosen.file(of: package, caseVersion: caseVersion == "1.0" ? .v1p0 : .v1p1)
        for part in leftOut { CommandOutput.message("Left out: \(part)") }
        try await OutputFile.with(output) { try await $0.write(bytes) }
    }
}
