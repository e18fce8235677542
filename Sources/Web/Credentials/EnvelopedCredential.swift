internal import Credentials
internal import JSON

/// A JWT as the JSON that stands for it (VC Data Model 2.0 §4.13, `EnvelopedVerifiableCredential`).
struct EnvelopedCredential {
    let jwt: String

    var json: [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("@context", array: { $0.string("https://www.w3.org/ns/credentials/v2") })
            writer.member("id", string: "data:\(JWTSecuring.mediaType),\(jwt)")
            writer.member("type", string: "EnvelopedVerifiableCredential")
        }
        return writer.bytes
    }
}
