// swift-tools-version: 6.2

import PackageDescription

// MARK: - House settings
// Every Swift target gets these.
let house: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),  // SE-0480
    .strictMemorySafety(),  // SE-0458: every unsafe expression is marked `unsafe`
    .enableUpcomingFeature("ExistentialAny"),  // SE-0335
    .enableUpcomingFeature("InternalImportsByDefault"),  // SE-0409
    .enableUpcomingFeature("MemberImportVisibility"),  // SE-0444
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),  // SE-0461
]

// The flat tree lends views of its buffers.
let lifetimes: [SwiftSetting] = [.enableExperimentalFeature("Lifetimes")]

// MARK: - Bundled plugins
// One row a plugin: a folder under Plugins/, and what it needs besides `Offprint`.
struct BundledPlugin {
    let name: String
    var needs: [Target.Dependency] = []

    var target: Target.Dependency { .target(name: "Offprint\(name)") }
}

let plugins: [BundledPlugin] = [
    BundledPlugin(
        name: "PlainText",
        needs: ["OffprintDates", "OffprintEncoding", "OffprintInterchange", "OffprintLanguage", "OffprintXHTML"]
    ),
    BundledPlugin(
        name: "HTML",
        needs: [
            "OffprintDates", "OffprintEncoding", "OffprintHypertext", "OffprintInterchange", "OffprintLanguage",
            "OffprintMarkup", "OffprintXHTML",
        ]
    ),
    BundledPlugin(
        name: "XML",
        needs: [
            "OffprintDates", "OffprintEncoding", "OffprintHypertext", "OffprintInterchange", "OffprintLanguage",
            "OffprintMarkup",
        ]
    ),
    BundledPlugin(name: "Markdown", needs: ["OffprintXHTML"]),
    BundledPlugin(
        name: "JSON",
        needs: [
            "OffprintHypertext", "OffprintIdentity", "OffprintInterchange", "OffprintLanguage", "OffprintMarkup",
            "OffprintXHTML",
        ]
    ),
    BundledPlugin(name: "EPUB", needs: ["OffprintArchive", "OffprintIdentity", "OffprintXHTML"]),
]

// MARK: - Tests
// One target a module, called by it; `Tests/Cases` holds the case folders.
let testedModules: [(name: String, needs: [Target.Dependency])] = [
    ("OffprintModel", []),
    ("Offprint", []),
    ("OffprintEncoding", []),
    ("OffprintLanguage", []),
    ("OffprintDates", ["OffprintModel"]),
    ("OffprintMarkup", ["OffprintEncoding"]),
    ("OffprintArchive", []),
    ("OffprintHypertext", ["OffprintEncoding", "OffprintMarkup"]),
    ("OffprintInterchange", []),
    ("OffprintXHTML", []),
    ("OffprintFetching", ["OffprintModel"]),
    ("OffprintPlainText", []),
    ("OffprintHTML", ["OffprintModel"]),
    ("OffprintXML", []),
    ("OffprintMarkdown", ["Yams"]),
    ("OffprintJSON", ["OffprintInterchange"]),
    ("OffprintEPUB", ["OffprintArchive"]),
    ("OffprintCLI", ["Offprint", "OffprintArchive", "OffprintFetching", "OffprintMarkup", "OffprintPlugins"]),
]

let testTargets: [Target] = testedModules.map { module in
    .testTarget(
        name: "\(module.name)Tests",
        dependencies: [.target(name: module.name), "OffprintTesting"] + module.needs,
        swiftSettings: house
    )
}

