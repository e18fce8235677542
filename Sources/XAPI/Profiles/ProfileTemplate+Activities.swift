/// What a template determines of a statement's activities.
extension ProfileTemplate {
    /// How a statement's activities fit a template.
    enum Fit {
        /// An activity that the template determines is not there.
        case none
        /// It depends on types that the statement leaves out.
        case possible
        /// The statement itself tells all the types.
        case certain
    }

    /// How activities fit, by what the statement tells of their types.
    func fit(_ activities: [RelatedActivity]) -> Fit {
        var fit = Fit.certain
        return allDetermined { type, role in
            let found = Self.fit(type, role, activities)
            if found == .possible { fit = .possible }
            return found != .none
        } ? fit : .none
    }

    /// Whether activities fit, by their types as the statement or else `typeOf` tells them.
    func fits(_ activities: [RelatedActivity], typeOf: (String) -> String?) -> Bool {
        allDetermined { type, role in
            activities.contains { $0.role == role && ($0.type ?? typeOf($0.iri)) == type }
        }
    }

    /// Whether a condition holds for each type that the template determines.
    private func allDetermined(_ condition: (String, RelatedActivity.Role) -> Bool) -> Bool {
        if let objectActivityType, !condition(objectActivityType, .object) { return false }
        for type in contextGroupingActivityType where !condition(type, .grouping) { return false }
        for type in contextParentActivityType where !condition(type, .parent) { return false }
        for type in contextOtherActivityType where !condition(type, .other) { return false }
        for type in contextCategoryActivityType where !condition(type, .category) { return false }
        return true
    }

    private static func fit(_ type: String, _ role: RelatedActivity.Role, _ activities: [RelatedActivity]) -> Fit {
        var isPossible = false
        for index in activities.indices where activities[index].role == role {
            guard let told = activities[index].type else {
                isPossible = true
                continue
            }
            if told == type { return .certain }
        }
        return isPossible ? .possible : .none
    }
}
