import ArgumentParser
import FoundationEssentials
import JSON
import LearningRecords
import Training
import XAPI

/// `tessera pilots launch-context`.
struct PilotsLaunchContextCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "launch-context",
        abstract: "Print what a platform gives to courses that it launches, so that their statements name the pilot.",
        discussion: "For one person the document alone; otherwise a line of JSON for each person enrolled.")

    @Argument(help: "The pilot's code.")
    var code: String

    @Option(help: "The registration of one person.")
    var registration: String?

    @Option(help: "pre, during, post or followup.")
    var phase: String

    @Option(help: "xapi for an xAPI context, cmi5 for LaunchData with a contextTemplate.")
    var form = "xapi"

    @Option(help: "Code of an instrument that the pilot uses in the phase.")
    var instrument: String?

    @Option(help: "Whole months after the pilot's end, for the phase followup.")
    var monthsAfter: Int?

    @Option(
        help:
            "The URL under which others reach this installation; IRIs of competences begin with it. [TESSERA_BASE_URL]")
    var baseURL: String?

    @Flag(help: "Print JSON, which it is anyway.")
    var json = false

    @OptionGroup var options: SettingsOptions

    func validate() throws {
        guard ["pre", "during", "post", "followup"].contains(phase) else {
            throw ValidationError("--phase: pre, during, post or followup.")
        }
        guard LaunchContext.Form(rawValue: form) != nil else { throw ValidationError("--form: xapi or cmi5.") }
        guard registration.map({ UUID(uuidString: $0) != nil }) ?? true else {
            throw ValidationError("--registration: a UUID.")
        }
        guard monthsAfter.map({ (0...60).contains($0) && phase == "followup" }) ?? true else {
            throw ValidationError("--months-after: from 0 to 60, and only for the phase followup.")
        }
    }

    func run() async throws {
        let (code, base) = (code, try options.settings(flags: ["base_url": baseURL]).publicURL)
        let wish = LaunchContextWish(
            phase: phase, registration: registration.flatMap { UUID(uuidString: $0) }, instrument: instrument,
            monthsAfter: monthsAfter)
        let found = try await TrainingDatabase.with(options) { database in
            try await PilotStore(database).launchContexts(
                of: code, wish, base: base, profile: PublishedProfile.all.last?.profile.version ?? "")
        }
        let form = LaunchContext.Form(rawValue: form) ?? .xapi
        if let registration {
            guard let context = found.first else {
                throw CommandOutput.Missing(what: "enrolment with the registration \(registration)")
            }
            return print(String(decoding: context.document(as: form), as: UTF8.self))
        }
        for context in found { CommandOutput.json { context.writeEntry(as: form, to: &$0) } }
    }
}
