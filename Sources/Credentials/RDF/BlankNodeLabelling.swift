/// One run of RDFC-1.0: finds the canonical labels of a graph's blank nodes.
struct BlankNodeLabelling {
    let graph: RDFGraphLines
    let hash: RDFHash
    /// The first-degree hash of each node: what its own statements say, other blank nodes being all the same.
    private(set) var hashes: [[UInt8]] = []
    /// The number in the canonical label of each node, once it has one.
    private(set) var numbers: [Int?]
    private var issued = 0
    private var work: Int

    init(_ graph: RDFGraphLines, hash: RDFHash, maximumWork: Int) {
        self.graph = graph
        self.hash = hash
        numbers = Array(repeating: nil, count: graph.labels.count)
        work = maximumWork
    }

    /// Gives every blank node its label.
    mutating func run() throws(CredentialError) {
        hashFirstDegree()
        let order = graph.labels.indices.sorted { bytesPrecede(hashes[$0], hashes[$1]) }
        var alike: [ArraySlice<Int>] = []
        var start = 0
        while start < order.count {
            var end = start + 1
            while end < order.count, hashes[order[end]] == hashes[order[start]] { end += 1 }
            if end == start + 1 { issue(order[start]) } else { alike.append(order[start..<end]) }
            start = end
        }
        for nodes in alike { try label(nodes) }
    }

    /// Labels nodes that their own statements don't tell apart, by what lies around them.
    private mutating func label(_ nodes: ArraySlice<Int>) throws(CredentialError) {
        var paths: [(hash: [UInt8], issuer: BlankNodeIssuer)] = []
        for node in nodes.sorted() where numbers[node] == nil {
            var issuer = BlankNodeIssuer()
            _ = issuer.issue(node)
            paths.append(try hashNDegree(node, issuer, depth: 0))
        }
        for path in paths.sorted(by: { bytesPrecede($0.hash, $1.hash) }) {
            for node in path.issuer.nodes { issue(node) }
        }
    }

    private mutating func issue(_ node: Int) {
        guard numbers[node] == nil else { return }
        numbers[node] = issued
        issued += 1
    }

    private mutating func hashFirstDegree() {
        var lines = LineOrder()
        hashes.reserveCapacity(graph.labels.count)
        for node in graph.labels.indices {
            lines.removeAll()
            for line in graph.mentions[node] {
                lines.add { bytes in
                    graph.append(graph.lines[line], to: &bytes) { other, bytes in
                        bytes.append(other == node ? UInt8(ascii: "a") : UInt8(ascii: "z"))
                    }
                }
            }
            hashes.append(hash.digits(of: lines.sorted()))
        }
    }

    /// Spends work; throws when there is none left.
    mutating func spend(bytes: Int) throws(CredentialError) {
        work -= 1 + bytes / 64
        guard work >= 0 else {
            throw CredentialError(.tooComplex, "The graph has too many blank nodes that are alike to be canonicalised.")
        }
    }

    /// The dataset under the labels that were found.
    var canonicalDataset: CanonicalDataset {
        let labels = numbers.map { Array("c14n\($0 ?? 0)".utf8) }
        var lines = LineOrder()
        for line in graph.lines {
            lines.add { bytes in
                graph.append(line, to: &bytes) { node, bytes in bytes.append(contentsOf: labels[node]) }
            }
        }
        let pairs = zip(graph.labels, labels.map { RDFText($0) })
        return CanonicalDataset(
            nQuads: lines.sorted(), labels: Dictionary(pairs, uniquingKeysWith: { first, _ in first }))
    }
}
