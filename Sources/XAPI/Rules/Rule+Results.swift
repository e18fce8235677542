/// Rules on results and scores.
extension Rule {
    static let resultType = Rule("result-type", "XAPI-00006", "2.4.5", "result is an object.")
    static let success = Rule("result-success", "XAPI-00074", "2.4.5", "success is true or false.")
    static let completion = Rule("result-completion", "XAPI-00075", "2.4.5", "completion is true or false.")
    static let response = Rule("result-response", "XAPI-00076", "2.4.5", "response is a string.")
    static let duration = Rule(
        "result-duration", "XAPI-00077", "2.4.5",
        "duration is an ISO 8601 duration with designators.")
    static let scoreType = Rule("result-score", "XAPI-00079", "2.4.5.1", "score is an object.")
    static let scoreMax = Rule("score-max", "XAPI-00080", "2.4.5.1", "max is a number greater than min.")
    static let scoreMin = Rule("score-min", "XAPI-00081", "2.4.5.1", "min is a number less than max.")
    static let scoreRaw = Rule("score-raw", "XAPI-00082", "2.4.5.1", "raw is a number from min to max.")
    static let scoreScaled = Rule("score-scaled", "XAPI-00083", "2.4.5.1", "scaled is a number from -1 to 1.")

    static let resultsGroup: [Rule] = [
        resultType, success, completion, response, duration, scoreType, scoreMax, scoreMin, scoreRaw,
        scoreScaled,
    ]
}
