#!/bin/sh
# What the window's program says without a display: help.sh CONSOLE
set -eu
unset DISPLAY WAYLAND_DISPLAY QT_QPA_PLATFORM || true
"$1" --help | grep -q -- --tour
"$1" --version | grep -q '^notification-console [0-9]'
code=0
"$1" --help --no-such-option >/dev/null 2>&1 || code=$?
[ "$code" = 2 ]
