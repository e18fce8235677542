#if canImport(Glibc)
    import Glibc
#endif

/// How far a long command has come: one line that grows, or a line now and then where there is no terminal.
struct ProgressBar {
    private let title: String
    private let total: Int
    private let isShown: Bool
    private let isTerminal = isatty(STDERR_FILENO) == 1
    private var done = 0
    private var lastTenth = -1

    init(title: String, total: Int, isShown: Bool) {
        self.title = title
        self.total = max(total, 1)
        self.isShown = isShown
    }

    mutating func advance(by count: Int) {
        done = min(total, done + count)
        guard isShown else { return }
        let tenth = done * 10 / total
        if isTerminal {
            let width = done * 30 / total
            let bar = String(repeating: "█", count: width) + String(repeating: "░", count: 30 - width)
            print("\r\(title) \(bar) \(done)/\(total)")
        } else if tenth != lastTenth {
            print("\(title) \(done)/\(total)\n")
        }
        lastTenth = tenth
    }

    func finish() {
        if isShown, isTerminal { print("\n") }
    }

    private func print(_ text: String) {
        let bytes = Array(text.utf8)
        _ = unsafe bytes.withUnsafeBytes { unsafe write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }
}
