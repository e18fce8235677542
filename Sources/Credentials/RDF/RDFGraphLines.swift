/// A dataset prepared for being canonicalised: its lines written once, with gaps where blank nodes stand.
struct RDFGraphLines {
    /// A place in a line where a blank node's label goes.
    struct Gap {
        /// Where in the text the label goes.
        let offset: Int
        /// The blank node.
        let node: Int
        /// The place in the statement: `s`, `o` or `g`.
        let position: UInt8
    }

    /// A statement's line.
    struct Line {
        let text: Range<Int>
        let gaps: Range<Int>
        /// The predicate with its brackets.
        let predicate: Range<Int>
    }

    private(set) var text: [UInt8] = []
    private(set) var gaps: [Gap] = []
    private(set) var lines: [Line] = []
    /// The labels that the blank nodes came with.
    private(set) var labels: [RDFText] = []
    /// The lines in which each blank node stands, each line once.
    private(set) var mentions: [[Int]] = []
    private var nodes: [RDFText: Int] = [:]

    init(_ dataset: RDFDataset) {
        var seen = Set<RDFQuad>(minimumCapacity: dataset.quads.count)
        for quad in dataset.quads where seen.insert(quad).inserted { append(quad) }
    }

    /// Appends a line with the labels that `label` appends for each blank node.
    func append(_ line: Line, to bytes: inout [UInt8], label: (Int, inout [UInt8]) -> Void) {
        var start = line.text.lowerBound
        for gap in gaps[line.gaps] {
            bytes.append(contentsOf: text[start..<gap.offset])
            label(gap.node, &bytes)
            start = gap.offset
        }
        bytes.append(contentsOf: text[start..<line.text.upperBound])
    }

    private mutating func append(_ quad: RDFQuad) {
        let start = text.count
        let firstGap = gaps.count
        append(quad.subject, at: UInt8(ascii: "s"))
        text.append(NQuadsWriter.space)
        let predicate = text.count
        NQuadsWriter.append(quad.predicate, to: &text)
        let endOfPredicate = text.count
        text.append(NQuadsWriter.space)
        append(quad.object, at: UInt8(ascii: "o"))
        if let graph = quad.graph {
            text.append(NQuadsWriter.space)
            append(graph, at: UInt8(ascii: "g"))
        }
        text.append(contentsOf: NQuadsWriter.end)
        lines.append(
            Line(text: start..<text.count, gaps: firstGap..<gaps.count, predicate: predicate..<endOfPredicate))
    }

    private mutating func append(_ term: RDFTerm, at position: UInt8) {
        guard case .blank(let label) = term else {
            NQuadsWriter.append(term, to: &text)
            return
        }
        let node = node(label)
        text.append(contentsOf: NQuadsWriter.blank)
        gaps.append(Gap(offset: text.count, node: node, position: position))
        if mentions[node].last != lines.count { mentions[node].append(lines.count) }
    }

    private mutating func node(_ label: RDFText) -> Int {
        if let node = nodes[label] { return node }
        nodes[label] = labels.count
        labels.append(label)
        mentions.append([])
        return labels.count - 1
    }
}
