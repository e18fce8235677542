extension DocumentResource {
    /// xAPI-Communication 2.3.
    static let state = DocumentResource(
        path: "activities/state", idParameter: "stateId", contextParameters: ["activityId", "agent"],
        numbers: [
            .accepted: [
                .put: ["XAPI-00190"], .get: ["XAPI-00188", "XAPI-00230"], .post: ["XAPI-00189", "XAPI-00231"],
                .delete: ["XAPI-00187"],
            ],
            .oneDocument: [.get: ["XAPI-00192", "XAPI-00217"], .delete: ["XAPI-00191", "XAPI-00216"]],
            .allDocuments: [.get: ["XAPI-00193"], .delete: ["XAPI-00194"]],
            .optional("registration"): [
                .put: ["XAPI-00218"], .get: ["XAPI-00220"], .post: ["XAPI-00227"], .delete: ["XAPI-00219"],
            ],
            .optional("since"): [.get: ["XAPI-00221"]],
            .since: [.get: ["XAPI-00195"]],
            .missing("activityId"): [
                .put: ["XAPI-00210"], .get: ["XAPI-00208"], .post: ["XAPI-00209"], .delete: ["XAPI-00207"],
            ],
            .missing("agent"): [
                .put: ["XAPI-00215"], .get: ["XAPI-00213"], .post: ["XAPI-00214"], .delete: ["XAPI-00212"],
            ],
            .missing("stateId"): [.put: ["XAPI-00206"], .post: ["XAPI-00211"]],
            .malformed("activityId"): [
                .put: ["1.0.3-C2.3-a"], .get: ["1.0.3-C2.3-a"], .post: ["1.0.3-C2.3-a"], .delete: ["1.0.3-C2.3-a"],
            ],
            .malformed("agent"): [
                .put: ["XAPI-00199"], .get: ["XAPI-00197"], .post: ["XAPI-00198", "XAPI-00235"],
                .delete: ["XAPI-00196"],
            ],
            .malformed("registration"): [
                .put: ["XAPI-00203"], .get: ["XAPI-00201"], .post: ["XAPI-00202"], .delete: ["XAPI-00200"],
            ],
            .malformed("stateId"): [
                .put: ["XAPI-00228"], .get: ["XAPI-00225"], .post: ["XAPI-00226"], .delete: ["XAPI-00224"],
            ],
            .malformed("since"): [.get: ["XAPI-00204"]],
            .unknown("since"): [.delete: ["XAPI-00205"]],
            .merge: [.post: ["XAPI-00234"]],
            .mergeType: [.post: ["XAPI-00232"]],
            .mergeObject: [.post: ["XAPI-00229"]],
            .mergeSyntax: [.post: ["XAPI-00235"]],
            .postOfNew: [.post: ["XAPI-00233"]],
            .lastModified: [.get: ["2.0-4.1.6.2-a"]],
        ])

    /// xAPI-Communication 2.6.
    static let agentProfile = DocumentResource(
        path: "agents/profile", idParameter: "profileId", contextParameters: ["agent"],
        numbers: [
            .accepted: [
                .put: ["XAPI-00273"], .get: ["XAPI-00274", "XAPI-00282"], .post: ["XAPI-00272", "XAPI-00283"],
                .delete: ["XAPI-00271"],
            ],
            .oneDocument: [.get: ["XAPI-00259", "XAPI-00269"], .delete: ["XAPI-00271"]],
            .allDocuments: [.get: ["XAPI-00270"]],
            .optional("since"): [.get: ["XAPI-00268"]],
            .since: [.get: ["XAPI-00275"]],
            .missing("agent"): [
                .put: ["XAPI-00264"], .get: ["XAPI-00261"], .post: ["XAPI-00263"], .delete: ["XAPI-00262"],
            ],
            .missing("profileId"): [.put: ["XAPI-00267"], .post: ["XAPI-00266"], .delete: ["XAPI-00265"]],
            .malformed("agent"): [
                .put: ["XAPI-00257"], .get: ["XAPI-00258"], .post: ["XAPI-00256", "XAPI-00284"],
                .delete: ["XAPI-00255"],
            ],
            .malformed("profileId"): [
                .put: ["XAPI-00277"], .get: ["1.0.3-C2.6-a"], .post: ["XAPI-00276"], .delete: ["1.0.3-C2.6-a"],
            ],
            .malformed("since"): [.get: ["XAPI-00260"]],
            .merge: [.post: ["XAPI-00279"]],
            .mergeType: [.post: ["XAPI-00278"]],
            .mergeObject: [.post: ["XAPI-00281"]],
            .mergeSyntax: [.post: ["XAPI-00284"]],
            .postOfNew: [.post: ["XAPI-00280"]],
            .lastModified: [.get: ["2.0-4.1.6.5-a"]],
        ])

    /// xAPI-Communication 2.7.
    static let activityProfile = DocumentResource(
        path: "activities/profile", idParameter: "profileId", contextParameters: ["activityId"],
        numbers: [
            .accepted: [
                .put: ["XAPI-00287", "XAPI-00293"], .get: ["XAPI-00290", "XAPI-00311"],
                .post: ["XAPI-00286", "XAPI-00292", "XAPI-00312"], .delete: ["XAPI-00285", "XAPI-00291"],
            ],
            .oneDocument: [.get: ["XAPI-00288"], .delete: ["XAPI-00285", "XAPI-00291"]],
            .allDocuments: [.get: ["XAPI-00289"]],
            .optional("since"): [.get: ["XAPI-00303"]],
            .since: [.get: ["XAPI-00294"]],
            .missing("activityId"): [
                .put: ["XAPI-00299"], .get: ["XAPI-00296"], .post: ["XAPI-00298"], .delete: ["XAPI-00297"],
            ],
            .missing("profileId"): [.put: ["XAPI-00302"], .post: ["XAPI-00301"], .delete: ["XAPI-00300"]],
            .malformed("activityId"): [
                .put: ["1.0.3-C2.7-a"], .get: ["1.0.3-C2.7-a"], .post: ["1.0.3-C2.7-a"], .delete: ["1.0.3-C2.7-a"],
            ],
            .malformed("profileId"): [
                .put: ["XAPI-00307"], .get: ["1.0.3-C2.7-b"], .post: ["XAPI-00306"], .delete: ["XAPI-00305"],
            ],
            .malformed("since"): [.get: ["XAPI-00295"]],
            .unknown("agent"): [
                .put: ["XAPI-00304"], .get: ["XAPI-00304"], .post: ["XAPI-00304"], .delete: ["XAPI-00304"],
            ],
            .merge: [.post: ["XAPI-00308"]],
            .mergeType: [.post: ["XAPI-00309"]],
            .mergeObject: [.post: ["XAPI-00313"]],
            .mergeSyntax: [.post: ["XAPI-00314"]],
            .postOfNew: [.post: ["XAPI-00310"]],
            .lastModified: [.get: ["2.0-4.1.6.6-a"]],
        ])
}
