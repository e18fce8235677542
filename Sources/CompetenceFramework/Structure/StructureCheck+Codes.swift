extension StructureCheck {
    /// Codes belong to one item: a fault among the scheme's kinds, which are named by them; a remark elsewhere.
    mutating func codes() {
        var ofScheme: [String: Int] = [:]
        var others: [String: Int] = [:]
        for (position, item) in package.items.enumerated() {
            let place = "/CFItems/\(position)/humanCodingScheme"
            guard let code = item.code else {
                if item.kind.isOfScheme { fault(place, .code, "This \(item.kind.rawValue) has no code.") }
                continue
            }
            if item.kind.isOfScheme {
                guard let other = ofScheme.updateValue(position, forKey: code) else { continue }
                fault(place, .codeTwice, "\"\(code)\" is the code of /CFItems/\(other), too.")
            } else {
                // Others use codes anew in each kind of item.
                let key = "\(item.itemType ?? "")\u{0}\(code)"
                guard let other = others.updateValue(position, forKey: key) else { continue }
                remark(place, .codeTwice, "\"\(code)\" is the code of /CFItems/\(other), too.")
            }
        }
    }
}
