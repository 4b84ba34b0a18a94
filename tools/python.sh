# The Python judge: .cache/python, made from the pins. Sourced by dev.

PYTHON_HOME=.cache/python
PYTHON_PINS=src/test/python/requirements.txt

# Sets ANY_PYTHON to a Python that can make an environment: LIMBECK_PYTHON or the newest on PATH.
# SQLModel and SQLAlchemy of the pins need 3.10.
need_any_python() {
  local candidate
  for candidate in "${LIMBECK_PYTHON:-}" python3 python3.14 python3.13 python3.12 python3.11 python3.10; do
    [ -n "$candidate" ] && type -P "$candidate" > /dev/null || continue
    if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 10))' 2> /dev/null; then
      ANY_PYTHON=$candidate
      return
    fi
  done
  fail "no Python 3.10 or newer (python3) on PATH." \
    "Install it (Debian: apt-get install python3 python3-venv), or set LIMBECK_PYTHON to one."
}

need_python() {
  if [ -x "$PYTHON_HOME/bin/python" ] && cmp -s "$PYTHON_PINS" "$PYTHON_HOME/made-from.txt"; then
    return
  fi
  need_any_python
  "$ANY_PYTHON" -c 'import venv, ensurepip' 2> /dev/null ||
    fail "$ANY_PYTHON has no venv module, which holds the judges of the oracle tests." \
      "Install it (Debian: apt-get install python3-venv), then try again."
  echo "dev: making the Python environment $PYTHON_HOME ..." >&2
  rm -rf "$PYTHON_HOME"
  mkdir -p .cache
  local log=.cache/python.log
  if ! { "$ANY_PYTHON" -m venv "$PYTHON_HOME" &&
    "$PYTHON_HOME/bin/python" -m pip install --quiet --disable-pip-version-check -r "$PYTHON_PINS"; } > "$log" 2>&1; then
    tail -n 15 "$log" >&2
    fail "the Python environment could not be made; the whole log is $log." \
      "If the lines above speak of the network, check it and pip's index settings; then try again."
  fi
  # Written last: an environment that broke off half-way is made again.
  cp "$PYTHON_PINS" "$PYTHON_HOME/made-from.txt"
}
