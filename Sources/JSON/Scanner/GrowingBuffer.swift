/// An array that nobody shares: appending to it tests its capacity and nothing else.
///
/// Its owner frees it; a `~Copyable` struct with a `deinit` would say so better, but crashes the optimizer of 6.3.
@safe
struct GrowingBuffer<Element: BitwiseCopyable> {
    private var base: UnsafeMutablePointer<Element>
    private var end: UnsafeMutablePointer<Element>
    private var limit: UnsafeMutablePointer<Element>

    /// An empty buffer with room for some elements.
    init(capacity: Int) {
        let capacity = max(capacity, 8)
        unsafe self.base = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
        unsafe self.end = base
        unsafe self.limit = base + capacity
    }

    /// Gives the memory back; the buffer must not be used any more.
    func free() {
        unsafe base.deallocate()
    }

    /// How many elements there are.
    @inline(__always)
    var count: Int { unsafe end - base }

    /// The last element; only where there is one.
    @inline(__always)
    var last: Element {
        get { unsafe (end - 1).pointee }
        set { unsafe (end - 1).pointee = newValue }
    }

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
        if unsafe end == limit {
            let count = count
            unsafe base = Self.moved(base, count: count)
            unsafe end = base + count
            unsafe limit = end + count
        }
        unsafe end.initialize(to: element)
        unsafe end += 1
    }

    /// Drops the last element; only where there is one.
    @inline(__always)
    mutating func removeLast() {
        unsafe end -= 1
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
