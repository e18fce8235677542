/// The Swift name of a query: `lrs/insert_statements` is `lrsInsertStatements`.
struct QueryName {
    let identifier: String

    init(path: String) throws {
        let words = path.split { $0 == "/" || $0 == "_" || $0 == "-" }
        let isPlain = path.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
            case UInt8(ascii: "/"), UInt8(ascii: "_"), UInt8(ascii: "-"): true
            default: false
            }
        }
        guard isPlain, let first = words.first, first.first?.isLetter == true, path.contains("/") else {
            throw EmbeddingError(
                "sql/queries/\(path).sql: error: needs a folder and a name of a-z, 0-9, _ and - that begins with a letter"
            )
        }
        identifier = words.dropFirst().reduce(String(first)) { $0 + $1.prefix(1).uppercased() + $1.dropFirst() }
    }
}
