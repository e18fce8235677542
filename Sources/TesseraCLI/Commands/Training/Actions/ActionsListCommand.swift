import ArgumentParser
import JSON
import Training

/// `tessera actions list`.
struct ActionsListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the actions, those due first; overdue ones are marked.")

    @Option(help: "Only those of the pilot with this code.")
    var pilot: String?

    @Option(help: "Only those in this state.")
    var state: String?

    @Flag(help: "Only those that are overdue.")
    var overdue = false

    @Flag(help: "Print the actions as one JSON object.")
    var json = false

    @OptionGroup var options: SettingsOptions

    func validate() throws {
        guard state == nil || state.flatMap(ActionState.init(rawValue:)) != nil else {
            throw ValidationError(
                "--state: one of \(ActionState.allCases.map(\.rawValue).joined(separator: ", ")).")
        }
    }

    func run() async throws {
        let (pilot, state, overdue) = (pilot, state.flatMap(ActionState.init(rawValue:)), overdue)
        let found = try await TrainingDatabase.with(options) { database in
            try await ActionStore(database).actions(of: pilot, in: state, overdue: overdue)
        }
        let document = try CommandOutput.found(found, "list")
        if json { return print(String(decoding: document, as: UTF8.self)) }
        for action in try JSONDocument(parsing: document).root["actions"]?.elements.map({ $0 }) ?? [] {
            let due = action["dueOn"]?.string ?? ""
            let columns = [
                action["id"]?.lexeme, action["pilot"]?.string, action["state"]?.string,
                action["overdue"]?.boolean == true ? "\(due) OVERDUE" : due, action["owner"]?["organisation"]?.string,
                action["text"]?.string,
            ]
            print(columns.compactMap(\.self).joined(separator: "\t"))
        }
    }
}
