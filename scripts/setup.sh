#!/bin/sh
# Installs what a build needs, if it is missing: the Rust toolchain with its WebAssembly target, and two cargo tools at
# their pinned versions. The tools go into .tools, so that other versions on the machine are not changed.
set -eu
cd "$(dirname "$0")/.."

WASM_PACK=0.15.1
# Must be the version of the crate in Cargo.toml.
WASM_BINDGEN=$(sed -n 's/^wasm-bindgen = "=\(.*\)"$/\1/p' Cargo.toml)
TARGET=wasm32-unknown-unknown

need() {
    command -v "$1" >/dev/null || { echo "setup: $1 is missing. $2" >&2; exit 1; }
}
need rustup "Install Rust: https://rustup.rs"
need node "Install Node.js 20.19 or newer: https://nodejs.org"
need npm "It comes with Node.js: https://nodejs.org"

# Not every rustup installs the toolchain of rust-toolchain.toml automatically.
toolchain=$(sed -n 's/^channel = "\(.*\)"$/\1/p' rust-toolchain.toml)
if ! rustup target list --toolchain "$toolchain" --installed 2>/dev/null | grep -q "^$TARGET$"; then
    rustup toolchain install "$toolchain" --profile minimal --component clippy,rustfmt --target "$TARGET" --no-self-update
fi

# Optimized for build time: these tools run only for a second or two.
install_tool() {
    CARGO_PROFILE_RELEASE_OPT_LEVEL=0 CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
        CARGO_PROFILE_RELEASE_DEBUG=0 cargo install --root .tools "$@"
}
has() {
    [ "$("$1" --version 2>/dev/null)" = "$1 $2" ]
}
export PATH="$PWD/.tools/bin:$PATH"
has wasm-bindgen "$WASM_BINDGEN" ||
    install_tool wasm-bindgen-cli --version "$WASM_BINDGEN" --no-default-features
has wasm-pack "$WASM_PACK" || install_tool wasm-pack --version "$WASM_PACK" --locked
