# shellcheck shell=bash
# Sourced by ./run, ./test and .ci/run: installs what is missing on Debian and Ubuntu, and says what and why.
# A machine that has everything is left alone and costs well under a second.

plotleaf_root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

say() { printf '\033[1m== %s\033[0m\n' "$*" >&2; }
die() {
    printf 'plotleaf: %s\n' "$*" >&2
    exit 1
}

# Prints the packages of list file $1: those above the first [section], and those of the sections named after it.
packages_of() {
    local file=$1 section=base line
    shift
    while IFS= read -r line; do
        case $line in
            '' | '#'*) continue ;;
            '['*']') section=${line#[} section=${section%]} ;;
            *) case " base $* " in *" $section "*) printf '%s\n' "$line" ;; esac ;;
        esac
    done <"$plotleaf_root/packaging/$file"
}

is_installed() {
    [ "$(dpkg-query -W -f='${db:Status-Abbrev}' "$1" 2>/dev/null)" = 'ii ' ]
}

# A program that stands in PATH already serves as well as its package (own compilers, nvm's node).
is_provided() {
    case $1 in
        nodejs) command -v node >/dev/null ;;
        npm | cmake | git | ccache | mold | g++ | qpdf | xdotool) command -v "$1" >/dev/null ;;
        ninja-build) command -v ninja >/dev/null ;;
        *) return 1 ;;
    esac
}

# Lines on standard input, "a|b" alternatives: prints those of which no alternative is there.
missing_packages() {
    local line name found
    while IFS= read -r line; do
        found=
        for name in ${line//|/ }; do
            if is_provided "$name" || is_installed "$name"; then
                found=1
                break
            fi
        done
        [ -n "$found" ] || printf '%s\n' "$line"
    done
}

# Prints for "a|b" the first that this release's lists know.
choose_alternative() {
    local name
    for name in ${1//|/ }; do
        if [ -n "$(apt-cache show --no-all-versions "$name" 2>/dev/null)" ]; then
            printf '%s\n' "$name"
            return
        fi
    done
    die "no package among $1 is known to this system's package lists."
}

# install_packages WHY LIST...: installs what is missing of the lines of LIST.
install_packages() {
    local why=$1 missing=() chosen=() line sudo=
    shift
    mapfile -t missing < <(printf '%s\n' "$@" | missing_packages)
    [ ${#missing[@]} -gt 0 ] || return 0
    command -v apt-get >/dev/null || die "this system has no apt-get. Install by hand what packaging/packages-build.txt
and packaging/packages-test.txt name (Qt 6.4 or newer with WebEngine, cmark-gfm, QCoro, yaml-cpp, zstd, protobuf,
qpdf, CMake 3.25, Ninja, Node.js 18), then run this again. On Windows and macOS: vcpkg install."
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || die "installing packages needs root or sudo. Missing: ${missing[*]}"
        sudo=sudo
    fi
    say "Installing ${#missing[@]} packages ($why): ${missing[*]}"
    $sudo apt-get update -qq
    for line in "${missing[@]}"; do chosen+=("$(choose_alternative "$line")"); done
    $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${chosen[@]}" >&2 ||
        die "apt-get could not install: ${chosen[*]}"
}

# bootstrap SECTION...: everything to build (sections: gui) and, with "test", to test (lint: and to check).
bootstrap() {
    local lines=() tests=
    mapfile -t lines < <(packages_of packages-build.txt "$@")
    install_packages 'to build' "${lines[@]}"
    for tests in "$@"; do
        [ "$tests" = test ] || continue
        mapfile -t lines < <(packages_of packages-test.txt "$@")
        install_packages 'to test' "${lines[@]}"
    done
}

jobs() { nproc 2>/dev/null || echo 2; }

# build PRESET [TARGET...]
build() {
    local preset=$1
    shift
    cd "$plotleaf_root" || exit 1
    if [ ! -f "build/$preset/build.ninja" ]; then
        say "Configuring ($preset)"
        cmake --preset "$preset" >"build-$preset.log" 2>&1 || {
            tail -n 40 "build-$preset.log" >&2
            die "CMake could not configure; the whole log is in build-$preset.log"
        }
        rm -f "build-$preset.log"
    fi
    say "Building ($preset)"
    ninja -C "build/$preset" -j "$(jobs)" --quiet "$@"
}
