internal import HTTPTypes
internal import Hummingbird

extension Request {
    /// Whether a page of another origin sends it; programs are of none.
    var isForeign: Bool {
        if let site = headers[.secFetchSite] { return site != "same-origin" && site != "none" }
        // Browsers tell the site to those only whom they reach by TLS, or on the same machine.
        guard let origin = headers[.origin] else { return false }
        let authority = origin.split(separator: "/").last.map(String.init)
        return authority?.lowercased() != head.authority?.lowercased()
    }
}
