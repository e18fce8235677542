/// A learner record that has every term of the context of learner records, written down byte for byte.
enum LearnerRecordSample {
    /// The SHA-256 of its graph in canonical form, found with PyLD 3.3.0 and with Oxigraph 0.5.13, both by the context that
    /// is published with the hash in ``ContextTable/learnerRecord``.
    static let graphHash = "f809ca362794ce364718c17c5bd09f347f6b91104c04e208d4a460445e02b08b"

    static let text = #"""
        {
          "@context": [
            "https://www.w3.org/ns/credentials/v2",
            "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
            "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"
          ],
          "id": "urn:uuid:1c0e7f1e-0d1a-4a7e-9f3e-6b7a5d4c3b2a",
          "type": ["VerifiableCredential", "ClrCredential"],
          "name": "Passport of Łuć",
          "partial": true,
          "issuer": {"id": "did:web:badges.example", "type": ["Profile"], "name": "City Academy"},
          "validFrom": "2026-11-02T09:00:00Z",
          "credentialSubject": {
            "id": "urn:uuid:5e0a1d2c-3b4a-4c5d-8e6f-7a8b9c0d1e2f",
            "type": ["ClrSubject"],
            "identifier": [
              {"type": "IdentityObject", "identityType": "name", "hashed": false, "identityHash": "Zoë"}
            ],
            "achievement": [
              {
                "id": "https://badges.example/achievements/B3.1", "type": ["Achievement"], "name": "B3.1",
                "description": "Recognises rising tension.", "criteria": {"narrative": "Observed."}
              }
            ],
            "verifiableCredential": [
              {
                "@context": [
                  "https://www.w3.org/ns/credentials/v2",
                  "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
                ],
                "id": "urn:uuid:0f1d6a5e-3a53-4b3b-9b0e-5a0b1c2d3e4f",
                "type": ["VerifiableCredential", "OpenBadgeCredential"],
                "name": "B3.2",
                "issuer": {"id": "did:web:badges.example", "type": ["Profile"], "name": "City Academy"},
                "validFrom": "2026-11-01T09:00:00Z",
                "credentialSubject": {
                  "id": "urn:uuid:8a2f9f0c-6f43-4c0e-9b56-0d8b9d1a7c55",
                  "type": ["AchievementSubject"],
                  "identifier": [
                    {"type": "IdentityObject", "identityType": "name", "hashed": false, "identityHash": "Zoë"}
                  ],
                  "achievement": {
                    "id": "https://badges.example/achievements/B3.2", "type": ["Achievement"], "name": "B3.2",
                    "description": "Mediates everyday conflicts.", "criteria": {"narrative": "Observed."}
                  }
                },
                "proof": [
                  {
                    "type": "DataIntegrityProof", "cryptosuite": "eddsa-rdfc-2022", "created": "2026-11-01T09:00:00Z",
                    "verificationMethod": "did:web:badges.example#z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2",
                    "proofPurpose": "assertionMethod", "proofValue": "z3d7QnJK9rH5H8ARTViDA8oygpawXzqZxY6DwdizBo19rmM"
                  }
                ]
              }
            ],
            "association": [
              {
                "type": "Association", "associationType": "precedes",
                "sourceId": "https://badges.example/achievements/B3.1",
                "targetId": "https://badges.example/achievements/B3.2"
              }
            ]
          }
        }
        """#
}
