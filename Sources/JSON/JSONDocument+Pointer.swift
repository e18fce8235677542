/// JSON Pointers (RFC 6901) of nodes.
extension JSONDocument {
    /// The JSON Pointer of a value, from the whole text or from a container; that of a member's name is its value's.
    ///
    /// Walks the tape from the container's start, so it is meant for messages, not for each value.
    public func pointer(_ node: Int, from top: Int = 0) -> String {
        let target = entry(node).isKey ? node + 1 : node
        var pointer = ""
        var container = top
        while container < target {
            guard let (token, child) = step(from: container, towards: target) else { break }
            pointer += "/" + token
            container = child
        }
        return pointer
    }

    private func step(from container: Int, towards target: Int) -> (token: String, child: Int)? {
        let isObject = kind(container) == .object
        let end = next(container)
        var position = 0
        var child = container + 1
        while child < end {
            let value = isObject ? child + 1 : child
            if target < next(value) {
                return (isObject ? Self.pointerToken(string(child)) : String(position), value)
            }
            child = next(value)
            position += 1
        }
        return nil
    }

    /// A name as a token of a JSON Pointer: `~` and `/` escaped.
    public static func pointerToken(_ name: String) -> String {
        guard name.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) else { return name }
        var token = ""
        for scalar in name.unicodeScalars {
            switch scalar {
            case "~": token += "~0"
            case "/": token += "~1"
            default: token.unicodeScalars.append(scalar)
            }
        }
        return token
    }
}
