#!/bin/sh
# Print a Python that TwitchLog runs on: the one asked for, that of .venv, or the newest found.
set -u

fits() {
    "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null
}

if [ -n "${1:-}" ]; then
    if fits "$1"; then
        echo "$1"
        exit 0
    fi
    echo "PYTHON=$1 does not run, or is not Python 3.11, 3.12 or 3.13." >&2
    exit 1
fi

for candidate in .venv/bin/python .venv/Scripts/python.exe \
    python3.13 python3.12 python3.11 python3 python; do
    if fits "$candidate"; then
        echo "$candidate"
        exit 0
    fi
done

echo "TwitchLog needs Python 3.11, 3.12 or 3.13, and none was found here;" \
    "install one, or say where it is: make PYTHON=/path/to/python3.12" >&2
exit 1
