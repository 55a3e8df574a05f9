# `make` builds the playground and serves it, `make test` tests everything, `make help` lists the rest.
# What is missing is installed first; what has been done is not done again.

export PATH := $(CURDIR)/.tools/bin:$(CURDIR)/www/node_modules/.bin:$(PATH)

ENGINE := $(shell find src .cargo -type f) Cargo.toml Cargo.lock rust-toolchain.toml
PAGE := $(shell find www/src www/messages www/public www/*.html www/*.json www/*.ts -type f) tests/sample_input.json
PACKAGE := www/pkg/pipeline_playground_bg.wasm
DIST := www/dist/index.html
CARRIED := dist/SHA256SUMS
# Keeps the path to this machine's cargo out of the engine: everyone builds the same bytes.
NO_HOME = target.wasm32-unknown-unknown.rustflags=['--remap-path-prefix=$(or $(CARGO_HOME),$(HOME)/.cargo)=cargo']
TESTS := lint test-rust test-oracle test-wasm test-package test-page test-sites test-lighthouse test-dist test-engines test-fuzz
CARGO_TEST := cargo test --locked --features cli
# Answers that the tests compare with. Empty where there is no Python: then the tests say so, and fail on CI.
PYTHON_FOUND = $(shell scripts/python.sh)

.PHONY: serve build dist setup test prepare browsers site-tools rust-tests fuzz-targets \
	lint test-rust test-oracle test-wasm test-package test-page test-sites test-hosts test-lighthouse test-dist \
	test-engines test-browsers test-fuzz bench lighthouse pictures docs site publish sbom release differential fuzz \
	format clean help

serve: build ## Build the playground and serve it on this machine (the default)
	node www/scripts/serve.mjs $(SERVE)

build: $(DIST) ## Build the page into www/dist

dist: $(CARRIED) ## Fill dist/ with what people carry away: the page as one file, as a folder, and the npm package

setup: ## Install what a build needs and what is missing
	@scripts/setup.sh

www/node_modules/.package-lock.json: www/package-lock.json
	cd www && npm ci --no-audit --no-fund
	@touch $@

$(PACKAGE): $(ENGINE) $(addprefix www/scripts/,guard-package.mjs short-names.mjs summary-engine.mjs) www/node_modules/.package-lock.json | setup
	wasm-pack build --target web --release --out-dir www/pkg -- --config "$(NO_HOME)"
	node www/scripts/guard-package.mjs
	node www/scripts/short-names.mjs
	node www/scripts/summary-engine.mjs

$(DIST): $(PAGE) $(PACKAGE)
	cd www && npm run build

$(CARRIED): $(DIST) $(shell find www/package www/public -type f) www/scripts/dist.mjs LICENSE
	node www/scripts/dist.mjs

test: prepare $(TESTS) ## Run all tests
	@echo "make test: all passed"

# While one waits for the network, another has the processor.
prepare: ## Install and build what the tests need, several at a time
	@$(MAKE) --jobs=3 browsers site-tools rust-tests fuzz-targets $(CARRIED) $(LIGHTHOUSE)

browsers:
	@scripts/chromium.sh
	@scripts/engine.sh firefox
	@scripts/engine.sh webkit

site-tools:
	@[ -z "$(PYTHON_FOUND)" ] || PYTHON="$(PYTHON_FOUND)" node tests/hosts/build.mjs --install

rust-tests: | setup
	$(CARGO_TEST) --no-run
	cargo build --locked --tests --target wasm32-unknown-unknown

fuzz-targets: | setup
	cargo build --locked --manifest-path tests/fuzz/Cargo.toml --target-dir target/fuzz

lint: $(PACKAGE) ## Check format, imports, lints and types
	cargo fmt --check
	$(CARGO_TEST) --quiet --test imports
	cargo clippy --features cli --all-targets -- --deny warnings
	cargo clippy --target wasm32-unknown-unknown --lib --test wasm -- --deny warnings
	RUSTDOCFLAGS="--deny warnings" cargo doc --no-deps --quiet
	cd www && npm run check
	for folder in tests/bench tests/hosts tests/notebooks tests/lighthouse tests/package; do (cd $$folder && biome check .) || exit 1; done

test-rust: | setup ## The library and the command line, against the conformance cases and a live Python
	PYTHON="$(PYTHON_FOUND)" $(CARGO_TEST)

test-oracle: ## The oracle, on a live Python, against the conformance cases
	@if [ -n "$(PYTHON_FOUND)" ]; then "$(PYTHON_FOUND)" tests/oracle/conformance.py; \
	else printf '\nSKIPPED: the oracle did not run, since no Python from 3.11 on was found.\n\n'; [ -z "$$CI" ]; fi

test-wasm: | setup ## The wasm package in a browser's worker
	@scripts/chromium.sh
	wasm-pack test --headless --chrome

test-package: $(PACKAGE) ## The wasm package as it is shipped, in Node
	node --test tests/package/*.test.mjs

test-page: $(DIST) ## The built page in Chromium
	@scripts/chromium.sh
	cd www && npm run size && npm test

docs: $(DIST) ## Build the site about the playground, with live examples, into target/hosts/docs
	cargo run --locked --quiet --features cli -- docs check docs
	PYTHON="$(PYTHON_FOUND)" node tests/hosts/build.mjs docs

site: docs ## Put the playground and its docs together, as they are published, into target/site
	rm -rf target/site && mkdir -p target/site
	cp -R www/dist/. target/site
	rm -rf target/site/.vite target/site/*.json
	cp -R target/hosts/docs target/site/docs

publish: site ## Put the site into the branch gh-pages: AT= is its root, AT=v1.2.3 a folder that stays
	scripts/publish.sh target/site $(AT)

sbom: www/node_modules/.package-lock.json | setup ## List what is inside, as CycloneDX: the page's packages and the engine's crates
	mkdir -p target/sbom
	cd www && npm sbom --omit dev --sbom-format cyclonedx >../target/sbom/page.cdx.json
	command -v cargo-cyclonedx >/dev/null || cargo install --root .tools cargo-cyclonedx --version 0.5.9 --locked
	cargo cyclonedx --format json --target wasm32-unknown-unknown --override-filename engine.cdx
	mv engine.cdx.json target/sbom/

release: dist sbom ## Make a release on GitHub of a pushed tag: TAG=v1.2.3
	gh release create "$(TAG)" --verify-tag --generate-notes \
		dist/pipeline-playground.html dist/*.tgz dist/SHA256SUMS target/sbom/*.json

test-sites: $(DIST) ## The page in example sites: Zensical, MkDocs, Sphinx, plain HTML
	@scripts/chromium.sh
	cargo run --locked --quiet --features cli -- docs check tests/hosts
	cargo run --locked --quiet --features cli -- docs check docs
	PYTHON="$(PYTHON_FOUND)" node tests/hosts/build.mjs
	cd www && playwright test -c playwright.hosts.config.ts

test-hosts: $(DIST) ## The same in all example sites, built by tools from their own registries, and in Jupyter and marimo
	@scripts/chromium.sh
	PYTHON="$(PYTHON_FOUND)" node tests/hosts/build.mjs --all
	cd www && playwright test -c playwright.hosts.config.ts
	PYTHON="$(PYTHON_FOUND)" node tests/notebooks/install.mjs
	cd www && playwright test -c playwright.notebooks.config.ts

LIGHTHOUSE := tests/lighthouse/node_modules/.package-lock.json
$(LIGHTHOUSE): tests/lighthouse/package-lock.json
	cd tests/lighthouse && npm ci --no-audit --no-fund
	@touch $@

test-lighthouse: $(DIST) $(LIGHTHOUSE) ## Lighthouse on the page and on embeds: 100 for accessibility and for best practices
	@scripts/chromium.sh
	node tests/hosts/build.mjs plain
	node tests/lighthouse/lighthouse.mjs

lighthouse: $(DIST) $(LIGHTHOUSE) ## The same, and the median of three for performance
	@scripts/chromium.sh
	node tests/hosts/build.mjs plain
	node tests/lighthouse/lighthouse.mjs --performance

test-dist: $(CARRIED) ## What is in dist/: the one file from file://, the npm package in Node, in Vite and in a page
	@scripts/chromium.sh
	node --test tests/dist/*.test.mjs
	cd www && npm run test:dist

# A smoke run: it finds what another engine cannot do at all.
test-engines: $(CARRIED) | setup ## The page in Firefox and in WebKit, and the wasm package in WebKit's worker
	@scripts/engine.sh firefox npm run --prefix www test:engines -- --project firefox
	@scripts/engine.sh webkit npm run --prefix www test:engines -- --project webkit
	@SAFARIDRIVER="$$(command -v WebKitWebDriver)" CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner \
		scripts/engine.sh webkit cargo test --locked --target wasm32-unknown-unknown --test wasm -- every_conformance_case

test-browsers: $(DIST) test-engines ## All tests of the page in Chromium and in Firefox, and what WebKit can be asked
	@scripts/chromium.sh
	cd www && npm test
	@BROWSER=firefox scripts/engine.sh firefox npm run --prefix www test

test-fuzz: fuzz-targets ## Both fuzz targets on the stable toolchain: they build, and stand a few thousand inputs
	@for target in text config; do log=target/fuzz/$$target.log; \
		target/fuzz/debug/$$target -runs=5000 -seed=1 -len_control=0 -max_len=1500 >$$log 2>&1 || { cat $$log; exit 1; }; \
		echo "fuzz target $$target: 5000 inputs"; done

bench: $(DIST) ## Measure the engine beside CPython, Pyodide, JavaScript and JSON.parse (BENCH='--sizes 100k'), and the page
	cd tests/bench && npm ci --no-audit --no-fund
	cargo build --release --example native_bench
	PYTHON="$(PYTHON_FOUND)" node tests/bench/bench.mjs $(BENCH)
	node tests/bench/playground.mjs

pictures: $(DIST) ## Take the pictures in docs/ of the built page
	@scripts/chromium.sh
	cd www && node scripts/pictures.mjs

differential: | setup ## Compare with a live Python on a million configs
	DIFFERENTIAL_CONFIGS=$${DIFFERENTIAL_CONFIGS:-1000000} PYTHON="$(PYTHON_FOUND)" $(CARGO_TEST) --release --test engine differential::

fuzz: ## Fuzz on, until something breaks (TARGET=config; needs cargo-fuzz and a nightly toolchain)
	cargo +nightly fuzz run --fuzz-dir tests/fuzz $(or $(TARGET),text)

format: www/node_modules/.package-lock.json ## Format everything
	cargo fmt
	cd www && npm run format

clean: ## Remove what was built; what was installed stays
	cargo clean
	rm -rf dist www/dist www/pkg

help: ## Show this
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16
