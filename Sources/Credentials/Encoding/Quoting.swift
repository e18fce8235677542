/// A name from an unverified credential in quotation marks, or a stand-in when it is no plain name.
///
/// A report is read by people who trust it, so that strangers must not be able to write sentences into it.
func quoted(_ name: String) -> String {
    let isPlain =
        name.utf8.count <= 40 && !name.isEmpty
        && name.utf8.allSatisfy { byte in
            (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || "+-._:".utf8.contains(byte)
        }
    return isPlain ? "“\(name)”" : "of an unusual name"
}
