// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that whoever builds Tessera doesn't fetch the tools of benchmarks; `deploy/bench-micro` runs
// it. Without traits it needs no jemalloc, and counts no allocations.

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .strictMemorySafety(),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

let benchmark: Target.Dependency = .product(name: "Benchmark", package: "benchmark")
let plugin: Target.PluginUsage = .plugin(name: "BenchmarkPlugin", package: "benchmark")

let package = Package(
    name: "tessera-benchmarks",
    platforms: [.macOS(.v13)],
    dependencies: [
        .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
        .package(name: "tessera", path: ".."),
    ],
    targets: [
        .executableTarget(
            name: "Statements",
            dependencies: [
                benchmark,
                .product(name: "JSON", package: "tessera"),
                .product(name: "LearningRecords", package: "tessera"),
                .product(name: "XAPI", package: "tessera"),
            ],
            path: "Benchmarks/Statements", swiftSettings: settings, plugins: [plugin]),
        .executableTarget(
            name: "Connections", dependencies: [benchmark, .product(name: "LibPQ", package: "tessera")],
            path: "Benchmarks/Connections", swiftSettings: settings, plugins: [plugin]),
    ]
)
