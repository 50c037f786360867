public import Offprint
import OffprintEPUB
import OffprintHTML
import OffprintJSON
import OffprintMarkdown
import OffprintPlainText
import OffprintXML

extension PluginRegistry {
    /// The plugins that come with Offprint, one a line.
    public static let bundledPlugins: [any Plugin] = [
        PlainTextPlugin(),
        HTMLPlugin(),
        XMLPlugin(),
        MarkdownPlugin(),
        JSONPlugin(),
        EPUBPlugin(),
        StandardTransforms(),
    ]

    /// A registry of the plugins that come with Offprint; add your own with ``register(_:)``.
    public static var bundled: PluginRegistry {
        get throws(ConversionError) { try PluginRegistry(bundledPlugins) }
    }
}
