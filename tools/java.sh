# Finds a JDK. Sourced by limbeck and dev; plain bash 3.2, no process is started on the usual path.

LIMBECK_JDK_WANTED=25

# Sets JDK_MAJOR to the major version of the JDK in $1, or fails. A JDK says its version in its
# file "release"; a directory without javac is a runtime, which cannot build.
jdk_major() {
  local line
  JDK_MAJOR=
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  while IFS= read -r line || [ -n "$line" ]; do
    case $line in
      JAVA_VERSION=*)
        line=${line#JAVA_VERSION=}
        line=${line//[\"$'\r']/}
        JDK_MAJOR=${line%%[!0-9]*}
        [ -n "$JDK_MAJOR" ]
        return
        ;;
    esac
  done < "$1/release"
  return 1
}

jdk_fits() {
  jdk_major "$1" && [ "$JDK_MAJOR" -ge "$LIMBECK_JDK_WANTED" ]
}

# Sets JAVA_HOME to a JDK that fits: the one already set, the one on PATH, then the usual places.
find_jdk() {
  local candidate java link
  if [ -n "${JAVA_HOME:-}" ] && jdk_fits "$JAVA_HOME"; then
    export JAVA_HOME
    return 0
  fi
  java=$(type -P java) || java=
  while [ -n "$java" ] && [ -L "$java" ]; do
    link=$(readlink "$java")
    case $link in
      /*) java=$link ;;
      *) java=${java%/*}/$link ;;
    esac
  done
  case $java in
    */bin/java)
      if jdk_fits "${java%/bin/java}"; then
        export JAVA_HOME="${java%/bin/java}"
        return 0
      fi
      ;;
  esac
  for candidate in \
    /usr/lib/jvm/* /usr/lib64/jvm/* /opt/java/* /opt/*jdk* /usr/local/*jdk* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "${HOME:-/}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    "${HOME:-/}"/.sdkman/candidates/java/* "${HOME:-/}"/.jdks/*; do
    if jdk_fits "$candidate"; then
      export JAVA_HOME="$candidate"
      return 0
    fi
  done
  return 1
}

need_jdk() {
  find_jdk && return
  echo "limbeck: no JDK $LIMBECK_JDK_WANTED or newer in JAVA_HOME, on PATH or in the usual places." >&2
  echo "         Install one (for example Temurin $LIMBECK_JDK_WANTED), or set JAVA_HOME to its directory." >&2
  exit 2
}

need_maven() {
  if type -P mvn > /dev/null; then
    # Maven's own libraries use what newer JDKs warn of; the warnings would hide ours.
    export MAVEN_OPTS="${MAVEN_OPTS:-} --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"
    return
  fi
  echo "limbeck: Maven (mvn) is not on PATH, and it is needed to build." >&2
  echo "         Install it (Debian: apt-get install maven, macOS: brew install maven), then try again." >&2
  exit 2
}
