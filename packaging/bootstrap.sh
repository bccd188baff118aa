# shellcheck shell=bash
# Sourced by ./run, ./test and .ci/run: installs what is missing on Debian and Ubuntu, and says what and why.
# A machine that has everything is left alone and costs well under a second.

plotleaf_root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
os_release=/etc/os-release

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

# What this system calls itself: "debian 12", "ubuntu 24.04", "fedora 40"; nothing where it says nothing.
system_name() {
    [ -r "$os_release" ] || return 0
    # shellcheck source=/dev/null
    (. "$os_release" && printf '%s %s' "${ID:-unknown}" "${VERSION_ID:-}")
}

# Whether this system's own packages are new enough: Qt 6.4 came with Debian 12 and Ubuntu 24.04.
check_system() {
    local name version
    name=$(system_name)
    version=${name#* }
    case $name in
        'debian '* | 'ubuntu '*)
            local least=12
            [ "${name%% *}" = debian ] || least=24.04
            # Debian's testing and unstable have no number.
            [ -z "$version" ] || [ "$(printf '%s\n' "$least" "$version" | sort -V | head -n 1)" = "$least" ] ||
                die "the packages of $name are too old (Qt 6.4 is needed): use ${name%% *} $least or newer."
            ;;
        *) say "This is ${name:-a system without a name}, not Debian or Ubuntu; trying the same packages" ;;
    esac
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
    local line name found installed
    installed=" $(dpkg-query -W -f='${db:Status-Abbrev}${Package}\n' | sed -n 's/^ii //p' | tr '\n' ' ')"
    while IFS= read -r line; do
        found=
        for name in ${line//|/ }; do
            if [[ $installed == *" $name "* ]] || is_provided "$name"; then
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

# On a system without apt-get whoever builds has installed what is needed; CMake will name what is not there.
explain_other_system() {
    local tool missing=()
    for tool in cmake ninja node npm protoc; do
        command -v "$tool" >/dev/null || missing+=("$tool")
    done
    say "This system has no apt-get: nothing is installed here"
    [ ${#missing[@]} -eq 0 ] || die "missing: ${missing[*]}. Install by hand Qt 6.4 or newer (with WebEngine, WebChannel,
Pdf, Svg and the Linguist tools) and the libraries that packaging/packages-build.txt names, a C++20 compiler, CMake 3.25,
Ninja and Node.js 18, and for the tests what packaging/packages-test.txt names; then run this again.
On Windows and macOS: vcpkg install (vcpkg.json names the same)."
}

# install_packages WHY LIST...: installs what is missing of the lines of LIST.
install_packages() {
    local why=$1 missing=() chosen=() line sudo=
    shift
    mapfile -t missing < <(printf '%s\n' "$@" | missing_packages)
    [ ${#missing[@]} -gt 0 ] || return 0
    check_system
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || die "installing packages needs root or sudo. Missing: ${missing[*]}"
        sudo=sudo
    fi
    say "Installing ${#missing[@]} packages with apt-get ($why): ${missing[*]}"
    $sudo apt-get update -qq || die 'apt-get could not read the package lists; is there a network?'
    for line in "${missing[@]}"; do chosen+=("$(choose_alternative "$line")") || exit 1; done
    $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${chosen[@]}" >&2 ||
        die "apt-get could not install: ${chosen[*]}"
}

# bootstrap SECTION...: everything to build (sections: gui) and, with "test", to test (lint: and to check).
bootstrap() {
    local lines=()
    if ! command -v apt-get >/dev/null; then
        explain_other_system
        return
    fi
    mapfile -t lines < <(packages_of packages-build.txt "$@")
    install_packages 'to build' "${lines[@]}"
    case " $* " in
        *' test '* | *' lint '*)
            mapfile -t lines < <(packages_of packages-test.txt "$@")
            install_packages 'to test' "${lines[@]}"
            ;;
    esac
}

jobs() { nproc 2>/dev/null || echo 2; }

# build PRESET [TARGET...]
build() {
    local preset=$1
    shift
    cd "$plotleaf_root" || exit 1
    if [ ! -f "build/$preset/build.ninja" ]; then
        say "Configuring ($preset)"
        mkdir -p build
        cmake --preset "$preset" >"build/configure-$preset.log" 2>&1 || {
            tail -n 40 "build/configure-$preset.log" >&2
            die "CMake could not configure; the whole log is in build/configure-$preset.log"
        }
    fi
    if grep -q 'web/packages.stamp' "build/$preset/build.ninja" && [ ! -e "build/$preset/resources/web/packages.stamp" ]; then
        say 'npm will fetch what the page is made with (plotly.js, KaTeX, mermaid, esbuild and others)'
    fi
    say "Building ($preset)"
    ninja -C "build/$preset" -j "$(jobs)" --quiet "$@"
}
