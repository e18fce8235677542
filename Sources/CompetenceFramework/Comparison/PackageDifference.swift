/// What differs between two versions of a framework.
///
/// Items are the same when the old one is replaced by the new one (`replacedBy`), when their identifiers are the same,
/// or when type and code are. Identifiers, URIs, times of change and the links between items' own objects differ in
/// every version, and are no difference.
public struct PackageDifference: Sendable, Hashable {
    /// An item that differs.
    public struct ChangedItem: Sendable, Hashable {
        /// The item before.
        public let old: ItemReference
        /// The item after.
        public let new: ItemReference
        /// Its members that differ.
        public let changes: [FieldChange]
    }

    /// An item that is elsewhere in the tree.
    public struct MovedItem: Sendable, Hashable {
        /// The item after.
        public let item: ItemReference
        /// What it was below; nil for the document.
        public let oldParent: ItemReference?
        /// What it is below; nil for the document.
        public let newParent: ItemReference?
        /// Its place among its siblings before, counted from 1.
        public let oldPlace: Int
        /// Its place among its siblings after.
        public let newPlace: Int
    }

    /// A profile's target that was added, removed or changed.
    public struct TargetChange: Sendable, Hashable {
        /// The profile.
        public let profile: ItemReference
        /// The competence.
        public let competence: ItemReference
        /// The level before; nil for no target.
        public let oldLevel: Int?
        /// The level after; nil for no target.
        public let newLevel: Int?
        /// The weight before, as it was written; nil where none was.
        public let oldWeight: String?
        /// The weight after.
        public let newWeight: String?
    }

    /// An association that was added, removed or changed; not of the tree, nor a target.
    public struct AssociationChange: Sendable, Hashable {
        /// The type in CASE.
        public let type: String
        /// The code or identifier of the origin.
        public let origin: String
        /// The code or identifier of the destination, or its URI where it is not of CASE.
        public let destination: String
        /// The destination's title.
        public let title: String
        /// Its members that differ; none when the whole association was added or removed.
        public let changes: [FieldChange]
    }

    /// The document's members that differ.
    public internal(set) var document: [FieldChange] = []
    /// Items that are only in the new version.
    public internal(set) var added: [ItemReference] = []
    /// Items that are only in the old version.
    public internal(set) var removed: [ItemReference] = []
    /// Items that differ in themselves, translations included.
    public internal(set) var changed: [ChangedItem] = []
    /// Items that are elsewhere in the tree.
    public internal(set) var moved: [MovedItem] = []
    /// Targets that differ.
    public internal(set) var targets: [TargetChange] = []
    /// Associations that are only in the new version.
    public internal(set) var addedAssociations: [AssociationChange] = []
    /// Associations that are only in the old version.
    public internal(set) var removedAssociations: [AssociationChange] = []
    /// Associations that differ in themselves.
    public internal(set) var changedAssociations: [AssociationChange] = []

    /// Whether nothing differs.
    public var isEmpty: Bool { self == PackageDifference() }
}

extension CFPackage {
    /// What differs from an earlier version: the same for the same two packages.
    public func difference(from old: CFPackage) -> PackageDifference {
        var comparison = PackageComparison(old, self)
        return comparison.result()
    }
}
