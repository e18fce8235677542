extension Parameters {
    /// Lends the arrays that libpq takes: where each value is, how long it is, and that it is binary.
    func withPointers<Result>(
        _ body: (
            Int, UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?
        ) -> Result
    ) -> Result {
        guard count > 0 else { return body(0, nil, nil, nil) }
        return unsafe writer.bytes.withUnsafeBytes { bytes in
            unsafe withUnsafeTemporaryAllocation(of: UnsafePointer<CChar>?.self, capacity: count) { values in
                unsafe withUnsafeTemporaryAllocation(of: Int32.self, capacity: 2 * count) { numbers in
                    // An empty value still needs an address, since libpq takes nil for NULL.
                    let base = unsafe bytes.baseAddress ?? UnsafeRawPointer(numbers.baseAddress)
                    for (index, slot) in slots.enumerated() {
                        let start = unsafe slot.length < 0 ? nil : base?.advanced(by: slot.offset)
                        unsafe values.initializeElement(at: index, to: start?.assumingMemoryBound(to: CChar.self))
                        unsafe numbers.initializeElement(at: index, to: Int32(max(0, slot.length)))
                        unsafe numbers.initializeElement(at: count + index, to: 1)
                    }
                    return unsafe withLarge(large[...], values) {
                        let lengths = unsafe UnsafePointer(numbers.baseAddress)
                        return unsafe body(
                            count, UnsafePointer(values.baseAddress), lengths, lengths?.advanced(by: count))
                    }
                }
            }
        }
    }

    /// Puts the addresses of the large values in their places, each lent while the next ones are.
    private func withLarge<Result>(
        _ rest: ArraySlice<(slot: Int, bytes: [UInt8])>, _ values: UnsafeMutableBufferPointer<UnsafePointer<CChar>?>,
        _ body: () -> Result
    ) -> Result {
        guard let first = rest.first else { return body() }
        return unsafe first.bytes.withUnsafeBytes { bytes in
            unsafe values[first.slot] = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
            return unsafe withLarge(rest.dropFirst(), values, body)
        }
    }
}
