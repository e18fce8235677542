internal import CMalloc

/// How the memory of a server is kept for what comes next.
enum MemoryReuse {
    /// Has freed memory kept: given back to the system after each large request, it would be cleared by the kernel, page
    /// by page, for the next one, which took a third of the CPU time of a page of statements.
    ///
    /// What is larger than 4 MB, as the bodies of large requests, is still given back at once, and no more than 16 MB are
    /// kept by each of the few threads.
    static func begin() {
        _ = mallopt(M_TRIM_THRESHOLD, 16 << 20)
        _ = mallopt(M_MMAP_THRESHOLD, 4 << 20)
    }
}
