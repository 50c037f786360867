package import OffprintModel

extension ImageReference {
    /// Why an article does not hold the bytes of this image, as far as its address tells, in words that follow
    /// "because".
    package func absence(in resources: [Resource.ID: Resource]) -> String {
        var address = url
        switch resource.flatMap({ resources[$0] })?.location {
        case .file(let path): address = path
        case .remote(let url): address = address ?? url
        case .bytes, nil: break
        }
        guard let address = address?.nonEmpty else { return "nothing says where it is" }
        switch LinkTarget(address) {
        case .address(let address):
            return address.hasPrefix("http")
                ? "it is on the web and was not fetched: give --fetch-images" : "its address is not one of a file"
        case .fragment: return "its address is a place in the page"
        case .refused(let reason):
            if address.hasPrefix("/") { return "its address begins at a site, and the page does not say at which" }
            // A colon before the first slash ends a scheme.
            let isRelative = !(address.prefix { $0 != "/" }.contains(":"))
            return isRelative ? "there is no such file beside the page, in the folder given" : reason
        }
    }
}
