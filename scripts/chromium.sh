#!/bin/sh
# Makes sure that Chromium and its driver are installed for the tests. Installs the system's packages if it may, and
# otherwise says how to install them. Also installs Chromium's headless shell, which the tests of the page can do
# without: with it they take half the time.
set -eu

found() {
    command -v chromedriver >/dev/null &&
        { [ -n "${CHROMIUM:-}" ] || command -v chromium || command -v chromium-browser || command -v google-chrome; } >/dev/null
}
shell() {
    [ -n "${CHROMIUM:-}" ] || command -v chromium-headless-shell >/dev/null
}
install() {
    DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends "$@"
}
found && shell && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get update -q
    found || install chromium chromium-driver
    shell || install chromium-headless-shell || echo "No package of Chromium's headless shell: the tests of the page take longer."
fi
found && exit 0
cat >&2 <<'END'
The browser tests need Chromium and chromedriver, of the same version, on PATH.
  Debian, Ubuntu:  sudo apt-get install chromium chromium-driver
  Fedora:          sudo dnf install chromium chromedriver
  macOS:           brew install --cask chromium chromedriver
If Chromium is not on PATH, set CHROMIUM to its path.
END
exit 1
