public import FoundationEssentials
public import JSON
internal import LibPQ
internal import Schema

/// What the statements of one enrolled person have in their context, for a phase and perhaps an instrument.
///
/// A course that is launched with it ties all its statements to the pilot without knowing anything of it.
public struct LaunchContext: Sendable, Equatable {
    /// Whose it is.
    public let registration: UUID
    /// Home page of the pseudonymous account.
    public let homePage: String
    /// Name of the pseudonymous account.
    public let name: String
    /// Code of the partner that the person belongs to.
    public let partner: String?
    /// The group in which the person is trained.
    public let cohort: String?
    let activities: [UInt8]
    let extensions: [UInt8]

    /// In which form it is handed on.
    public enum Form: String, Sendable, CaseIterable {
        /// LaunchData of cmi5, with a `contextTemplate`. The registration goes to the course with the launch URL.
        case cmi5
        /// An xAPI `context`.
        case xapi
    }

    /// The JSON in a form.
    public func document(as form: Form) -> [UInt8] {
        var writer = JSONWriter()
        write(as: form, to: &writer)
        return writer.bytes
    }

    /// Writes the JSON in a form.
    public func write(as form: Form, to writer: inout JSONWriter) {
        writer.object { writer in
            switch form {
            case .cmi5: writer.member("contextTemplate", object: writeMembers)
            case .xapi:
                writer.member("registration", string: registration.uuidString.lowercased())
                writeMembers(to: &writer)
            }
        }
    }

    /// Writes the members of an object that says whose it is, too: one entry of many.
    public func writeEntry(as form: Form, to writer: inout JSONWriter) {
        writer.member("registration", string: registration.uuidString.lowercased())
        writer.member(
            "account",
            object: { writer in
                writer.member("homePage", string: homePage)
                writer.member("name", string: name)
            })
        writer.member("partner", stringIfPresent: partner)
        writer.member("cohort", stringIfPresent: cohort)
        writer.key(form == .cmi5 ? "launchData" : "context")
        write(as: form, to: &writer)
    }

    private func writeMembers(to writer: inout JSONWriter) {
        writer.member("contextActivities", raw: activities)
        writer.member("extensions", raw: extensions)
    }
}
