/// IRIs of the training scheme's xAPI profile, and of the vocabularies it reuses.
public enum SchemeVocabulary {
    /// Where the profile's own IRIs begin.
    public static let base = "https://w3id.org/xapi/iust"
    /// Where the IRIs of the profile's versions begin.
    public static let versions = base + "/v"
    /// The activity type of a pilot training.
    public static let pilot = base + "/activity-types/pilot"
    /// The activity type of a versioned curriculum.
    public static let curriculum = base + "/activity-types/curriculum"
    /// The activity type of a staff profile.
    public static let staffProfile = base + "/activity-types/staff-profile"
    /// The activity type of a self-assessment.
    public static let selfAssessment = base + "/activity-types/self-assessment"
    /// The activity type of a survey.
    public static let survey = base + "/activity-types/survey"
    /// The activity type of a test.
    public static let assessment = "http://adlnet.gov/expapi/activities/assessment"
    /// The activity type of a single item.
    public static let interaction = "http://adlnet.gov/expapi/activities/cmi.interaction"
    /// The activity type of a competence.
    public static let competency = "https://w3id.org/xapi/tla/activity-types/competency"
    /// The verb of a passed test.
    public static let passed = "http://adlnet.gov/expapi/verbs/passed"
    /// The verb of a failed test.
    public static let failed = "http://adlnet.gov/expapi/verbs/failed"
    /// The context extension that says when in the evaluation's design.
    public static let phase = base + "/extensions/phase"
    /// The context extension that counts months after the pilot's end.
    public static let monthsAfter = base + "/extensions/months-after"
    /// The context extension that names the framework's version.
    public static let frameworkVersion = base + "/extensions/framework-version"
    /// The result extension that holds a level.
    public static let level = base + "/extensions/level"
    /// The result extension that says why there is no answer.
    public static let nonresponse = base + "/extensions/nonresponse"
}
