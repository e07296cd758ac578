#!/bin/sh
# Walks the window through its journeys on a fresh demo registry: tour.sh CONSOLE NOTIFYCTL FOLDER
set -eu
console=$1
notifyctl=$2
folder=$3
rm -rf "$folder/pictures" "$folder/config"
mkdir -p "$folder/data/notification-console" "$folder/config"
export XDG_DATA_HOME="$folder/data" XDG_CONFIG_HOME="$folder/config" XDG_CACHE_HOME="$folder/cache"
unset NOTIFYCTL_PROFILE || true
sandbox="$folder/data/notification-console/sandbox"
trap '"$notifyctl" --quiet sandbox reset --dir "$sandbox" || true' EXIT
"$notifyctl" --quiet sandbox reset --dir "$sandbox" >/dev/null 2>&1 || true
"$notifyctl" --quiet sandbox up --dir "$sandbox" >/dev/null
"$console" --profile sandbox --tour "$folder/pictures"
ls "$folder/pictures" | grep -q overview
