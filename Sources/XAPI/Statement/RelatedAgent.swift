/// An Agent or Group a statement mentions, and where.
public struct RelatedAgent: Sendable, Hashable {
    /// Where an Agent stands; the raw values are the storage's names.
    public enum Role: String, Sendable, CaseIterable {
        /// The statement's actor.
        case actor
        /// A member of the Group that is the actor.
        case actorMember = "actor_member"
        /// The statement's object.
        case object
        /// A member of the Group that is the object.
        case objectMember = "object_member"
        /// The authority the client claimed.
        case authority
        /// A member of the claimed authority.
        case authorityMember = "authority_member"
        /// `context.instructor`.
        case instructor
        /// A member of the Group that is the instructor.
        case instructorMember = "instructor_member"
        /// `context.team`.
        case team
        /// A member of the team.
        case teamMember = "team_member"
        /// An agent of `context.contextAgents` (2.0).
        case contextAgent = "context_agent"
        /// A group of `context.contextGroups` (2.0).
        case contextGroup = "context_group"
        /// A member of a group of `context.contextGroups` (2.0).
        case contextGroupMember = "context_group_member"
        /// The sub-statement's actor.
        case subActor = "subactor"
        /// A member of the Group that is the sub-statement's actor.
        case subActorMember = "subactor_member"
        /// The sub-statement's object.
        case subObject = "subobject"
        /// A member of the Group that is the sub-statement's object.
        case subObjectMember = "subobject_member"
        /// The sub-statement's `context.instructor`.
        case subInstructor = "subinstructor"
        /// A member of the Group that is the sub-statement's instructor.
        case subInstructorMember = "subinstructor_member"
        /// The sub-statement's `context.team`.
        case subTeam = "subteam"
        /// A member of the sub-statement's team.
        case subTeamMember = "subteam_member"
        /// An agent of the sub-statement's `context.contextAgents` (2.0).
        case subContextAgent = "subcontext_agent"
        /// A group of the sub-statement's `context.contextGroups` (2.0).
        case subContextGroup = "subcontext_group"
        /// A member of a group of the sub-statement's `context.contextGroups` (2.0).
        case subContextGroupMember = "subcontext_group_member"
    }

    /// Who it is.
    public let identity: AgentIdentity
    /// Where it stands.
    public let role: Role

    /// A mention of an Agent or Group.
    public init(identity: AgentIdentity, role: Role) {
        self.identity = identity
        self.role = role
    }
}
