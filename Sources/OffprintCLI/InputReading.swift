import Offprint
import OffprintArchive

/// The bytes of an input, unpacked.
struct InputReading {
    /// What to convert.
    let source: Source
    /// Whether a part is missing: what is there is converted, and the document counts as failed.
    var isIncomplete = false

    /// Reads an input to its end, through gzip.
    init(_ input: InputFile, limits: Limits, reporting diagnostics: inout Diagnostics) throws(Failure) {
        if let problem = input.problem { throw problem }
        var bytes = try Self.bytes(of: input, limits: limits)
        if Gzip.isGzip(bytes.span) {
            bytes = try Self.unpack(bytes, limits: limits, isIncomplete: &isIncomplete, reporting: &diagnostics)
        }
        let hint = SourceHint(fileExtension: FileName(input.path?.name ?? []).fileExtension)
        source = Source(bytes, name: input.source, hint: hint)
    }

    private static func bytes(of input: InputFile, limits: Limits) throws(Failure) -> [UInt8] {
        let limit = limits.sourceBytes
        // A sparse file has its size before anybody reads it.
        guard input.status?.size ?? 0 <= limit else { throw tooLarge(limit) }
        let bytes: [UInt8]
        do throws(SystemError) { bytes = try Platform.read(input.path, limit: limit) } catch {
            if error.isMissing { throw Failure(.noInput, "no-input", "there is no such file.") }
            throw Failure(
                error.isDeviceTrouble ? .inputOutput : .noInput,
                "cannot-read",
                "cannot read it: \(error.text)."
            )
        }
        guard bytes.count <= limit else { throw tooLarge(limit) }
        return bytes
    }

    private static func tooLarge(_ limit: Int) -> Failure {
        Failure(
            .unreadable,
            "limit-exceeded",
            "it is larger than \(SizeLimit.text(limit)), the size limit. Raise it with --max-size, or split the file."
        )
    }

    private static func unpack(
        _ bytes: [UInt8],
        limits: Limits,
        isIncomplete: inout Bool,
        reporting diagnostics: inout Diagnostics
    ) throws(Failure) -> [UInt8] {
        do throws(ArchiveError) {
            let contents = try Gzip.decompress(bytes.span, limit: OutputLimit(bytes: limits.sourceBytes))
            if contents.isTruncated {
                diagnostics.warn("truncated", "The gzip file is truncated: what it still holds was converted.")
            }
            if contents.isDamaged {
                diagnostics.warn("gzip-damaged", "The gzip data is damaged: what stands before that was converted.")
            }
            if contents.hasBadChecksum {
                diagnostics.warn("gzip-checksum", "The checksum of the gzip file is not that of its content.")
            }
            if contents.hasTrailingGarbage {
                diagnostics.warn("gzip-trailing-garbage", "What stands behind the gzip data was left out.")
            }
            isIncomplete = contents.isTruncated || contents.isDamaged
            return contents.bytes
        } catch {
            throw Failure(.unreadable, error.code.rawValue, error.message)
        }
    }
}
