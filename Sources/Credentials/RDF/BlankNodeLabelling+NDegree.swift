extension BlankNodeLabelling {
    /// How deep the search may go; its recursion has to fit on a thread's stack.
    static let maximumDepth = 1000

    /// A hash of the ways by which the nodes around a node are reached (RDFC-1.0 §4.8).
    mutating func hashNDegree(
        _ node: Int, _ issuer: BlankNodeIssuer, depth: Int
    ) throws(CredentialError) -> (hash: [UInt8], issuer: BlankNodeIssuer) {
        guard depth < Self.maximumDepth else {
            throw CredentialError(.tooComplex, "The graph has a chain of blank nodes that is too long.")
        }
        var issuer = issuer
        var data: [UInt8] = []
        for (hash, related) in try relatedNodes(of: node, issuer) {
            data.append(contentsOf: hash)
            var chosen: (path: [UInt8], issuer: BlankNodeIssuer)?
            var order = Array(related.indices)
            repeat {
                let candidate = try path(
                    through: order.map { related[$0] }, issuer, shorterThan: chosen?.path, depth: depth)
                if let candidate { chosen = candidate }
            } while Self.nextPermutation(&order)
            if let chosen {
                data.append(contentsOf: chosen.path)
                issuer = chosen.issuer
            }
        }
        try spend(bytes: data.count)
        return (hash.digits(of: data), issuer)
    }

    /// The path through nodes in an order, or nil once it is certain that one found before is the better.
    private mutating func path(
        through nodes: [Int], _ issuer: BlankNodeIssuer, shorterThan best: [UInt8]?, depth: Int
    ) throws(CredentialError) -> (path: [UInt8], issuer: BlankNodeIssuer)? {
        var issuer = issuer
        var path: [UInt8] = []
        var further: [Int] = []
        try spend(bytes: nodes.count * 8 + issuer.nodes.count * 4)
        for node in nodes {
            if let number = numbers[node] {
                Self.append("_:c14n", number, to: &path)
            } else {
                if issuer.number(of: node) == nil { further.append(node) }
                Self.append("_:b", issuer.issue(node), to: &path)
            }
        }
        if Self.isWorse(path, than: best) { return nil }
        for node in further {
            let found = try hashNDegree(node, issuer, depth: depth + 1)
            Self.append("_:b", issuer.issue(node), to: &path)
            path.append(UInt8(ascii: "<"))
            path.append(contentsOf: found.hash)
            path.append(UInt8(ascii: ">"))
            issuer = found.issuer
            if Self.isWorse(path, than: best) { return nil }
        }
        if let best, !bytesPrecede(path, best) { return nil }
        return (path, issuer)
    }

    /// The nodes that share a statement with a node, by the hashes that tell what is known of them.
    private mutating func relatedNodes(
        of node: Int, _ issuer: BlankNodeIssuer
    ) throws(CredentialError) -> [(hash: [UInt8], nodes: [Int])] {
        var related: [[UInt8]: [Int]] = [:]
        for index in graph.mentions[node] {
            let line = graph.lines[index]
            for gap in graph.gaps[line.gaps] where gap.node != node {
                related[try hashRelated(gap, in: line, issuer), default: []].append(gap.node)
            }
        }
        return related.sorted { bytesPrecede($0.key, $1.key) }.map { ($0.key, $0.value) }
    }

    /// A hash of what is known of a node that shares a statement (RDFC-1.0 §4.7).
    private mutating func hashRelated(
        _ gap: RDFGraphLines.Gap, in line: RDFGraphLines.Line, _ issuer: BlankNodeIssuer
    ) throws(CredentialError) -> [UInt8] {
        var input = [gap.position]
        if gap.position != UInt8(ascii: "g") { input.append(contentsOf: graph.text[line.predicate]) }
        if let number = numbers[gap.node] {
            Self.append("_:c14n", number, to: &input)
        } else if let number = issuer.number(of: gap.node) {
            Self.append("_:b", number, to: &input)
        } else {
            input.append(contentsOf: hashes[gap.node])
        }
        try spend(bytes: input.count + issuer.nodes.count * 4)
        return hash.digits(of: input)
    }

    private static func append(_ prefix: StaticString, _ number: Int, to bytes: inout [UInt8]) {
        bytes.append(contentsOf: "\(prefix)\(number)".utf8)
    }

    private static func isWorse(_ path: [UInt8], than best: [UInt8]?) -> Bool {
        guard let best else { return false }
        return path.count >= best.count && bytesPrecede(best, path)
    }

    /// Goes on to the next order of numbers; false after the last, which is the descending one.
    private static func nextPermutation(_ order: inout [Int]) -> Bool {
        guard order.count > 1, let pivot = order.indices.dropLast().last(where: { order[$0] < order[$0 + 1] }),
            let successor = order.indices.last(where: { order[$0] > order[pivot] })
        else { return false }
        order.swapAt(pivot, successor)
        order[(pivot + 1)...].reverse()
        return true
    }
}