// MARK: - Package
let package = Package(
    name: "offprint",
    products: [
        .library(name: "Offprint", targets: ["Offprint", "OffprintPlugins"]),
        .library(name: "OffprintTesting", targets: ["OffprintTesting"]),
        .executable(name: "offprint", targets: ["OffprintCLI"]),
    ],
    traits: [
        .trait(name: "Fetching", description: "A client that gets the images of articles from the web.")
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
        // For the trait Fetching alone.
        .package(url: "https://github.com/apple/swift-nio", from: "2.100.0"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
    ],
    targets: [
        // MARK: System libraries
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),

        // MARK: Core
        .target(name: "OffprintModel", swiftSettings: house),
        .target(name: "Offprint", dependencies: ["OffprintModel"], swiftSettings: house),

        // MARK: Text and languages
        .target(name: "OffprintEncoding", swiftSettings: house),
        .target(name: "OffprintLanguage", dependencies: ["OffprintModel"], swiftSettings: house),
        .target(name: "OffprintDates", dependencies: ["OffprintLanguage", "OffprintModel"], swiftSettings: house),

        // MARK: C fences
        .target(
            name: "OffprintMarkup",
            dependencies: ["CLibXML2", "OffprintEncoding", "OffprintModel"],
            swiftSettings: house + lifetimes
        ),
        .target(name: "OffprintArchive", dependencies: ["CZlib"], swiftSettings: house),

        // MARK: What several plugins share
        .target(
            name: "OffprintHypertext",
            dependencies: ["Offprint", "OffprintEncoding", "OffprintMarkup"],
            swiftSettings: house
        ),
        .target(
            name: "OffprintInterchange",
            dependencies: ["OffprintModel", "OffprintXHTML"],
            swiftSettings: house
        ),
        .target(name: "OffprintIdentity", swiftSettings: house),
        .target(name: "OffprintXHTML", dependencies: ["OffprintModel"], swiftSettings: house),

        // MARK: What goes to the network
        // The rules are always built; the client only where somebody asks for it.
        .target(
            name: "OffprintFetching",
            dependencies: [
                "OffprintHypertext", "OffprintModel", "OffprintXHTML",
                .product(
                    name: "AsyncHTTPClient",
                    package: "async-http-client",
                    condition: .when(traits: ["Fetching"])
                ),
                .product(name: "NIOCore", package: "swift-nio", condition: .when(traits: ["Fetching"])),
                .product(name: "NIOHTTP1", package: "swift-nio", condition: .when(traits: ["Fetching"])),
                .product(name: "NIOPosix", package: "swift-nio", condition: .when(traits: ["Fetching"])),
            ],
            swiftSettings: house
        ),

        // MARK: The tool
        .executableTarget(
            name: "OffprintCLI",
            dependencies: [
                "Offprint", "OffprintArchive", "OffprintFetching", "OffprintInterchange", "OffprintPlugins",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: house
        ),

        // MARK: Tests
        .target(name: "OffprintTesting", dependencies: ["Offprint", "OffprintInterchange"], swiftSettings: house),
    ]
        + plugins.map { plugin in
            .target(
                name: "Offprint\(plugin.name)",
                dependencies: ["Offprint"] + plugin.needs,
                path: "Plugins/\(plugin.name)",
                swiftSettings: house
            )
        } + [
            .target(
                name: "OffprintPlugins",
                dependencies: ["Offprint"] + plugins.map(\.target),
                path: "Plugins/Bundled",
                swiftSettings: house
            )
        ] + testTargets
)

// MARK: - Benchmarks
// They join the manifest only when asked: `make bench` sets the variable.
if Context.environment["OFFPRINT_BENCHMARKS"] != nil {
    package.targets += [
        .target(name: "Floor", dependencies: ["CLibXML2"], path: "Benchmarks/Floor"),
        .executableTarget(
            name: "ReadingBenchmark",
            dependencies: ["Floor", "Offprint", "OffprintMarkup", "OffprintPlugins"],
            path: "Benchmarks/Reading",
            swiftSettings: house
        ),
    ]
}

// MARK: - Training
// What the content model of the HTML reader is trained on: `Training/README.md`.
if Context.environment["OFFPRINT_TRAINING"] != nil {
    package.targets.append(
        .executableTarget(
            name: "TrainingTable",
            dependencies: ["OffprintHTML"],
            path: "Training/Table",
            swiftSettings: house
        )
    )
}
