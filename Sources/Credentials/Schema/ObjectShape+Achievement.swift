extension ObjectShape {
    static let achievementShapes: [Name: ObjectShape] = [
        .subject: ObjectShape(
            required: ["type", "achievement"],
            [
                "id": .text, "type": .types("AchievementSubject"), "activityEndDate": .dateTime,
                "activityStartDate": .dateTime, "creditsEarned": .number, "achievement": .object(.achievement),
                "identifier": .list(.object(.identity)), "image": .object(.image), "licenseNumber": .text,
                "narrative": .text, "result": .list(.object(.result)), "role": .text, "source": .object(.profile),
                "term": .text,
            ]),
        .achievement: ObjectShape(
            required: ["id", "type", "criteria", "description", "name"],
            [
                "id": .text, "type": .types("Achievement"), "alignment": .list(.object(.alignment)),
                "achievementType": .oneOf(achievementTypes, extensible: true), "creator": .object(.profile),
                "creditsAvailable": .number, "criteria": .object(.criteria), "description": .text,
                "endorsement": .list(.object(.endorsement)), "endorsementJwt": .list(.token), "fieldOfStudy": .text,
                "humanCode": .text, "image": .object(.image), "inLanguage": .language, "name": .text,
                "otherIdentifier": .list(.object(.identifier)), "related": .list(.object(.related)),
                "resultDescription": .list(.object(.resultDescription)), "specialization": .text,
                "tag": .list(.text), "version": .text,
            ]),
        .alignment: ObjectShape(
            required: ["type", "targetName", "targetUrl"],
            [
                "type": .types("Alignment"), "targetCode": .text, "targetDescription": .text, "targetName": .text,
                "targetFramework": .text, "targetType": .oneOf(targetTypes, extensible: true), "targetUrl": .text,
            ]),
        .criteria: ObjectShape(required: [], ["id": .text, "narrative": .text]),
        .result: ObjectShape(
            required: ["type"],
            [
                "type": .types("Result"), "achievedLevel": .text, "alignment": .list(.object(.alignment)),
                "resultDescription": .text, "status": .oneOf(resultStatuses), "value": .text,
            ]),
        .resultDescription: ObjectShape(
            required: ["id", "type", "name", "resultType"],
            [
                "id": .text, "type": .types("ResultDescription"), "alignment": .list(.object(.alignment)),
                "allowedValue": .list(.text), "name": .text, "requiredLevel": .text, "requiredValue": .text,
                "resultType": .oneOf(resultTypes, extensible: true),
                "rubricCriterionLevel": .list(.object(.rubricLevel)), "valueMax": .text, "valueMin": .text,
            ]),
        .rubricLevel: ObjectShape(
            required: ["id", "type", "name"],
            [
                "id": .text, "type": .types("RubricCriterionLevel"), "alignment": .list(.object(.alignment)),
                "description": .text, "level": .text, "name": .text, "points": .text,
            ]),
        .related: ObjectShape(
            required: ["id", "type"],
            ["id": .text, "type": .types("Related"), "inLanguage": .language, "version": .text]),
    ]

    private static let achievementTypes = [
        "Achievement", "ApprenticeshipCertificate", "Assessment", "Assignment", "AssociateDegree", "Award", "Badge",
        "BachelorDegree", "Certificate", "CertificateOfCompletion", "Certification", "CommunityService", "Competency",
        "Course", "CoCurricular", "Degree", "Diploma", "DoctoralDegree", "Fieldwork", "GeneralEducationDevelopment",
        "JourneymanCertificate", "LearningProgram", "License", "Membership", "ProfessionalDoctorate",
        "QualityAssuranceCredential", "MasterCertificate", "MasterDegree", "MicroCredential", "ResearchDoctorate",
        "SecondarySchoolDiploma",
    ]

    private static let targetTypes = [
        "ceasn:Competency", "ceterms:Credential", "CFItem", "CFRubric", "CFRubricCriterion", "CFRubricCriterionLevel",
        "CTDL",
    ]

    private static let resultTypes = [
        "GradePointAverage", "LetterGrade", "Percent", "PerformanceLevel", "PredictedScore", "RawScore", "Result",
        "RubricCriterion", "RubricCriterionLevel", "RubricScore", "ScaledScore", "Status",
    ]

    private static let resultStatuses = [
        "Completed", "Enrolled", "Failed", "InProgress", "OnHold", "Provisional", "Withdrew",
    ]
}
