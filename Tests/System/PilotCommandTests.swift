import Foundation
import Testing

extension SystemTests.SharedServerTests {
    /// `tessera instruments` and `tessera pilots`, beside a running server.
    struct PilotCommandTests {
        private let installation: Installation
        private let code = "cli-\(UUID().text.prefix(8))"
        private let registration = UUID().text

        init() throws {
            installation = try .served
        }

        private func tessera(_ arguments: String...) async throws -> Program.Outcome {
            try await installation.tessera(arguments)
        }

        private func file(_ text: String, _ name: String) throws -> String {
            let path = installation.folder + "/\(code)-\(name).json"
            try Data(text.utf8).write(to: URL(filePath: path))
            return path
        }

        private var instrument: String {
            """
            {"code":"\(code)","version":"1.0","iri":"https://i.example.eu/\(code)","kind":"pre-test",
             "title":{"en":"A test"},"items":[{"iri":"https://i.example.eu/\(code)/1","text":{"en":"?"},
             "interaction":"fill-in"}]}
            """
        }

        private var pilot: String {
            """
            {"code":"\(code)","iri":"https://p.example.eu/\(code)","title":"A pilot","profile":{"code":"P4"},
             "framework":{"code":"IUS","version":"0.1"},"startsOn":"2026-03-02","endsOn":"2026-03-27",
             "curriculum":{"iri":"https://c.example.eu/\(code)","version":"1.0"},
             "partners":[{"code":"\(code)","name":"A partner"}],
             "instruments":[{"code":"\(code)","version":"1.0","phase":"pre"}],
             "enrolments":[{"registration":"\(registration)",
                            "account":{"homePage":"https://id.example.eu","name":"p-\(code)"}}]}
            """
        }

        @Test("an operator defines, publishes and moves, and each command tells what it did")
        func commands() async throws {
            let defined = try await tessera("instruments", "define", file(instrument, "instrument"), "--json")
                .succeeded()
            #expect(defined.output == #"{"instrument":"\#(code)","version":"1.0"}"# + "\n")
            _ = try await tessera("pilots", "define", file(pilot, "pilot")).succeeded()

            // Draft: refused with what is lacking, for people and for programs.
            let refused = try await tessera("pilots", "state", code, "running", "--json")
            #expect(refused.status == 1 && refused.output.contains(#""demand": "instrument-pre""#))
            #expect(refused.error.contains("is a draft; publish it first."))
            _ = try await tessera("instruments", "publish", code, "1.0").succeeded()
            let moved = try await tessera("pilots", "state", code, "running").succeeded()
            #expect(moved.output.hasPrefix("\(code) is running.\nTo be closed: "))

            let shown = try await tessera("pilots", "show", code).succeeded().output
            _ = try await tessera("pilots", "define", file(shown, "shown")).succeeded()
            #expect(try await tessera("pilots", "show", code).succeeded().output == shown)
            #expect(try await tessera("pilots", "list").succeeded().output.contains("\(code)\trunning\t"))
            #expect(try await tessera("pilots", "list", "--json").succeeded().output.contains(code))
            let instruments = try await tessera("instruments", "list").succeeded().output
            #expect(instruments.contains("\(code)\tpre-test\t1.0 (published)"))
            #expect(try await tessera("instruments", "show", code, "1.0").succeeded().output.contains("fill-in"))
        }

        @Test("a launch context is the one that the server gives")
        func launchContext() async throws {
            _ = try await tessera("instruments", "define", file(instrument, "instrument")).succeeded()
            _ = try await tessera("pilots", "define", file(pilot, "pilot")).succeeded()
            let path =
                "/api/pilots/\(code)/enrolments/\(registration)/launch-context?phase=pre&form=cmi5&instrument=\(code)"
            let served = try await installation.client.get(path).expecting(200).text
            let printed = try await tessera(
                "pilots", "launch-context", code, "--registration", registration, "--phase", "pre", "--form", "cmi5",
                "--instrument", code, "--base-url", installation.baseURL)
            #expect(try printed.succeeded().output == served + "\n")
            let all = try await tessera("pilots", "launch-context", code, "--phase", "post").succeeded().output
            #expect(all.split(separator: "\n").count == 1 && all.contains(registration))
        }

        @Test("what is wrong is told, with exit code 1; wrong use, and what is no JSON, with 64")
        func refused() async throws {
            let wrong = try await tessera("pilots", "define", file(pilot.replacing("P4", with: "P99"), "wrong"))
            #expect(wrong.status == 1 && wrong.error.contains("/profile/code names no profile"))
            let missing = try await tessera("pilots", "show", "none")
            #expect(missing.status == 1 && missing.error.contains("There is no pilot none."))
            let broken = try await tessera("instruments", "define", file("{", "broken"))
            #expect(broken.status == 64 && broken.error.contains("line 1"))
            #expect(try await tessera("pilots", "state", code, "--reason", "x").status == 64)
            #expect(try await tessera("pilots", "launch-context", code, "--phase", "later").status == 64)
        }
    }
}
