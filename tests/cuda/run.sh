#!/usr/bin/env bash
# Golden vectors of every bundle on CUDA, and batches of 1 to 65,536 compared with the CPU, on a machine with an NVIDIA GPU.
#
#   tests/cuda/run.sh publish DIR    with the SDK: publishes the trial, self-contained, with models/, split into parts of at most 60 MiB
#   tests/cuda/run.sh trial DIR      on the machine with the GPU, which needs no .NET: joins the parts and runs the trial
#   tests/cuda/run.sh                both, on this machine
#
# The output belongs in benchmarks/results/.
set -euo pipefail

publish() {
  local root work
  root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
  work=$(mktemp -d)
  trap "rm -rf '$work'" RETURN
  dotnet publish "$root/tests/cuda/Latent.CudaTrial.csproj" --configuration Release --runtime linux-x64 --self-contained --output "$work/program" >&2
  cp -r "$root/models" "$work/models"
  mkdir -p "$1"
  tar -C "$work" -czf - program models | split --bytes=60M - "$1/part-"
  cp "${BASH_SOURCE[0]}" "$1/run.sh"
}

trial() {
  local work
  work=$(mktemp -d)
  trap "rm -rf '$work'" RETURN
  cat "$1"/part-* | tar -C "$work" -xzf -
  nvidia-smi --query-gpu=name,driver_version --format=csv,noheader
  # The CUDA libraries of Python packages, for systems without their own.
  local libraries
  libraries=$(find / -path '*/nvidia/*/lib' -maxdepth 8 -type d 2>/dev/null | paste -sd: || true)
  LD_LIBRARY_PATH="$work/program:${libraries:+$libraries:}${LD_LIBRARY_PATH:-}" DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 "$work/program/cuda-trial" "$work/models"
}

case "${1:-}" in
  publish) publish "$2" ;;
  trial) trial "$2" ;;
  "") parts=$(mktemp -d); publish "$parts"; trial "$parts" ;;
  *) echo "run.sh: unknown command '$1'. Expected: publish DIR, trial DIR, or nothing." >&2; exit 2 ;;
esac
