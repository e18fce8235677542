extension Query {
    /// Refuses what the protocol can't carry, before libpq would cut it or the connection break over it.
    func checkLimits() throws(PostgresError) {
        guard parameters.count <= Int(UInt16.max) else {
            throw PostgresError(.encoding, "\(parameters.count) parameters are more than 65535").named(name)
        }
        guard parameters.byteCount <= Int(Int32.max) else {
            throw PostgresError(.encoding, "the parameters are larger than 2 GB").named(name)
        }
    }
}

/// Refuses SQL with a zero byte, at which a C string would end.
func checkText(_ sql: String, name: String? = nil) throws(PostgresError) {
    guard sql.utf8.contains(0) else { return }
    throw PostgresError(.encoding, "the SQL has a zero byte").named(name)
}
