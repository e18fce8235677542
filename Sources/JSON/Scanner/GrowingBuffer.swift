/// An array that nobody shares: appending to it tests its capacity and nothing else.
///
/// Its owner frees it; a `~Copyable` struct with a `deinit` would say so better, but crashes the optimizer of 6.3.
@safe
struct GrowingBuffer<Element: BitwiseCopyable> {
    private var base: UnsafeMutablePointer<Element>
    private var capacity: Int
    private(set) var count = 0

    /// An empty buffer with room for some elements.
    init(capacity: Int) {
        self.capacity = max(capacity, 8)
        unsafe self.base = UnsafeMutablePointer<Element>.allocate(capacity: self.capacity)
    }

    /// Gives the memory back; the buffer must not be used any more.
    func free() {
        unsafe base.deallocate()
    }

    /// The last element.
    @inline(__always)
    var last: Element? { count > 0 ? self[count - 1] : nil }

    subscript(index: Int) -> Element {
        @inline(__always)
        get {
            precondition(index >= 0 && index < count)
            return unsafe base[index]
        }
        @inline(__always)
        set {
            precondition(index >= 0 && index < count)
            unsafe base[index] = newValue
        }
    }

    /// Appends an element.
    @inline(__always)
    mutating func append(_ element: Element) {
        if count == capacity {
            unsafe base = Self.moved(base, count: count)
            capacity *= 2
        }
        unsafe (base + count).initialize(to: element)
        count += 1
    }

    /// Drops all elements from an index on.
    @inline(__always)
    mutating func truncate(to newCount: Int) {
        precondition(newCount >= 0 && newCount <= count)
        count = newCount
    }

    /// The elements in place.
    var elements: UnsafeBufferPointer<Element> { unsafe UnsafeBufferPointer(start: base, count: count) }

    /// Moves elements to where there is room for twice as many.
    ///
    /// Takes and gives values, so that a buffer whose methods are inlined can live in registers.
    @inline(never)
    private static func moved(_ base: UnsafeMutablePointer<Element>, count: Int) -> UnsafeMutablePointer<Element> {
        let larger = UnsafeMutablePointer<Element>.allocate(capacity: count * 2)
        unsafe larger.moveInitialize(from: base, count: count)
        unsafe base.deallocate()
        return unsafe larger
    }
}
