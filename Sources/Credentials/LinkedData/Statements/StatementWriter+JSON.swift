internal import JSON

/// JSON values in graphs.
extension StatementWriter {
    /// A JSON value in canonical form (RFC 8785).
    func json(_ value: LinkedDataValue) throws(LinkedDataError) -> RDFLiteral {
        guard case .json(let value) = value else {
            return RDFLiteral(try canonical(value), datatype: Vocabulary.json)
        }
        do throws(JSONError) {
            return RDFLiteral(RDFText(try JSONCanonicalization().bytes(of: value)), datatype: Vocabulary.json)
        } catch {
            throw LinkedDataError(.invalidJSONLiteral, error.reason, at: value.pointer)
        }
    }

    private func canonical(_ value: LinkedDataValue) throws(LinkedDataError) -> RDFText {
        switch value {
        case .boolean(let truth): return truth ? "true" : "false"
        case .number(let number):
            guard let double = Double(number.string), double.isFinite else {
                throw LinkedDataError(.invalidJSONLiteral, "The number is beyond a double's range.")
            }
            return RDFText(JSONCanonicalization.ecmaScript(double))
        case .string(let text):
            var bytes: [UInt8] = []
            JSONWriter.append(string: text.bytes, to: &bytes)
            return RDFText(bytes)
        default: return "null"
        }
    }
}
