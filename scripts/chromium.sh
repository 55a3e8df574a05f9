#!/bin/sh
# Makes sure that Chromium and its driver are installed for the tests. Installs the system's packages if it may, and
# otherwise says how to install them.
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
The browser tests need Chromium and chromedriver, of the same version, on PATH.
  Debian, Ubuntu:  sudo apt-get install chromium chromium-driver
  Fedora:          sudo dnf install chromium chromedriver
  macOS:           brew install --cask chromium chromedriver
If Chromium is not on PATH, set CHROMIUM to its path.
END
exit 1
