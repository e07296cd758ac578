#!/bin/sh
# Starts the window on a display and a session bus of its own and drives it through AT-SPI: atspi.sh CONSOLE [PYTHON]
set -eu
here=$(dirname "$0")
folder=$(mktemp -d)
# The server takes a free number and says which.
Xvfb -displayfd 3 -screen 0 1440x900x24 3>"$folder/display" >/dev/null 2>&1 &
xvfb=$!
trap 'kill $xvfb 2>/dev/null || true; rm -rf "$folder"' EXIT
tries=0
while ! [ -s "$folder/display" ] && [ $tries -lt 100 ]; do tries=$((tries + 1)); sleep 0.1; done
display=:$(cat "$folder/display")
export DISPLAY="$display" XDG_CONFIG_HOME="$folder/config" XDG_DATA_HOME="$folder/data" XDG_RUNTIME_DIR="$folder"
export QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1 QT_QPA_PLATFORM=xcb NO_AT_BRIDGE=0
chmod 700 "$folder"
dbus-run-session -- "${2:-python3}" "$here/atspi_walk.py" "$1"
