internal import Frameworks
internal import HTTPTypes
internal import Hummingbird

extension FrameworkController {
    /// The file that an address such as `/framework/IUS/0.1.ttl` asks for; nil when it asks for a page.
    ///
    /// A version whose own name ends like that of a file is a version first.
    func file(_ request: Request, _ context: TesseraRequestContext) async throws -> Response? {
        let (code, name) = (try FrameworkWish.segment("code", context), try FrameworkWish.segment("version", context))
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex,
            let format = FrameworkForm(rawValue: String(name[name.index(after: dot)...]))
        else { return nil }
        let documents = try await reader.documents().filter { $0.code == code }
        let version = String(name[..<dot])
        guard !documents.contains(where: { $0.version == name }) else { return nil }
        guard documents.contains(where: { $0.version == version }),
            let package = try await frameworks.package(code, version)
        else { throw Problem.noFramework(code, version) }
        let fileName = "\(code)-\(name)".map {
            $0.isASCII && ($0.isLetter || $0.isNumber || ".-_".contains($0)) ? $0 : "_"
        }
        let headers: HTTPFields = [
            .cacheControl: "public, max-age=300", .accessControlAllowOrigin: "*", .contentType: format.mediaType,
            .contentDisposition:
                "\(format == .xlsx || format == .csv ? "attachment" : "inline"); filename=\"\(String(fileName))\"",
            .xContentTypeOptions: "nosniff",
        ]
        return try CASEController.answer(format.file(of: package).bytes, headers: headers, to: request)
    }
}
