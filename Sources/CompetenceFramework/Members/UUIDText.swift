/// UUIDs as texts.
enum UUIDText {
    /// The UUID in lower case; nil when the text is none.
    static func canonical(_ text: String) -> String? {
        guard text.utf8.count == 36 else { return nil }
        var isLower = true
        for (position, byte) in text.utf8.enumerated() {
            switch (position, byte) {
            case (8, UInt8(ascii: "-")), (13, UInt8(ascii: "-")), (18, UInt8(ascii: "-")), (23, UInt8(ascii: "-")):
                break
            case (8, _), (13, _), (18, _), (23, _): return nil
            case (_, UInt8(ascii: "0")...UInt8(ascii: "9")), (_, UInt8(ascii: "a")...UInt8(ascii: "f")): break
            case (_, UInt8(ascii: "A")...UInt8(ascii: "F")): isLower = false
            default: return nil
            }
        }
        return isLower ? text : text.lowercased()
    }
}
