#!/usr/bin/env bash
# Tests packaging/bootstrap.sh against package tools that are only written down here: what would be installed where.
# usage: check_bootstrap.sh SOURCE_FOLDER
# shellcheck disable=SC2317 # the conditions are called by expect
set -euo pipefail
bootstrap=$1/packaging/bootstrap.sh
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

# A machine: its tools are functions of the shell that reads the bootstrap. "installed" and "known" list packages,
# "log" takes what apt-get was asked for. PATH holds the few programs that the bootstrap itself needs.
mkdir "$work/bin"
for tool in bash cat dirname env head rm sed sort tr; do ln -s "$(command -v "$tool")" "$work/bin/$tool"; done
cat >"$work/apt-get" <<'END'
#!/usr/bin/env bash
echo "apt-get $*" >>"$WORK/log"
END
chmod +x "$work/apt-get"

# shellcheck disable=SC2016 # the machine's shell expands these
on_machine() { # NAME_OF_OS VERSION COMMAND
    printf 'ID=%s\nVERSION_ID=%s\n' "$1" "$2" >"$work/os-release"
    : >"$work/log"
    cp "$work/apt-get" "$work/bin/apt-get"
    status=0
    output=$(PATH=$work/bin WORK=$work SETUP=$setup bash -c '
        set -euo pipefail
        id() { echo "${user:-0}"; }
        dpkg-query() { sed "s/^/ii /" "$WORK/installed"; }
        apt-cache() { case " $(tr "\n" " " <"$WORK/known") " in *" $3 "*) echo "Package: $3" ;; esac; }
        eval "$SETUP"
        source "$0"
        os_release=$WORK/os-release
        eval "$1"' "$bootstrap" "$3" 2>&1) || status=$?
}

expect() { # WHAT CONDITION...
    local what=$1
    shift
    if ! "$@"; then
        printf 'FAILED: %s\nstatus %s, output:\n%s\napt-get was asked:\n%s\n' "$what" "$status" "$output" "$(cat "$work/log")"
        failed=1
    fi
}
says() { [[ $output == *"$1"* ]]; }
is_silent() { [ -z "$output" ]; }
asked_for() { [[ $(cat "$work/log") == *"$1"* ]]; }
asked_nothing() { [ ! -s "$work/log" ]; }
succeeded() { [ "$status" -eq 0 ]; }
stopped() { [ "$status" -ne 0 ]; }

setup=
install='install_packages "to build" libone-dev "libtwo-dev|libtwo6-dev"'

printf 'libone-dev\nlibtwo6-dev\n' >"$work/installed"
printf 'libone-dev\nlibtwo-dev\n' >"$work/known"
on_machine debian 12 "$install"
expect 'nothing is done when one of each alternative is there' succeeded
expect 'a second run says nothing' is_silent
expect 'a second run does not start apt-get' asked_nothing

echo libone >"$work/installed"
on_machine debian 12 "$install"
expect 'what is missing is installed' asked_for 'install -y -qq --no-install-recommends libone-dev libtwo-dev'
expect 'what is installed is said' says 'libone-dev libtwo-dev'
expect 'why it is installed is said' says '(to build)'

printf 'libone-dev\nlibtwo6-dev\n' >"$work/known"
on_machine ubuntu 24.04 "$install"
expect 'the alternative that the release knows is taken' asked_for 'libone-dev libtwo6-dev'

echo libone-dev >"$work/known"
on_machine debian 13 "$install"
expect 'an unknown package stops the installation' stopped
expect 'an unknown package is named' says 'libtwo-dev|libtwo6-dev'

for old in 'debian 11' 'ubuntu 22.04'; do
    # shellcheck disable=SC2086
    on_machine $old "$install"
    expect "$old is refused" stopped
    expect "$old is told what to use" says 'or newer'
    expect "$old is left alone" asked_nothing
done

printf 'libone-dev\nlibtwo-dev\n' >"$work/known"
on_machine linuxmint 22 "$install"
expect 'a relative of Debian is tried' asked_for libone-dev
expect 'a relative of Debian is told so' says 'linuxmint 22'

setup='user=1000'
on_machine debian 12 "$install"
expect 'without root and sudo it stops' stopped
expect 'without root and sudo it says what is missing' says 'Missing: libone-dev'

without_apt="rm $work/bin/apt-get"
setup=$without_apt
on_machine fedora 40 'bootstrap gui test'
expect 'elsewhere it stops while tools are missing' stopped
expect 'elsewhere it says what to install' says 'Qt 6.4 or newer'
expect 'elsewhere it names vcpkg' says 'vcpkg.json'

setup=$without_apt'; cmake() { :; }; ninja() { :; }; node() { :; }; npm() { :; }; protoc() { :; }'
on_machine fedora 40 'bootstrap gui test'
expect 'elsewhere it goes on when the tools are there' succeeded

[ "$failed" -eq 0 ] && echo 'the bootstrap does what it says'
exit "$failed"
