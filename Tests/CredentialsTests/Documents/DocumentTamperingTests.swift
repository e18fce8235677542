import Foundation
import JSON
import Testing

@testable import Credentials

@Suite("Documents that were changed by a character")
struct DocumentTamperingTests {
    /// Of so many characters one is changed; all of them would take long, and show no more.
    static let step = 5

    let parties = DocumentParties()

    @Test("No credential verifies after one of its characters was changed", arguments: DocumentVerifierTests.forms)
    func credential(form: DocumentIssuer.Form) async throws {
        let name = #"[{"@value":"Hund","@language":"de"},{"@value":"ذئب","@language":"ar","@direction":"rtl"}]"#
        let credential = try parties.credential(form, ("name", name), ("validUntil", #""2031-01-01T00:00:00Z""#))
        let issued = Array(try await parties.issue(credential, form).bytes)
        let sound = try JSONDocument(parsing: issued).root
        #expect(await parties.faults(sound) == [])
        for index in stride(from: 0, to: issued.count, by: Self.step) {
            var changed = issued
            changed[index] ^= 1
            // What is no JSON any more can't be handed in at all.
            guard let document = try? JSONDocument(parsing: changed) else { continue }
            let faults = await parties.faults(document.root)
            let around = String(decoding: changed[max(0, index - 20)..<min(changed.count, index + 20)], as: UTF8.self)
            #expect(!faults.isEmpty, "\(around)")
        }
    }

    @Test("No presentation verifies after one of its characters was changed, in the credential or outside")
    func presentation() async throws {
        let form = DocumentVerifierTests.rdfc
        let credential = try await parties.issue(try parties.credential(form), form)
        let presented = Array(try await parties.present([credential]).bytes)
        let request = PresentationRequest(domain: "e.example", challenge: "c")
        for index in stride(from: 0, to: presented.count, by: Self.step) {
            var changed = presented
            changed[index] ^= 1
            guard let document = try? JSONDocument(parsing: changed) else { continue }
            let faults = await parties.verifier.faults(
                ofPresentation: document.root, request, at: DocumentParties.now)
            let around = String(decoding: changed[max(0, index - 20)..<min(changed.count, index + 20)], as: UTF8.self)
            #expect(!faults.isEmpty, "\(around)")
        }
    }
}
