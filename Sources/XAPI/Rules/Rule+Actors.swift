/// Rules on Agents, Groups and the authority.
extension Rule {
    static let actorType = Rule(
        "actor-object-type", "XAPI-00031", "2.4.2",
        "An actor is an object whose objectType is Agent or Group.")
    static let objectTypeText = Rule(
        "object-type-string", "XAPI-00032", "2.4.2.1",
        "objectType is a string of the specification, in its case.")
    static let agentName = Rule("agent-name", "XAPI-00033", "2.4.2.1", "The name of an Agent or Group is a string.")
    static let agentIdentifier = Rule(
        "agent-one-identifier", "XAPI-00034", "2.4.2.1",
        "An Agent has exactly one of mbox, mbox_sha1sum, openid, account.")
    static let memberOfAgent = Rule("agent-no-member", "XAPI-00035", "2.4.2.1", "Only a Group has members.")
    static let groupMember = Rule("group-member", "XAPI-00035", "2.4.2.2", "A Group without an identifier has members.")
    static let memberType = Rule(
        "group-member-agents", "XAPI-00036", "2.4.2.2",
        "member is an array of Agents; no Group is a member.")
    static let groupIdentifier = Rule(
        "group-one-identifier", "XAPI-00037", "2.4.2.2",
        "An identified Group has exactly one of mbox, mbox_sha1sum, openid, account.")
    static let mbox = Rule(
        "agent-mbox", "XAPI-00038", "2.4.2.3",
        "mbox is mailto: followed by a mail address, and an IRI.")
    static let mboxSHA1Sum = Rule(
        "agent-mbox-sha1sum", "XAPI-00039", "2.4.2.3",
        "mbox_sha1sum is a SHA-1 digest in hexadecimal.")
    static let openID = Rule("agent-openid", "XAPI-00040", "2.4.2.3", "openid is a URI.")
    static let account = Rule("agent-account", "XAPI-00041", "2.4.2.4", "account is an object of homePage and name.")
    static let accountHomePage = Rule(
        "account-home-page", "XAPI-00042", "2.4.2.4",
        "An account has a homePage, which is an IRL.")
    static let accountName = Rule("account-name", "XAPI-00043", "2.4.2.4", "An account has a name, which is a string.")
    static let authority = Rule(
        "authority-type", "XAPI-00024", "2.4.9",
        "authority is an Agent, or an anonymous Group.")
    static let authorityGroup = Rule(
        "authority-two-agents", "XAPI-00098", "2.4.9",
        "A Group as authority has exactly two Agents as members.")

    static let actorsGroup: [Rule] = [
        actorType, objectTypeText, agentName, agentIdentifier, memberOfAgent, groupMember, memberType,
        groupIdentifier, mbox, mboxSHA1Sum, openID, account, accountHomePage, accountName, authority,
        authorityGroup,
    ]
}
