#!/usr/bin/env pwsh
# Runs build.cake. ./build.ps1 --target=Help lists the targets.
$ErrorActionPreference = 'Stop'
Set-Location $PSScriptRoot

if (-not (Get-Command dotnet -ErrorAction SilentlyContinue)) {
    Write-Error 'build.ps1: the .NET 10 SDK was not found. Install it (https://dotnet.microsoft.com/download/dotnet/10.0) and run this again.'
    exit 2
}

$env:DOTNET_CLI_TELEMETRY_OPTOUT = '1'
$env:DOTNET_NOLOGO = '1'
$env:CAKE_SETTINGS_ENABLESCRIPTCACHE = 'true'
$restored = dotnet tool restore 2>&1
if ($LASTEXITCODE -ne 0) {
    $restored | Write-Output
    Write-Error 'build.ps1: the build tool Cake could not be restored. Check that the NuGet registry can be reached, and run this again.'
    exit 2
}

dotnet cake build.cake --verbosity=normal @args
exit $LASTEXITCODE
