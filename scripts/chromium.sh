#!/bin/sh
# Makes sure that Chromium and its driver are there for the tests: from the system's packages where it may install
# them, else it says how.
set -eu

found() {
    command -v chromedriver >/dev/null &&
        { [ -n "${CHROMIUM:-}" ] || command -v chromium || command -v chromium-browser || command -v google-chrome; } >/dev/null
}
found && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends chromium chromium-driver
fi
found && exit 0
cat >&2 <<'END'
The browser tests need Chromium and chromedriver, of one version, on PATH.
  Debian, Ubuntu:  sudo apt-get install chromium chromium-driver
  Fedora:          sudo dnf install chromium chromedriver
  macOS:           brew install --cask chromium chromedriver
Where Chromium is elsewhere, set CHROMIUM to its path.
END
exit 1
