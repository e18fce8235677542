extension Scanner {
    /// Describes that something else was expected where the scanner is.
    @inline(never)
    func expected(_ reason: StaticString) -> JSONError {
        failure(.syntax, at: offset, offset < count ? String(describing: reason) : "The text ends too early.")
    }

    /// Describes that one container too many would be open.
    @inline(never)
    func tooDeep() -> JSONError { failure(.depth, at: offset, "Nested deeper than \(limits.maximumDepth).") }

    /// Describes a fault: counts lines, and finds the pointer by the containers that are still open.
    @inline(never)
    func failure(_ rule: JSONRule, at offset: Int, _ reason: String, key: Int? = nil) -> JSONError {
        var line = 1
        var lineStart = 0
        for index in 0..<min(offset, count) where byte(index) == 0x0A {
            line += 1
            lineStart = index + 1
        }
        return JSONError(
            rule: rule, offset: offset, line: line, column: offset - lineStart + 1, pointer: pointer(key: key),
            reason: reason)
    }

    private func pointer(key: Int?) -> String {
        var pointer = ""
        for depth in 0..<open.count {
            let isInnermost = depth + 1 == open.count
            let frame = open[depth]
            let target = isInnermost ? nodes.count : open[depth + 1].node
            if frame.isObject {
                if isInnermost && isInName { break }
                guard let name = (isInnermost ? key : nil) ?? currentKey(depth) else { break }
                pointer += "/" + token(name)
            } else {
                pointer += "/" + String(position(of: target, in: frame.node))
            }
        }
        return pointer
    }

    /// The name whose value is being read.
    private func currentKey(_ depth: Int) -> Int? {
        let end = depth + 1 < open.count ? open[depth + 1].node : nodes.count
        var last: Int?
        var key = open[depth].node + 1
        while key < end {
            last = key
            // The name may be the last node, or its value a container that isn't closed.
            guard key + 1 < end, nodes[key + 1].next != 0 else { break }
            key = Int(nodes[key + 1].next)
        }
        return last
    }

    private func position(of target: Int, in array: Int) -> Int {
        var position = 0
        var child = array + 1
        while child < target, nodes[child].next != 0 {
            child = Int(nodes[child].next)
            position += 1
        }
        // Behind an element, before the comma, that element is meant.
        let isBehindElement =
            target == nodes.count && open.count > 0 && open.last.node == array && offset < count && byte(offset) != 0x2C
        return isBehindElement && position > 0 && !expectsElement ? position - 1 : position
    }

    private var expectsElement: Bool {
        var index = min(offset, count) - 1
        while index >= 0 {
            switch byte(index) {
            case 0x20, 0x0A, 0x0D, 0x09: index -= 1
            default: return byte(index) == UInt8(ascii: ",")
            }
        }
        return false
    }

    private func token(_ key: Int) -> String {
        let text = copy(Int(nodes[key].start) + 1, Int(nodes[key].end) - 1)
        let name = nodes[key].isEscaped ? Escapes.decoded(text[...]) : text
        return JSONDocument.pointerToken(String(decoding: name, as: UTF8.self))
    }
}
