#!/bin/sh
# Runs a command that needs a browser engine other than Chromium's: engine.sh firefox|webkit COMMAND… Without a command,
# only installs the engine.
# Installs the system's packages if it may, as on CI. Where the engine is not found, it says that nothing was tested, and
# fails on CI. WebKit is GTK's, which needs a display: the command gets one that is not seen.
set -eu
engine=$1
shift

case $engine in
firefox)
    packages=firefox-esr
    found() { [ -n "${FIREFOX:-}" ] || command -v firefox-esr || command -v firefox; }
    ;;
webkit)
    packages='webkit2gtk-driver xvfb xauth'
    found() { command -v WebKitWebDriver && command -v xvfb-run && command -v xauth; }
    ;;
esac
as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}
if ! found >/dev/null && command -v apt-get >/dev/null && { [ "$(id -u)" = 0 ] || [ -n "${CI:-}" ]; }; then
    as_root apt-get update -q
    # shellcheck disable=SC2086 # several packages
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends $packages
fi
[ $# -gt 0 ] || exit 0
if found >/dev/null; then
    [ "$engine" = firefox ] || set -- xvfb-run -a "$@"
    exec "$@"
fi
cat >&2 <<END_OF_TEXT

SKIPPED: nothing was tested in $engine, since it was not found.
  Debian:  sudo apt-get install $packages
  Firefox of any system can be used: set FIREFOX to its path. WebKit is tested on Linux only.

END_OF_TEXT
[ -z "${CI:-}" ]
