internal import Frameworks

/// The page that finds items of a framework by words in their codes and texts, as they are shown.
struct FrameworkSearch {
    /// How long what is searched for may be.
    static let maximumLength = 200

    /// A piece of a text: what was searched for, or not.
    struct Piece {
        let text: String
        let isFound: Bool
    }

    /// An item that was found.
    struct Hit {
        let code: String
        let kind: String
        let url: String
        let pieces: [Piece]
        let notes: [Piece]
        let hasNotes: Bool
        /// The language of the text, if it is not the page's.
        let language: String?
    }

    let shell: FrameworkShell
    let text: String
    let hits: [Hit]
    let verdict: String?

    init(_ content: FrameworkContent, _ links: FrameworkLinks, text: String, path: String) {
        let query = text.isEmpty ? "" : "q=" + PathSegment.encoded(text)
        shell = FrameworkShell(content, links, path: path, crumbs: [], query: query, searched: text)
        self.text = text
        let words = text.lowercased().split(whereSeparator: \.isWhitespace).map(Array.init)
        let kinds: [FrameworkContent.Kind] = [.area, .competence, .profile, .level, .item]
        hits = words.isEmpty ? [] : kinds.flatMap { content.items($0) }.compactMap { Self.hit($0, words, links) }
        if words.isEmpty {
            verdict = nil
        } else {
            verdict = hits.isEmpty ? "Nothing has all of these words." : "\(hits.count) found."
        }
    }

    private static func hit(_ item: FrameworkContent.Item, _ words: [[Character]], _ links: FrameworkLinks) -> Hit? {
        let notes = item.notes?.text ?? ""
        let texts = [
            item.code, item.statement.text, item.name?.text ?? "", notes, item.keywords.joined(separator: " "),
        ]
        let whole = Array(texts.joined(separator: "\n").lowercased())
        guard words.allSatisfy({ whole.firstPlace(of: $0) != nil }) else { return nil }
        let found = pieces(notes, words)
        return Hit(
            code: item.kind == .item ? item.name?.text ?? "" : item.code, kind: item.kind.rawValue,
            url: links.item(item.kind, item.code, parent: item.parent),
            pieces: pieces(item.statement.text, words), notes: found, hasNotes: found.contains(where: \.isFound),
            language: PageText(item.statement).tag)
    }

    /// A text in pieces, of which some are one of the words.
    static func pieces(_ text: String, _ words: [[Character]]) -> [Piece] {
        var pieces: [Piece] = []
        var plain = ""
        var rest = Array(text)[...]
        while let first = rest.first {
            if let word = words.filter({ rest.begins(with: $0) }).max(by: { $0.count < $1.count }) {
                if !plain.isEmpty { pieces.append(Piece(text: plain, isFound: false)) }
                pieces.append(Piece(text: String(rest.prefix(word.count)), isFound: true))
                plain = ""
                rest = rest.dropFirst(word.count)
            } else {
                plain.append(first)
                rest = rest.dropFirst()
            }
        }
        return plain.isEmpty ? pieces : pieces + [Piece(text: plain, isFound: false)]
    }
}

extension Collection<Character> where SubSequence: Collection<Character> {
    /// Whether the characters begin with a word, whatever their case; the word is in lower case.
    fileprivate func begins(with word: [Character]) -> Bool {
        let start = prefix(word.count)
        return start.count == word.count && zip(start, word).allSatisfy { $0.lowercased() == String($1) }
    }

    /// Where a word in lower case begins.
    fileprivate func firstPlace(of word: [Character]) -> Index? {
        indices.first { self[$0...].begins(with: word) }
    }
}
