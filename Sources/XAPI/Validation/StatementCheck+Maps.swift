internal import JSON

/// Maps, and names of members.
extension StatementCheck {
    /// Checks a language map.
    func languageMap(_ node: Int, _ rule: @autoclosure () -> Rule) {
        guard isKind(node, .object, rule(), "A language map") else { return }
        document.forEachMember(node) { key, value in
            if !document.withText(key, LanguageTag.isValid) {
                report.add(.languageKey, key, "\(quoted(key)) is not a language tag of RFC 5646.")
            }
            _ = isKind(value, .string, .languageText, "The text")
        }
    }

    /// Checks extensions: any values, but only IRIs as keys.
    func extensions(_ node: Int) {
        guard isKind(node, .object, .extensionsType, "extensions") else { return }
        document.forEachMember(node) { key, _ in
            if !document.withText(key, IRIText.isValid) {
                report.add(.extensionKey, key, "\(quoted(key)) is not an absolute IRI.")
            }
        }
    }

    /// Notes a member that has no place here; tells when only its case is wrong.
    func unknown(_ key: Int, _ allowed: [Property]) {
        let name = document.text(key).map(\.lowercased)
        for property in allowed {
            let text = String(describing: property.name)
            guard text.utf8.map(\.lowercased) == name else { continue }
            report.add(.wrongCase, key, "\(quoted(key)) has to be written \"\(text)\".")
            return
        }
        report.add(.unknownProperty, key, "\(quoted(key)) is no property of the specification here.")
    }

    /// Notes a required member that is missing.
    @inline(__always)
    func require(
        _ member: Int?, _ name: @autoclosure () -> StaticString, of node: Int, _ rule: @autoclosure () -> Rule
    ) {
        if member == nil { addMissing(name(), node, rule()) }
    }

    @inline(never)
    private func addMissing(_ name: StaticString, _ node: Int, _ rule: Rule) {
        report.add(rule, node, "\(name) is missing.")
    }
}
