internal import JSON

extension StatementFormatter {
    /// The statement without what 1.0.3 does not know: contexts lose `contextAgents` and `contextGroups`, and a `version`
    /// of 2.0 becomes 1.0.3.
    func asVersion1() -> [UInt8] {
        var writer = JSONWriter()
        statementOfVersion1(0, to: &writer)
        return writer.bytes
    }

    private func statementOfVersion1(_ node: Int, to writer: inout JSONWriter) {
        object(node, to: &writer) { property, value, writer in
            switch property {
            case .context: contextOfVersion1(value, to: &writer)
            case .version where document.text(value, hasPrefix: "2."): writer.string("1.0.3")
            case .object:
                guard let type = document.member(value, .objectType), document.text(type, is: "SubStatement") else {
                    return false
                }
                statementOfVersion1(value, to: &writer)
            default: return false
            }
            return true
        }
    }

    private func contextOfVersion1(_ node: Int, to writer: inout JSONWriter) {
        writer.object { writer in
            document.forEachMember(node) { key, value in
                switch Property(document, key: key) {
                case .contextAgents, .contextGroups: break
                default:
                    writer.key(document.string(key))
                    writer.raw(document.slice(value))
                }
            }
        }
    }
}
