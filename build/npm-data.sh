#!/usr/bin/env bash
# Brings the npm packages that the build reads and writes their data beside the classes. $1: the folder of the classes.
set -euo pipefail
cd "$(dirname "$0")/.."
if [ ! -d node_modules ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then
  npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
fi
node build/data.mjs "$1"
