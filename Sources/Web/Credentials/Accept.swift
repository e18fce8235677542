/// What a client would like to get (RFC 9110 §12.5.1).
struct Accept {
    private let ranges: [(type: String, quality: Double)]

    init(_ header: String?) {
        ranges = (header ?? "*/*").split(separator: ",").map { part in
            let fields = part.split(separator: ";").map { $0.filter { !$0.isWhitespace }.lowercased() }
            let quality = fields.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) }
            return (fields.first ?? "*/*", quality ?? 1)
        }
    }

    /// The best of what is offered, the first of equally good ones.
    func best(of offered: [String]) -> String? {
        var best: (type: String, quality: Double)?
        for type in offered {
            let quality = quality(of: type)
            if quality > 0, quality > best?.quality ?? 0 { best = (type, quality) }
        }
        return best?.type
    }

    /// The most specific range that fits tells the quality.
    private func quality(of type: String) -> Double {
        let family = type.prefix { $0 != "/" } + "/*"
        let candidates = [type, String(family), "*/*"]
        for candidate in candidates {
            if let range = ranges.first(where: { $0.type == candidate }) { return range.quality }
        }
        return 0
    }
}
