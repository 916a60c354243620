#!/bin/sh
# See that the system has what Python packages cannot bring. Debian's packages are installed where
# that is allowed (to root, by apt-get); elsewhere it says what is
# missing.
#   run    a window needs OpenGL
#   test   the tests also need a hidden screen, a mouse and keyboard for it, a PDF reader, and
#          SQLite's own tool to compare with; those of a diary on a server need PostgreSQL, and
#          are skipped without it
set -u

purpose=${1:-test}
[ "$(uname -s)" = Linux ] || exit 0

missing=
useful=
need() { # need PACKAGE TEST...: note the package unless the test succeeds
    package=$1
    shift
    "$@" >/dev/null 2>&1 || missing="$missing $package"
}
library() {
    for cache in ldconfig /sbin/ldconfig; do
        "$cache" -p 2>/dev/null | grep -q "$1" && return 0
    done
    return 1
}
software_gl() {
    ls /usr/lib/*/dri/swrast_dri.so /usr/lib/*/dri/kms_swrast_dri.so /usr/lib/*/libgallium* \
        /usr/lib*/dri/swrast_dri.so /usr/lib*/libgallium* 2>/dev/null | grep -q .
}

server() {
    command -v initdb || ls /usr/lib/postgresql/*/bin/initdb
} >/dev/null 2>&1

need libgl1 library 'libGL\.so\.1'
need libmtdev1 library 'libmtdev\.so\.1'
if [ "$purpose" = test ]; then
    need libgl1-mesa-dri software_gl
    need xvfb command -v Xvfb
    need xdotool command -v xdotool
    need poppler-utils command -v pdftotext
    need qpdf command -v qpdf
    need sqlite3 command -v sqlite3
    server || useful="$useful postgresql"
fi
[ -n "$missing$useful" ] || exit 0

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installing from Debian:$missing$useful ..."
    export DEBIAN_FRONTEND=noninteractive
    # shellcheck disable=SC2086 # one word a package
    if apt-get update -qq && apt-get install -y -qq --no-install-recommends $missing $useful; then
        exit 0
    fi
fi

if [ -n "$useful" ]; then
    echo "The tests of a diary on a server are skipped; they need (Debian's name):$useful" >&2
fi
[ -n "$missing" ] || exit 0
if [ "$purpose" = test ]; then
    echo "The tests that open a window (tests/ui, tests/journeys) and read the PDF need these" \
        "packages (Debian's names):$missing" >&2
    echo "Install them and run make test again; the other tests run without:" \
        ".venv/bin/python -m pytest --ignore tests/ui --ignore tests/journeys" >&2
    exit 1
fi
echo "If no window opens, install these packages (Debian's names):$missing" >&2
exit 0
