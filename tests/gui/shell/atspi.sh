#!/bin/sh
# Starts the window on a display and a session bus of its own and drives it through AT-SPI: atspi.sh CONSOLE
set -eu
here=$(dirname "$0")
folder=$(mktemp -d)
display=:$((200 + $$ % 700))
Xvfb "$display" -screen 0 1440x900x24 >/dev/null 2>&1 &
xvfb=$!
trap 'kill $xvfb 2>/dev/null || true; rm -rf "$folder"' EXIT
export DISPLAY="$display" XDG_CONFIG_HOME="$folder/config" XDG_DATA_HOME="$folder/data" XDG_RUNTIME_DIR="$folder"
export QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1 QT_QPA_PLATFORM=xcb NO_AT_BRIDGE=0
chmod 700 "$folder"
tries=0
while ! [ -e "/tmp/.X11-unix/X${display#:}" ] && [ $tries -lt 50 ]; do tries=$((tries + 1)); sleep 0.1; done
dbus-run-session -- python3 "$here/atspi_walk.py" "$1"
