/// What differs between two texts, word by word.
enum WordDifference {
    /// Words that follow each other, all of them in both texts or none.
    struct Piece: Equatable {
        let text: String
        let isChanged: Bool
    }

    /// Above this many words in both texts, comparing them takes longer than it helps.
    private static let most = 1200

    /// The two texts in pieces; the texts of the pieces, one after the other, are the text.
    static func pieces(_ old: String, _ new: String) -> (old: [Piece], new: [Piece]) {
        let (before, after) = (words(old), words(new))
        guard before.count + after.count <= most else {
            return ([Piece(text: old, isChanged: true)], [Piece(text: new, isChanged: true)])
        }
        var (removed, inserted): (Set<Int>, Set<Int>) = ([], [])
        for change in after.difference(from: before) {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): inserted.insert(offset)
            }
        }
        return (joined(before, removed), joined(after, inserted))
    }

    /// Words, each with the blanks after it.
    private static func words(_ text: String) -> [Substring] {
        var words: [Substring] = []
        var rest = text[...]
        while !rest.isEmpty {
            let end = rest.firstIndex(where: \.isWhitespace) ?? rest.endIndex
            let next = rest[end...].firstIndex { !$0.isWhitespace } ?? rest.endIndex
            words.append(rest[..<next])
            rest = rest[next...]
        }
        return words
    }

    private static func joined(_ words: [Substring], _ changed: Set<Int>) -> [Piece] {
        var pieces: [Piece] = []
        for (offset, word) in words.enumerated() {
            let isChanged = changed.contains(offset)
            if let last = pieces.last, last.isChanged == isChanged {
                pieces[pieces.count - 1] = Piece(text: last.text + word, isChanged: isChanged)
            } else {
                pieces.append(Piece(text: String(word), isChanged: isChanged))
            }
        }
        return pieces
    }
}
