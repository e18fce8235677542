/// Where the rubrics of a workbook come from.
enum RubricSource: String, CaseIterable {
    /// One is made for each competence; the sheet Rubrics has others only, so that a changed level changes its rubric.
    case derived
    /// The sheet Rubrics has one for each competence, and one is made for a competence that comes new.
    case complete
    /// The sheet Rubrics has all there are.
    case given

    /// How a package's rubrics are put on sheets.
    init(_ package: CFPackage) {
        let items = Set(package.rubrics.flatMap(\.criteria).compactMap(\.itemURI?.identifier))
        var derived = package
        derived.rubrics = package.derivedRubrics()
        // By bytes, because texts in Swift are equal when they differ in normalization only.
        if derived.rubrics == package.rubrics, derived.json() == package.json() {
            self = .derived
        } else if package.items.allSatisfy({ $0.kind != .competence || items.contains($0.identifier) }) {
            self = .complete
        } else {
            self = .given
        }
    }
}
