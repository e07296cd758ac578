# Sourced by ./run and ./test: installs what is missing, configures and builds the preset `release`.
# Everything it says goes to stderr.

nc_preset=${NC_PRESET:-release}
nc_build="$PWD/build/$nc_preset"

nc_say() { printf '==> %s\n' "$*" >&2; }

# The first alternative of each line that is installed decides; prints the lines that have none.
nc_missing_packages() {
    local installed line name found
    installed=" $(dpkg-query -W -f='${db:Status-Status} ${Package}\n' 2>/dev/null | sed -n 's/^installed //p' | tr '\n' ' ')"
    grep -Ev '^[[:space:]]*(#|$)' packaging/debian-packages.txt | while IFS= read -r line; do
        found=
        for name in ${line//|/ }; do
            case "$installed" in *" $name "*) found=yes; break ;; esac
        done
        [ -n "$found" ] || printf '%s\n' "$line"
    done
}

nc_install_packages() {
    local missing line name chosen=() root=()
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        nc_say "This is no Debian: the packages of packaging/debian-packages.txt are taken for granted."
        return 0
    fi
    missing=$(nc_missing_packages)
    [ -n "$missing" ] || return 0
    if [ "$(id -u)" != 0 ]; then
        command -v sudo >/dev/null || { nc_say "Missing packages, and no sudo to install them:" $missing; return 1; }
        root=(sudo)
    fi
    "${root[@]}" apt-get update -qq </dev/null >&2 || return 1
    while IFS= read -r line; do
        for name in ${line//|/ }; do
            if apt-cache show --no-all-versions "$name" >/dev/null 2>&1; then chosen+=("$name"); continue 2; fi
        done
        nc_say "No package for “$line” here; going on without it."
    done <<<"$missing"
    [ ${#chosen[@]} -gt 0 ] || return 0
    nc_say "Installing ${chosen[*]}"
    "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${chosen[@]}" \
        </dev/null >&2
}

nc_build_all() {
    nc_install_packages || return 1
    nc_say "Building in build/$nc_preset"
    if [ ! -f "$nc_build/build.ninja" ]; then
        cmake --preset "$nc_preset" >&2 || return 1
    fi
    # Ninja configures anew by itself when it has to.
    cmake --build --preset "$nc_preset" >&2 || return 1
    # CMake goes on without Java; these two commands promise it.
    local part
    for part in java/template-engine.jar java/broker; do
        if [ ! -e "$nc_build/$part" ]; then
            nc_say "build/$nc_preset/$part was not built: is Maven there, and could it fetch its packages?"
            return 1
        fi
    done
}
