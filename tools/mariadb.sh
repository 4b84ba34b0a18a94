# MariaDB's server for the tests, unpacked from Debian's packages into .cache/mariadb. Sourced by dev.

MARIADB_HOME=.cache/mariadb

# Leaves the machine's own packages alone. Without it, what is judged on MariaDB is left out.
want_mariadb() {
  [ -x "$MARIADB_HOME/usr/sbin/mariadbd" ] && return
  if ! command -v apt-get > /dev/null || ! command -v dpkg-deb > /dev/null; then
    echo "dev: no MariaDB: it is taken from Debian's packages, and this is no Debian." >&2
    return
  fi
  echo "dev: unpacking MariaDB into $MARIADB_HOME ..." >&2
  rm -rf "$MARIADB_HOME"
  mkdir -p "$MARIADB_HOME/packages"
  if ! (cd "$MARIADB_HOME/packages" && download_mariadb) > .cache/mariadb.log 2>&1; then
    echo "dev: no MariaDB: its packages could not be had; see .cache/mariadb.log." >&2
    return
  fi
  for package in "$MARIADB_HOME"/packages/*.deb; do
    dpkg-deb -x "$package" "$MARIADB_HOME"
  done
  rm -rf "$MARIADB_HOME/packages"
}

download_mariadb() {
  apt-get download -q mariadb-server-core || { apt-get update -q && apt-get download -q mariadb-server-core; } ||
    return 1
  # What its server links to and few machines have; names differ between releases.
  for library in libaio1 libaio1t64 liburing2 libnuma1; do
    apt-get download -q "$library" || true
  done
}
