import Foundation
import JSON
import NIOHTTP1

/// Loads the demonstration into a running server over its HTTP interfaces, as a training platform would.
struct DemoLoader {
    /// What was loaded.
    struct Outcome {
        let statements: Int
        let credentials: [String]
    }

    /// An answer that the demonstration did not hope for.
    struct Refusal: Error, CustomStringConvertible {
        let what: String
        let status: Int
        let answer: String

        var description: String { "\(what): the server answered \(status): \(answer)" }
    }

    let url: String
    private let key: String
    private let showsProgress: Bool
    private static let batch = 50

    init(url: String, key: String, showsProgress: Bool) {
        self.url = url
        self.key = key
        self.showsProgress = showsProgress
    }

    func load(_ pilot: DemoPilot) async throws -> Outcome {
        try await HTTPExchange.with(timeout: .seconds(60)) { exchange in try await load(pilot, by: exchange) }
    }

    private func load(_ pilot: DemoPilot, by exchange: HTTPExchange) async throws -> Outcome {
        for definition in DemoCurriculum(iri: pilot.curriculumIRI).definitions + DemoInstruments.definitions {
            _ = try await send(
                definition.body == nil ? .POST : .PUT, definition.path, definition.body, what: definition.what,
                by: exchange)
        }
        let definition = "/api/pilots/\(pilot.code)"
        _ = try await send(.PUT, definition, pilot.definition, what: "The pilot's definition", by: exchange)
        var progress = ProgressBar(title: "Posting statements", total: pilot.statements.count, isShown: showsProgress)
        for start in stride(from: 0, to: pilot.statements.count, by: Self.batch) {
            let batch = pilot.statements[start..<min(start + Self.batch, pilot.statements.count)]
            var body = Array("[".utf8)
            for (position, statement) in batch.enumerated() {
                if position > 0 { body.append(UInt8(ascii: ",")) }
                body += statement
            }
            body.append(UInt8(ascii: "]"))
            _ = try await send(
                .POST, "/xapi/statements", body, what: "Statements from number \(start)", by: exchange)
            progress.advance(by: batch.count)
        }
        progress.finish()
        return Outcome(statements: pilot.statements.count, credentials: try await credentials(of: pilot, by: exchange))
    }

    /// The pilot's credentials, once all have come of what was stored: that takes a moment, on a busy machine longer.
    private func credentials(of pilot: DemoPilot, by exchange: HTTPExchange) async throws -> [String] {
        let deadline = ContinuousClock.now + .seconds(60)
        while true {
            let answer = try await send(
                .GET, "/api/credentials?pilot=\(pilot.code)", nil, what: "The credentials", by: exchange)
            let json = try JSONDocument(parsing: answer).root
            let urls = json["credentials"]?.elements.compactMap { $0["url"]?.string } ?? []
            if json["settled"]?.boolean == true || ContinuousClock.now > deadline { return urls }
            try await Task.sleep(for: .milliseconds(200))
        }
    }

    /// Sends a request, again and again while the server is busy.
    ///
    /// - Parameter other: Another key than the loader's.
    func send(
        _ method: HTTPMethod, _ path: String, _ body: [UInt8]?, what: String, as other: String? = nil,
        by exchange: HTTPExchange
    ) async throws -> [UInt8] {
        guard let target = URL(string: url + path), target.host != nil else {
            throw Settings.Invalid(name: "--url", rule: "\"\(url)\" is not a URL.")
        }
        var headers: HTTPHeaders = [
            "Authorization": "Basic " + Data((other ?? key).utf8).base64EncodedString(),
            "X-Experience-API-Version": "1.0.3",
        ]
        if body != nil { headers.add(name: "Content-Type", value: "application/json") }
        for attempt in 1... {
            let (status, data) = try await exchange.send(
                to: target.absoluteString, method: method, headers: headers, body: body)
            if (200..<300).contains(status) { return data }
            // The statements have ids, so that sending them again stores none twice.
            guard status == 503, attempt < 10 else {
                throw Refusal(what: what, status: status, answer: String(decoding: data, as: UTF8.self))
            }
            try await Task.sleep(for: .seconds(attempt))
        }
        return []
    }
}
