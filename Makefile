# The two to know: `make demo` and `make test`. Both install what is missing.

# The tool is one file: the Swift runtime is linked in. Without `-no-pie` the loader moves 50,000 pointers at each start, which
# takes longer than converting an article; heap, stack and the C libraries are still at random addresses.
RELEASE = -c release --static-swift-stdlib -Xlinker -no-pie
TOOL = .build/release/offprint
SEED = $(wildcard seeds/*.txt)
PREFIX ?= /usr/local
SOURCES = Package.swift Sources Plugins Tests Benchmarks Examples/BibTeX/Package.swift Examples/BibTeX/Sources Examples/BibTeX/Tests

.PHONY: demo test test-release test-examples lint format bench docs install tool clean

## demo: build the tool and convert the seed article to Markdown, JSON and EPUB in out/
demo: tool
	@mkdir -p out
	@for format in markdown:md json:json epub:epub; do \
	    $(TOOL) convert "$(SEED)" --to $${format%%:*} -o out/seed.$${format##*:} --force || exit 1; done
	@$(TOOL) inspect "$(SEED)"
	@echo
	@ls -l out/seed.md out/seed.json out/seed.epub

## tool: build the release binary
tool:
	@.ci/setup
	swift build $(RELEASE) --product offprint

## test: all tests in debug
test:
	@.ci/setup tests
	swift test

## test-release: all tests in release, where a miscompile would show; with TRAITS=Fetching, those of the client over loopback too
test-release:
	@.ci/setup tests
	swift test -c release -Xswiftc -enable-testing --scratch-path .build-release $(if $(TRAITS),--traits $(TRAITS))

## test-examples: the package in Examples, as somebody else's
test-examples:
	@.ci/setup
	swift test --package-path Examples/BibTeX

## lint: formatting and style
lint:
	swift format lint --strict --parallel --recursive $(SOURCES)

## format: rewrite the sources as `make lint` wants them
format:
	swift format --in-place --parallel --recursive $(SOURCES)

## bench: CPU time from bytes to tree, flat and Markdown, beside libxml2's own tree; over PAGES (HTML files), or our cases
bench:
	@.ci/setup
	OFFPRINT_BENCHMARKS=1 swift build $(RELEASE) --product ReadingBenchmark
	.build/release/ReadingBenchmark $(or $(PAGES),$(wildcard Tests/Cases/html/*/source.html))

## install: put the tool into $(PREFIX)/bin
install: tool
	install -d $(DESTDIR)$(PREFIX)/bin
	install -m 755 $(TOOL) $(DESTDIR)$(PREFIX)/bin/offprint

## clean: remove what was built
clean:
	rm -rf .build .build-release Examples/BibTeX/.build out
