# Sourced by site, test and lock. Moves to the project's folder, and keeps .venv in step with the locks.
# shellcheck shell=bash

unset CDPATH PYTHONHOME PYTHONPATH
export PIP_DISABLE_PIP_VERSION_CHECK=1
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."

python=.venv/bin/python
stamp=.venv/briefgen-setup      # where .venv was set up, and with what

say() { printf '%s\n' "$*"; }
fail() { printf '%s\n' "$@" >&2; exit 1; }

may_apt_install() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; }

apt_install() {
    say "Installing Debian's $* …"
    local report
    report=$(
        export DEBIAN_FRONTEND=noninteractive
        exec </dev/null 2>&1
        apt-get update -qq -o DPkg::Lock::Timeout=300 \
            && apt-get install -qq -y --no-install-recommends -o DPkg::Lock::Timeout=300 "$@"
    ) || fail "$report" "apt-get could not install $*."
}

# Run, not only looked for: a name on the PATH may be a shim for a Python that isn't there.
is_new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' </dev/null >/dev/null 2>&1; }

# `python3` first: where it is new enough, it is the one that was chosen for this shell.
find_python() {
    local name
    for name in python3 python3.14 python3.13 python3.12 python3.11; do
        if is_new_enough "$name"; then
            echo "$name"
            return
        fi
    done
    fail "briefgen needs Python 3.11 or newer; none of python3, python3.14 … python3.11 on the PATH is one." \
        "Install it (Debian: apt-get install python3 python3-venv) and run this again."
}

ensure_venv() {
    local place=$PWD
    if [ -f "$stamp" ]; then place=$(head -n 1 "$stamp"); fi
    if [ "$place" = "$PWD" ] && is_new_enough "$python" && "$python" -c 'import pip' 2>/dev/null; then
        return
    fi
    local base package
    base=$(find_python)
    if ! "$base" -c 'import ensurepip, venv' 2>/dev/null; then
        package=$("$base" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
        may_apt_install || fail "$base cannot make a virtual environment: its module ensurepip is missing." \
            "Install it (Debian: apt-get install $package) and run this again."
        apt_install "$package"
    fi
    say "Making .venv with $("$base" --version) …"
    "$base" -m venv --clear .venv
}

checksum() {
    "$python" -c 'import hashlib, pathlib, sys
print(hashlib.sha256(b"\0".join(pathlib.Path(name).read_bytes() for name in sys.argv[1:])).hexdigest())' "$@"
}

# ensure_packages LOCK [LOCK_THAT_HOLDS_ALL_OF_IT]
ensure_packages() {
    local sum done_with
    sum=$(checksum pyproject.toml requirements.lock requirements-dev.lock)
    done_with=$(sed -n 2p "$stamp" 2>/dev/null || true)
    if [ "$done_with" = "$1 $sum" ] || [ "$done_with" = "${2:-$1} $sum" ]; then
        return
    fi
    printf '%s\n' "$PWD" >"$stamp"      # a stopped installation isn't taken for a whole one
    say "Installing the packages of $1 into .venv …"
    "$python" -m pip install -qq --progress-bar off --require-hashes -r "$1" </dev/null
    "$python" -m pip install -qq --progress-bar off --no-deps --no-build-isolation -e . </dev/null
    printf '%s\n' "$PWD" "$1 $sum" >"$stamp"
}
