#!/bin/sh
# Prints the Python to compare with: $PYTHON if it is set, else the reference's version if it is installed, else any
# from 3.11 on. Prints nothing if there is none.
set -eu

works() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}
candidates="${PYTHON:-} python3.13"
if command -v pyenv >/dev/null; then
    for version in $(pyenv versions --bare | grep '^3\.13\.' || true); do
        candidates="$candidates $(pyenv prefix "$version")/bin/python3"
    done
fi
for python in $candidates python3 python python3.14 python3.12 python3.11; do
    if works "$python"; then
        echo "$python"
        exit
    fi
done
