/// Looks at a package as a whole.
struct StructureCheck {
    let package: CFPackage
    let index: PackageIndex
    private(set) var faults: [Finding] = []
    private(set) var remarks: [Finding] = []

    init(_ package: CFPackage) {
        self.package = package
        index = PackageIndex(package)
    }

    mutating func fault(_ pointer: String, _ rule: CASERule, _ reason: String) {
        faults.append(Finding(pointer: pointer, rule: rule, reason: reason))
    }

    mutating func remark(_ pointer: String, _ rule: CASERule, _ reason: String) {
        remarks.append(Finding(pointer: pointer, rule: rule, reason: reason))
    }

    /// What an item is called in messages.
    func name(_ position: Int) -> String {
        let item = package.items[position]
        return item.code.map { "\"\($0)\"" } ?? item.identifier
    }
}

extension CFPackage {
    /// What is wrong with the package as a whole, and what is worth knowing; reading does this, too.
    public func structure() -> (faults: [Finding], remarks: [Finding]) {
        var check = StructureCheck(self)
        check.identifiers()
        check.ends()
        check.cycles()
        check.codes()
        check.keyLengths()
        check.tree()
        check.levels()
        check.targets()
        check.alignments()
        check.rubricParts()
        check.translations()
        check.documentExtensions()
        return (check.faults, check.remarks)
    }
}
