# Each target is a command or two that a person could type. A Rust toolchain, a C compiler and make
# are all that is needed; cargo-nextest, cargo-deny and buf are used where they are installed.

# One thing after the other, even under -j: cargo uses every core by itself, and `make ci` ends with
# the tests.
.NOTPARALLEL:
.PHONY: help build run demo test test-pdf replay lint lint-pdf bench bench-pdf ci

WASM := wasm32-unknown-unknown
SCRIPTS := .ci/run tests/with-postgres $(wildcard tests/demo)
NEXTEST := $(shell command -v cargo-nextest 2>/dev/null)

help: ## what can be made
	@grep -E '^[a-z-]+:.*## ' Makefile | sed -E 's/^([a-z-]+):.*## (.*)/\1\t\2/' | expand -t 10

build: ## the server and the command line, for debugging
	cargo build --locked --workspace --bins

run: ## the server in the foreground, with its embedded defaults
	cargo run --locked --package nianbao-server --bin nianbao-server -- serve

demo: ## the main job from beginning to end, with a transcript
	tests/demo

# The end-to-end tests run the real programs, so these are built first. Examples in the
# documentation come before the tests proper, whose summary is the last line.
test: build ## every test, on SQLite and on a PostgreSQL that this provides
	cargo test --locked --workspace --doc
ifdef NEXTEST
	tests/with-postgres cargo nextest run --locked --workspace
else
	tests/with-postgres cargo test --locked --workspace --lib --bins --tests
endif

# Typesetting is heavy, and apart: its crate is empty without the feature, and everyday builds are
# without it. All packages that have the feature are named in every command, so that what they share is
# built once. Of the end-to-end tests those are run that see PDF.
PDF := --features pdf --package nianbao-typeset --package nianbao-cli --package nianbao-server --package nianbao-tests
PDF_TESTS := $(PDF) --lib --bins --test it --test offline --test online

test-pdf: ## the tests of PDF, which are apart because typesetting takes minutes to build
ifdef NEXTEST
	tests/with-postgres cargo nextest run --locked $(PDF_TESTS) --test e2e -E 'not binary(e2e) | test(/::pdf::/)'
else
	cargo test --locked $(PDF_TESTS)
	tests/with-postgres cargo test --locked $(PDF) --test e2e ::pdf::
endif

# The fuzz targets are a workspace of their own; what they were given once, they are given again.
replay: ## the corpus of the fuzz targets
	cargo test --locked --quiet --manifest-path tests/fuzz/Cargo.toml --target-dir target --test replay

lint: ## formatting, clippy, scripts; proto and dependencies where the tools are installed
	cargo fmt --all -- --check
	cargo clippy --locked --workspace --all-targets -- -D warnings
	@for script in $(SCRIPTS); do bash -n "$$script" || exit; done
	@if [ -d "$$(rustc --print target-libdir --target $(WASM) 2>/dev/null)" ]; then \
	cargo check --locked --target $(WASM) --package nianbao-document --package nianbao-expression --package nianbao-wire; \
	else echo 'lint: skipped the crates without I/O: $(WASM) is not installed'; fi
	@if command -v buf >/dev/null; then buf lint proto; else echo 'lint: skipped proto/: buf is not installed'; fi
	@if command -v cargo-deny >/dev/null; then cargo deny --locked check --hide-inclusion-graph bans licenses sources; \
	else echo 'lint: skipped dependencies: cargo-deny is not installed'; fi

lint-pdf: ## clippy for what the feature pdf adds
	cargo clippy --locked $(PDF) --all-targets -- -D warnings

# Commits reach the disk here, as they do in service.
bench: ## the benches, each beside the limit it is held against
	NIANBAO_TEST_POSTGRES_FSYNC=on tests/with-postgres cargo bench --locked --workspace --bench '*'

bench-pdf: ## how long a report takes to be set as PDF
	cargo bench --locked --features pdf --package nianbao-typeset --bench '*'

ci: lint lint-pdf replay test-pdf demo test ## all that a change must pass
