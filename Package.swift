// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .strictMemorySafety(),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    // What is delivered is what is tested, and is built once.
    .unsafeFlags(["-enable-testing"], .when(configuration: .release)),
]
/// Tests of the release build are not optimised themselves: it takes longer than they would run less.
let testSettings = settings + [.unsafeFlags(["-Onone"], .when(configuration: .release))]

let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let asn1: Target.Dependency = .product(name: "SwiftASN1", package: "swift-asn1")
let asyncAlgorithms: Target.Dependency = .product(name: "AsyncAlgorithms", package: "swift-async-algorithms")
let asyncHTTPClient: Target.Dependency = .product(name: "AsyncHTTPClient", package: "async-http-client")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let cryptoExtras: Target.Dependency = .product(name: "CryptoExtras", package: "swift-crypto")
let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let jwt: Target.Dependency = .product(name: "JWTKit", package: "jwt-kit")
let lifecycle: Target.Dependency = .product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let lifecycleTestKit: Target.Dependency = .product(
    name: "ServiceLifecycleTestKit", package: "swift-service-lifecycle")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let nio: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let nioHTTP1: Target.Dependency = .product(name: "NIOHTTP1", package: "swift-nio")
let nioLocks: Target.Dependency = .product(name: "NIOConcurrencyHelpers", package: "swift-nio")
let httpTypes: Target.Dependency = .product(name: "HTTPTypes", package: "swift-http-types")
let nioHTTPTypes: Target.Dependency = .product(name: "NIOHTTPTypes", package: "swift-nio-extras")
let mustache: Target.Dependency = .product(name: "Mustache", package: "swift-mustache")
let subprocess: Target.Dependency = .product(name: "Subprocess", package: "swift-subprocess")
let nioPosix: Target.Dependency = .product(name: "NIOPosix", package: "swift-nio")
let system: Target.Dependency = .product(name: "SystemPackage", package: "swift-system")
let unixSignals: Target.Dependency = .product(name: "UnixSignals", package: "swift-service-lifecycle")
let x509: Target.Dependency = .product(name: "X509", package: "swift-certificates")
let yaml: Target.Dependency = .product(name: "Yams", package: "Yams")

