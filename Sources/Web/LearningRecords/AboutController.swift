internal import Hummingbird
internal import JSON
internal import XAPI

/// `/xapi/about` (xAPI 2.0 §4.1.6.7): the versions that are spoken; needs neither key nor version.
struct AboutController {
    func addRoutes(to router: Router<TesseraRequestContext>) {
        router.get("xapi/about") { request, context in
            if let refusal = context.refusal { throw refusal }
            _ = try QueryParameters(request, known: [])
            var writer = JSONWriter()
            writer.object { writer in
                writer.member(
                    "version",
                    array: { writer in
                        for version in XAPIVersion.allCases { writer.string(version.header) }
                    })
            }
            return Response.json(writer.bytes)
        }
        router.refuseOtherMethods("xapi/about", allowed: [.get, .head])
    }
}
