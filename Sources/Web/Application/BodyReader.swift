internal import Hummingbird
internal import JSON
internal import XAPI

/// Reads the JSON object that a client sends to our own API.
///
/// It notes every fault with its JSON Pointer; ``finish()`` refuses the body with all of them.
struct BodyReader {
    private let root: JSONValue
    private let kind: String
    private var violations: [Violation] = []

    /// Reads a body that has no other members than these.
    ///
    /// - Parameter kind: What is read, for the problem's type and the rules' names.
    /// - Throws: A 400 ``Problem`` when the body is no JSON object, and a 415 when it is not said to be JSON.
    init(_ request: Request, upTo limit: Int, kind: String, members: [String]) async throws {
        try request.requireJSON()
        try await self.init(request.bytes(upTo: limit), kind: kind, members: members)
    }

    /// Reads bytes that are an object without other members than these.
    init(_ bytes: [UInt8], kind: String, members: [String]) throws {
        do { root = try JSONDocument(parsing: bytes).root } catch {
            throw Problem(kind: kind, StatementRejection(error))
        }
        self.kind = kind
        guard root.kind == .object else {
            note("", "object", "The body must be a JSON object.")
            try finish()
            return
        }
        for (key, _) in root.members {
            let name = key.string ?? ""
            guard !members.contains(where: { $0.utf8.elementsEqual(name.utf8) }) else { continue }
            note(
                "/" + JSONDocument.pointerToken(name), "member",
                "There is no such member; names are case-sensitive. Known: \(members.joined(separator: ", ")).")
        }
    }

    /// The value of a member, if it is there; one that cannot be read is noted as a fault.
    mutating func value<Value>(
        _ name: String, mustBe rule: String, _ read: (JSONValue) throws(StatementRejection) -> Value?
    ) -> Value? {
        guard let value = root[name] else { return nil }
        return self.read(value, mustBe: rule, name: name, read)
    }

    /// The values of a member that has one value or a list of 1 to `maximum`; none if it is not there.
    mutating func values<Value>(
        _ name: String, atMost maximum: Int, mustBe rule: String,
        _ read: (JSONValue) throws(StatementRejection) -> Value?
    ) -> [Value] {
        guard let value = root[name] else { return [] }
        guard value.kind == .array else {
            return self.read(value, mustBe: "\(rule), or a list of such", name: name, read).map { [$0] } ?? []
        }
        guard (1...maximum).contains(value.count) else {
            note(value.pointer, name, "The list must have 1 to \(maximum) elements; it has \(value.count).")
            return []
        }
        return value.elements.compactMap { self.read($0, mustBe: rule, name: name, read) }
    }

    /// `true` or `false`; nil when it is not there.
    mutating func flag(_ name: String) -> Bool? {
        value(name, mustBe: "true or false") { $0.boolean }
    }

    /// The names of the members that are there.
    var names: [String] { root.members.compactMap(\.key.string) }

    /// Notes a fault.
    mutating func note(_ pointer: String, _ rule: String, _ reason: String) {
        violations.append(Violation(index: nil, pointer: pointer, rule: "\(kind)-\(rule)", reason: reason))
    }

    /// Refuses the body if it has faults.
    /// - Throws: A 400 ``Problem``.
    func finish() throws {
        guard !violations.isEmpty else { return }
        throw Problem(kind: kind, StatementRejection(violations: violations))
    }

    private mutating func read<Value>(
        _ value: JSONValue, mustBe rule: String, name: String, _ read: (JSONValue) throws(StatementRejection) -> Value?
    ) -> Value? {
        do {
            if let result = try read(value) { return result }
            note(value.pointer, name, "The value must be \(rule).")
        } catch {
            for fault in error.violations {
                violations.append(
                    Violation(
                        index: nil, pointer: value.pointer + fault.pointer, rule: fault.rule,
                        requirement: fault.requirement, reason: fault.reason))
            }
        }
        return nil
    }
}

extension Problem {
    /// A body of our own API that is refused, with all its faults.
    fileprivate init(kind: String, _ rejection: StatementRejection) {
        self.init(.badRequest, "invalid-\(kind)", rejection.summary) { rejection.writeMembers(to: &$0) }
    }
}
