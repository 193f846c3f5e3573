#!/usr/bin/env bash
# The steps of action.yml. Inputs come as variables, never as text of the script: a branch may be called anything.
set -euo pipefail

home="${RUNNER_TEMP:-${TMPDIR:-/tmp}}/presslint-action"

install() {
  local source="$GITHUB_ACTION_PATH"
  if [[ -n "${PRESSLINT_EXTRAS:-}" ]]; then source="${source}[${PRESSLINT_EXTRAS}]"; fi
  "${PRESSLINT_PYTHON:-python3}" -m venv "$home"
  "$home/bin/python" -m pip install --quiet --disable-pip-version-check "$source"
  "$home/bin/presslint" --version
}

check() {
  local -a arguments=() paths=()
  local line code=0
  if [[ "${PRESSLINT_ANNOTATIONS:-true}" == true ]]; then arguments+=(--format github); else arguments+=(--format concise); fi
  if [[ "${PRESSLINT_SUMMARY:-true}" == true && -n "${GITHUB_STEP_SUMMARY:-}" ]]; then
    arguments+=(--format markdown --output "$home.summary.md")
  fi
  if [[ -n "${PRESSLINT_SARIF:-}" ]]; then arguments+=(--format sarif --output "$PRESSLINT_SARIF"); fi
  if [[ -n "${PRESSLINT_CHANGED_SINCE:-}" ]]; then arguments+=("--changed-since=$PRESSLINT_CHANGED_SINCE"); fi
  while IFS= read -r line || [[ -n "$line" ]]; do
    if [[ -n "$line" ]]; then arguments+=("$line"); fi
  done <<<"${PRESSLINT_ARGUMENTS:-}"
  while IFS= read -r line || [[ -n "$line" ]]; do
    if [[ -n "$line" ]]; then paths+=("$line"); fi
  done <<<"${PRESSLINT_PATHS:-.}"
  rm -f "$home.summary.md"
  "${PRESSLINT:-$home/bin/presslint}" check "${arguments[@]}" -- "${paths[@]}" || code=$?
  if [[ -f "$home.summary.md" ]]; then cat "$home.summary.md" >>"$GITHUB_STEP_SUMMARY"; fi
  if [[ -n "${GITHUB_OUTPUT:-}" ]]; then echo "exit-code=$code" >>"$GITHUB_OUTPUT"; fi
  return "$code"
}

case "${1:-}" in
  install) install ;;
  check) check ;;
  *) echo "usage: $0 install|check" >&2; exit 2 ;;
esac