let package = Package(
    name: "tessera",
    products: [
        .executable(name: "tessera", targets: ["TesseraCLI"]),
        .library(name: "JSON", targets: ["JSON"]),
        .library(name: "LearningRecords", targets: ["LearningRecords"]),
        .library(name: "LibPQ", targets: ["LibPQ"]),
        .library(name: "XAPI", targets: ["XAPI"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-asn1", from: "1.7.4"),
        .package(url: "https://github.com/apple/swift-async-algorithms", from: "1.1.4"),
        .package(url: "https://github.com/apple/swift-certificates", from: "1.21.1"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
        .package(url: "https://github.com/vapor/jwt-kit", from: "5.7.1"),
    ],
    targets: [
        .systemLibrary(name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .target(name: "LibPQ", dependencies: ["CLibPQ", lifecycle], swiftSettings: settings),
        .systemLibrary(name: "CMalloc"),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .target(name: "Gzip", dependencies: ["CZlib"], swiftSettings: settings),
        .target(name: "JSON", swiftSettings: settings),
        .target(name: "PDF", dependencies: ["Gzip"], swiftSettings: settings),
        .target(name: "XAPI", dependencies: ["JSON"], swiftSettings: settings),
        .target(name: "CompetenceFramework", dependencies: ["CZlib", "JSON", crypto], swiftSettings: settings),
        .target(
            name: "Credentials", dependencies: ["Gzip", "JSON", "PDF", crypto, cryptoExtras], swiftSettings: settings),
        .target(
            name: "Signatures", dependencies: ["Credentials", "JSON", "XAPI", asn1, crypto, cryptoExtras, x509],
            swiftSettings: settings),
        .plugin(
            name: "EmbedSQL", capability: .buildTool(), dependencies: ["EmbeddingTool"],
            path: "Sources/Embedding/SQLPlugin"),
        .plugin(
            name: "EmbedDocuments", capability: .buildTool(), dependencies: ["EmbeddingTool"],
            path: "Sources/Embedding/DocumentPlugin"),
        .executableTarget(name: "EmbeddingTool", path: "Sources/Embedding/Tool", swiftSettings: settings),
        .target(name: "Schema", dependencies: ["LibPQ"], swiftSettings: settings, plugins: ["EmbedSQL"]),
        .target(
            name: "Operations",
            dependencies: ["LibPQ", "Schema", crypto, jwt, lifecycle, logging, subprocess, system],
            swiftSettings: settings),
        .target(
            name: "LearningRecords",
            dependencies: ["JSON", "LibPQ", "Schema", "Signatures", "XAPI", crypto, lifecycle, logging],
            swiftSettings: settings),
        .target(
            name: "Training", dependencies: ["JSON", "LibPQ", "Schema", lifecycle, logging], swiftSettings: settings),
        .target(
            name: "Frameworks", dependencies: ["CompetenceFramework", "JSON", "LibPQ", "Schema"],
            swiftSettings: settings),
        .target(
            name: "Awarding",
            dependencies: [
                "Credentials", "LearningRecords", "LibPQ", "Schema", "Training", crypto, lifecycle, logging,
            ],
            swiftSettings: settings),
        .target(
            name: "Evaluation",
            dependencies: ["JSON", "LibPQ", "PDF", "Schema", "Training", asyncAlgorithms, crypto, lifecycle, logging],
            swiftSettings: settings),
        .target(
            name: "Web",
            dependencies: [
                "Awarding", "CompetenceFramework", "Credentials", "Evaluation", "Frameworks", "Gzip", "JSON",
                "LearningRecords", "LibPQ", "Operations", "PDF", "Signatures", "Training", "XAPI", asyncHTTPClient,
                httpTypes, hummingbird, lifecycle, logging, mustache, nio, nioHTTP1, nioHTTPTypes, nioLocks,
                nioPosix,
            ],
            exclude: ["Evaluation/Reports/report_schema.json", "OpenAPI/openapi.json"], swiftSettings: settings,
            plugins: ["EmbedDocuments"]),
        .executableTarget(
            name: "TesseraCLI",
            dependencies: [
                "Awarding", "CMalloc", "CompetenceFramework", "Credentials", "Evaluation", "Frameworks", "Gzip", "JSON",
                "LearningRecords", "LibPQ", "Operations", "Schema", "Signatures", "Training", "Web", "XAPI",
                argumentParser, asyncHTTPClient,
                crypto, lifecycle, logging, nio, nioHTTP1, nioLocks, nioPosix, system, unixSignals, yaml,
            ],
            swiftSettings: settings),
        .executableTarget(name: "LibPQBenchmark", dependencies: ["LibPQ"], swiftSettings: settings),
        .executableTarget(
            name: "CredentialBenchmark",
            dependencies: [
                "Awarding", "Credentials", "JSON", "LearningRecords", "LibPQ", "Operations", "XAPI", crypto, logging,
            ],
            swiftSettings: settings),
        .executableTarget(
            name: "ParseBenchmark", dependencies: ["JSON", "LearningRecords", "XAPI"], swiftSettings: settings),
        .target(
            name: "TestSupport",
            dependencies: ["LibPQ", "Operations", "Schema", jwt, nio, nioHTTP1, nioLocks, nioPosix],
            path: "Tests/TestSupport",
            swiftSettings: testSettings),
        .target(
            name: "FrameworkSamples", dependencies: ["CompetenceFramework"], path: "Tests/FrameworkSamples",
            swiftSettings: testSettings),
        .target(
            name: "SigningSupport", dependencies: [asn1, crypto, cryptoExtras, x509], path: "Tests/SigningSupport",
            swiftSettings: testSettings),
        .testTarget(
            name: "AwardingTests",
            dependencies: [
                "Awarding", "Credentials", "JSON", "LearningRecords", "LibPQ", "Schema", "TestSupport", "Training",
                "XAPI", logging,
            ],
            swiftSettings: testSettings),
        .testTarget(
            name: "CompetenceFrameworkTests", dependencies: ["CompetenceFramework", "FrameworkSamples", "JSON"],
            swiftSettings: testSettings),
        .testTarget(
            name: "CredentialsTests", dependencies: ["Credentials", "JSON", "PDF", crypto, cryptoExtras],
            swiftSettings: testSettings),
        .testTarget(
            name: "EvaluationTests",
            dependencies: ["Evaluation", "JSON", "LibPQ", "Operations", "PDF", "TestSupport", crypto, logging],
            exclude: ["columns.txt", "sql"], swiftSettings: testSettings),
        .testTarget(
            name: "FrameworksTests",
            dependencies: ["CompetenceFramework", "FrameworkSamples", "Frameworks", "LibPQ", "TestSupport"],
            swiftSettings: testSettings),
        .testTarget(name: "GzipTests", dependencies: ["Gzip"], swiftSettings: testSettings),
        .testTarget(name: "JSONTests", dependencies: ["JSON"], swiftSettings: testSettings),
        .testTarget(
            name: "LearningRecordsTests",
            dependencies: ["LearningRecords", "LibPQ", "Schema", "Signatures", "TestSupport", "XAPI", logging],
            swiftSettings: testSettings),
        .testTarget(
            name: "LibPQTests", dependencies: ["CLibPQ", "LibPQ", lifecycle, lifecycleTestKit],
            swiftSettings: testSettings),
        .testTarget(
            name: "OperationsTests", dependencies: ["LibPQ", "Operations", "Schema", "TestSupport", crypto, logging],
            swiftSettings: testSettings),
        .testTarget(
            name: "SignaturesTests", dependencies: ["Signatures", "SigningSupport", "XAPI", asn1, cryptoExtras, x509],
            swiftSettings: testSettings),
        .testTarget(
            name: "TrainingTests",
            dependencies: ["JSON", "LearningRecords", "LibPQ", "TestSupport", "Training", "XAPI", logging],
            swiftSettings: testSettings),
        .testTarget(
            name: "WebTests",
            dependencies: [
                "Awarding", "Credentials", "Evaluation", "Frameworks", "Gzip", "JSON", "LearningRecords", "LibPQ",
                "Operations", "Signatures", "TestSupport", "Training", "Web", "XAPI", httpTypes, hummingbird, logging,
                nio, nioPosix,
            ],
            swiftSettings: testSettings),
        .testTarget(name: "XAPITests", dependencies: ["JSON", "XAPI"], swiftSettings: testSettings),
        .testTarget(
            name: "SystemTests",
            dependencies: [
                "CompetenceFramework", "Credentials", "FrameworkSamples", "Gzip", "SigningSupport", "TestSupport",
                crypto,
                nio,
                nioHTTP1, nioPosix, x509,
            ],
            path: "Tests/System", exclude: ["Conformance/requirements", "Conformance/requirements.md", "python"],
            swiftSettings: testSettings),
    ]
)
