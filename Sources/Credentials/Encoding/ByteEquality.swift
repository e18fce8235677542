/// Whether two texts are the same bytes.
///
/// Swift's `==` takes canonically equivalent texts for equal (`é` in one and in two code points). What is signed or
/// hashed are bytes, so identifiers of credentials, keys and issuers are compared with this.
func sameBytes(_ first: String, _ second: String) -> Bool {
    first.utf8.elementsEqual(second.utf8)
}

/// A test of whether a text is the same bytes as this one.
func sameBytes(_ first: String) -> (String) -> Bool {
    { sameBytes(first, $0) }
}
