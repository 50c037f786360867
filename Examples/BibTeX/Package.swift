// swift-tools-version: 6.2

import PackageDescription

// A package of its own, as yours would be. Yours names the repository instead of a path:
//     .package(url: "https://github.com/OWNER/offprint", from: "0.1.0")
let package = Package(
    name: "offprint-bibtex",
    products: [
        .library(name: "OffprintBibTeX", targets: ["OffprintBibTeX"]),
        .executable(name: "offprint-bibtex", targets: ["offprint-bibtex"]),
    ],
    dependencies: [.package(name: "offprint", path: "../..")],
    targets: [
        .target(name: "OffprintBibTeX", dependencies: [.product(name: "Offprint", package: "offprint")]),
        .executableTarget(name: "offprint-bibtex", dependencies: ["OffprintBibTeX"]),
        .testTarget(
            name: "OffprintBibTeXTests",
            dependencies: ["OffprintBibTeX", .product(name: "OffprintTesting", package: "offprint")]
        ),
    ]
)
