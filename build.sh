#!/usr/bin/env bash
# Runs build.cake. ./build.sh --target=Help lists the targets.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

if ! command -v dotnet >/dev/null; then
  echo "build.sh: the .NET 10 SDK was not found. Install it (https://dotnet.microsoft.com/download/dotnet/10.0) and run this again." >&2
  exit 2
fi
if ! version=$(dotnet --version 2>&1); then
  echo "$version" >&2
  echo "build.sh: dotnet does not start, or has no SDK that global.json accepts; its message is above. Install the .NET 10 SDK (https://dotnet.microsoft.com/download/dotnet/10.0) and run this again." >&2
  exit 2
fi

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 CAKE_SETTINGS_ENABLESCRIPTCACHE=true
if ! restored=$(dotnet tool restore 2>&1); then
  echo "$restored" >&2
  echo "build.sh: the build tool Cake could not be restored. Check that the NuGet registry can be reached, and run this again." >&2
  exit 2
fi
exec dotnet cake build.cake --verbosity=normal "$@"
