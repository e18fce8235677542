import Testing

@testable import Web

@Suite("what differs between two texts")
struct WordDifferenceTests {
    private static let long = String(repeating: "word ", count: 700)

    @Test(
        arguments: [
            ("", ""), ("one", "one"), ("one two three", "one 2 three"), ("a b", "b a"), ("  lead", "lead"),
            ("tab\tand\nline", "tab and\nline "), ("Привет мир", "Привет, мир"), ("", "new"), ("old", ""),
            (long, long + "more"),
        ])
    func `the pieces of each side are its text, and what is not marked is the same`(old: String, new: String) {
        let pieces = WordDifference.pieces(old, new)
        #expect(pieces.old.map(\.text).joined() == old)
        #expect(pieces.new.map(\.text).joined() == new)
        let kept = { (side: [WordDifference.Piece]) in side.filter { !$0.isChanged }.map(\.text).joined() }
        #expect(kept(pieces.old) == kept(pieces.new))
    }

    @Test func `only words that differ are marked`() {
        let pieces = WordDifference.pieces("Reads simple tables and maps", "Reads tables, maps and plans")
        #expect(pieces.old.map(\.text) == ["Reads ", "simple tables ", "and ", "maps"])
        #expect(pieces.old.map(\.isChanged) == [false, true, false, true])
        #expect(pieces.new.map(\.text) == ["Reads ", "tables, maps ", "and ", "plans"])
        #expect(pieces.new.map(\.isChanged) == [false, true, false, true])
        let same = WordDifference.pieces("all the same", "all the same")
        #expect(same.old == [WordDifference.Piece(text: "all the same", isChanged: false)])
    }
}
