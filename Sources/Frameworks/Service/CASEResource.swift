/// What CASE's service gives one of by its identifier; the names are those of its paths.
public enum CASEResource: String, Sendable, CaseIterable {
    /// A document.
    case documents = "CFDocuments"
    /// A document with all that belongs to it.
    case packages = "CFPackages"
    /// An item.
    case items = "CFItems"
    /// An item with the associations that it is an end of.
    case itemAssociations = "CFItemAssociations"
    /// An association.
    case associations = "CFAssociations"
    /// A rubric.
    case rubrics = "CFRubrics"
    /// A concept and those below it.
    case concepts = "CFConcepts"
    /// A subject and those below it.
    case subjects = "CFSubjects"
    /// A kind of items and those below it.
    case itemTypes = "CFItemTypes"
    /// A licence.
    case licenses = "CFLicenses"
    /// A group of associations.
    case associationGroupings = "CFAssociationGroupings"
}
