/// Valid parts of statements, which examples change.
extension Draft {
    static let agent: Draft = ["objectType": "Agent", "name": "Ada", "mbox": "mailto:ada@example.org"]

    static let group: Draft = [
        "objectType": "Group", "name": "A team", "mbox": "mailto:team@example.org", "member": [agent],
    ]

    static let account: Draft = ["account": ["homePage": "https://lms.example.org", "name": "ada"]]

    static let activity: Draft = [
        "objectType": "Activity", "id": "https://example.org/activities/conformance",
        "definition": [
            "name": ["en": "A course", "pl": "Kurs"], "description": ["en": "A course on safety"],
            "type": "http://adlnet.gov/expapi/activities/course", "moreInfo": "https://example.org/more",
            "extensions": ["https://example.org/extensions/x": 1],
        ],
    ]

    static let reference: Draft = ["objectType": "StatementRef", "id": "8f87ccde-bb56-4c2e-ab83-44982ef22df0"]

    static let subStatement: Draft = [
        "objectType": "SubStatement", "actor": agent, "verb": verb, "object": activity, "result": result,
        "context": context, "timestamp": "2026-03-01T12:00:00Z", "attachments": [attachment],
    ]

    static let verb: Draft = ["id": "http://adlnet.gov/expapi/verbs/completed", "display": ["en": "completed"]]

    static let result: Draft = [
        "score": ["scaled": 0.5, "raw": 50, "min": 0, "max": 100], "success": true, "completion": true,
        "response": "yes", "duration": "PT1H30M", "extensions": ["https://example.org/extensions/x": 1],
    ]

    static let context: Draft = [
        "registration": "ec531277-b57b-4c15-8d91-d292c5b2b8f7", "instructor": agent, "team": group,
        "contextActivities": [
            "parent": [activity], "grouping": [activity], "category": [activity], "other": [activity],
        ],
        "revision": "1", "platform": "A platform", "language": "en-GB", "statement": reference,
        "extensions": ["https://example.org/extensions/x": 1],
    ]

    /// An attachment whose data is elsewhere.
    static let attachment: Draft = [
        "usageType": "https://example.org/usage", "display": ["en": "A text"], "description": ["en": "Some text"],
        "contentType": "text/plain", "length": 5, "fileUrl": "https://example.org/file",
        "sha2": "486ea46224d1bb4fb680f34f7c9ad96a8f24ec88be73ea8e5a6c65260e9cb8a7",
    ]

    /// A statement of every member but an id, with an Activity as its object.
    static let statement: Draft = [
        "actor": agent, "verb": verb, "object": activity, "result": result, "context": context,
        "timestamp": "2026-03-01T12:00:00Z", "stored": "2026-03-01T12:00:01Z", "authority": agent,
        "attachments": [attachment],
    ]

    /// A statement of no more than it must have.
    static let shortStatement: Draft = [
        "actor": ["mbox": "mailto:ada@example.org"], "verb": ["id": "http://adlnet.gov/expapi/verbs/completed"],
        "object": ["id": "https://example.org/activities/conformance"],
    ]

    /// A statement about something else than an Activity, hence without `revision` and `platform`.
    static func statement(about object: Draft) -> Draft {
        statement.with("/object", object).without("/context/revision").without("/context/platform")
    }

    /// A statement about an interaction.
    static func statement(interaction definition: Draft) -> Draft {
        statement.with("/object/definition", definition)
    }
}
