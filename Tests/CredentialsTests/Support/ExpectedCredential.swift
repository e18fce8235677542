/// The JSON of the example award, byte for byte.
enum ExpectedCredential {
    static let text = #"""
        {"@context":["https://www.w3.org/ns/credentials/v2","https://purl.imsglobal.org/spec/ob/v3p0/context\#
        -3.0.3.json","https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"],"id":"urn:uuid:0f1d6a5e-3a53\#
        -4b3b-9b0e-5a0b1c2d3e4f","type":["VerifiableCredential","OpenBadgeCredential"],"name":"Mediation and\#
         de-escalation, level 2 (Practitioner)","description":"Attests the competence B3 Mediation and de-es\#
        calation at level 2 of 2 (framework: Integrated Urban Security v0.1).","issuer":{"id":"did:web:badge\#
        s.example","type":["Profile"],"name":"City Academy","url":"https://badges.example","email":"badges@b\#
        adges.example"},"validFrom":"2026-11-02T09:00:00Z","validUntil":"2029-11-02T09:00:00Z","awardedDate"\#
        :"2026-10-30T15:30:00Z","credentialSubject":{"id":"urn:uuid:8a2f9f0c-6f43-4c0e-9b56-0d8b9d1a7c55","t\#
        ype":["AchievementSubject"],"identifier":[{"type":"IdentityObject","identityType":"name","hashed":fa\#
        lse,"identityHash":"Zoë Kowalczyk-Łuć"},{"type":"IdentityObject","identityType":"emailAddress","hash\#
        ed":true,"salt":"c1f0a7f3b24e4d5d8f6f2b1f0f9f6a13","identityHash":"sha256$57c34046c6788242ae0ab97192\#
        e6d9fdc8f8287ea0b7e4e63dbaf5c9eb51662b"}],"role":"Local police officer","source":{"id":"https://badg\#
        es.example/pilots/torun","type":["Profile"],"name":"Pilot Toruń"},"achievement":{"id":"https://badge\#
        s.example/achievements/B3.2","type":["Achievement"],"achievementType":"Competency","humanCode":"B3.2\#
        ","inLanguage":"en","name":"Mediation and de-escalation, level 2 (Practitioner)","description":"Medi\#
        ates everyday conflicts.","specialization":"Local police officer","criteria":{"narrative":"Passed *N\#
        ight-time economy* with 0.86; the cut score is 0.75.\n\nThe descriptor of this level was written wit\#
        h reference to EQF level 5, as an indication of complexity. This credential is not a qualification a\#
        nd has no EQF level."},"otherIdentifier":[{"type":"IdentifierEntry","identifier":"urn:uuid:74f5bb7d-\#
        d7cc-11e8-824f-0242ac160002","identifierType":"ext:CASEIdentifier"}],"alignment":[{"type":["Alignmen\#
        t"],"targetType":"CFItem","targetFramework":"Integrated Urban Security v0.1","targetName":"B3 Mediat\#
        ion and de-escalation","targetCode":"B3","targetUrl":"https://badges.example/ims/case/v1p1/CFItems/7\#
        4f5bb7d-d7cc-11e8-824f-0242ac160002"},{"type":["Alignment"],"targetType":"CFRubricCriterionLevel","t\#
        argetFramework":"Integrated Urban Security v0.1","targetName":"B3 Mediation and de-escalation, level\#
         2","targetCode":"B3.2","targetUrl":"https://badges.example/ims/case/v1p1/CFItems/level-2","targetDe\#
        scription":"Mediates everyday conflicts."},{"type":["Alignment"],"targetType":"ext:CFDocument","targ\#
        etName":"Integrated Urban Security v0.1","targetUrl":"https://badges.example/framework/0.1"},{"type"\#
        :["Alignment"],"targetType":"ext:EQFLevel","targetFramework":"European Qualifications Framework","ta\#
        rgetName":"Written with reference to EQF level 5","targetCode":"5","targetUrl":"http://data.europa.e\#
        u/snb/eqf/5","targetDescription":"The descriptor of this level was written with reference to EQF lev\#
        el 5, as an indication of complexity. This credential is not a qualification and has no EQF level."}\#
        ],"resultDescription":[{"id":"https://badges.example/ims/case/v1p1/CFItems/74f5bb7d-d7cc-11e8-824f-0\#
        242ac160002#level","type":["ResultDescription"],"name":"Level of competence","resultType":"RubricCri\#
        terionLevel","requiredLevel":"https://badges.example/ims/case/v1p1/CFItems/level-2","rubricCriterion\#
        Level":[{"id":"https://badges.example/ims/case/v1p1/CFItems/level-1","type":["RubricCriterionLevel"]\#
        ,"name":"Foundation","level":"1","description":"Recognises rising tension.","alignment":[{"type":["A\#
        lignment"],"targetType":"ext:EQFLevel","targetFramework":"European Qualifications Framework","target\#
        Name":"Written with reference to EQF level 4","targetCode":"4","targetUrl":"http://data.europa.eu/sn\#
        b/eqf/4","targetDescription":"The descriptor of this level was written with reference to EQF level 4\#
        , as an indication of complexity. This credential is not a qualification and has no EQF level."}]},{\#
        "id":"https://badges.example/ims/case/v1p1/CFItems/level-2","type":["RubricCriterionLevel"],"name":"\#
        Practitioner","level":"2","description":"Mediates everyday conflicts.","alignment":[{"type":["Alignm\#
        ent"],"targetType":"ext:EQFLevel","targetFramework":"European Qualifications Framework","targetName"\#
        :"Written with reference to EQF level 5","targetCode":"5","targetUrl":"http://data.europa.eu/snb/eqf\#
        /5","targetDescription":"The descriptor of this level was written with reference to EQF level 5, as \#
        an indication of complexity. This credential is not a qualification and has no EQF level."}]}]}]},"r\#
        esult":[{"type":["Result"],"resultDescription":"https://badges.example/ims/case/v1p1/CFItems/74f5bb7\#
        d-d7cc-11e8-824f-0242ac160002#level","achievedLevel":"https://badges.example/ims/case/v1p1/CFItems/l\#
        evel-2","status":"Completed"}]},"evidence":[{"id":"urn:uuid:5d2b1d0a-9f43-43c3-8a52-94f2c2ff0b8f","t\#
        ype":["Evidence"],"name":"Scenario exercise “Night-time economy”","narrative":"Score 86 %.","genre":\#
        "Assessment","digestMultibase":"uEiD2xUi7ocMtuvdoz2WQKEOCdqSxnAKgwbwmHdOTKxcP6Q"}],"credentialSchema\#
        ":[{"id":"https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.j\#
        son","type":"1EdTechJsonSchemaValidator2019"}]}
        """#
}
