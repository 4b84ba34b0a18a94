# Builds limbeck quietly. Sourced by limbeck, only when a build is due; wants $home and $target.

build_limbeck() {
  need_jdk
  mkdir -p "$target" 2> /dev/null
  if [ ! -w "$target" ]; then
    echo "limbeck: a build is due, and $target cannot be written." >&2
    echo "         Run it once as the owner of that folder, or make the folder writable." >&2
    exit 2
  fi
  lock_build
  fresh || compile_limbeck
  trained || train_limbeck
  unlock_build
}

# Two calls at once must not build into one directory. The lock names its holder; a lock whose
# holder is gone is broken.
lock_build() {
  local holder waited=0
  while ! mkdir "$target/build.lock" 2> /dev/null; do
    holder=$(cat "$target/build.lock/holder" 2> /dev/null)
    if [ -n "$holder" ] && ! kill -0 "$holder" 2> /dev/null; then
      rm -rf "$target/build.lock"
      continue
    fi
    [ "$waited" -eq 0 ] && echo "limbeck: another call is building; waiting for it ..." >&2
    waited=$((waited + 1))
    if [ "$waited" -gt 900 ]; then
      echo "limbeck: another build did not end within 15 minutes." >&2
      echo "         If none is running, delete target/build.lock and try again." >&2
      exit 2
    fi
    sleep 1
  done
  echo $$ > "$target/build.lock/holder"
  trap 'unlock_build' EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM
}

unlock_build() {
  rm -rf "$target/build.lock"
  trap - EXIT INT TERM
}

compile_limbeck() {
  local log=$target/build.log began=$SECONDS
  need_maven
  # The stamp takes the time before Maven reads the sources: an edit during the build counts.
  touch "$target/build.stamp.new"
  rm -f "$target/build.stamp" "$target"/limbeck*.aot "$target/training.stamp"
  printf 'limbeck: building (the first time takes a minute or two) ...' >&2
  if (cd "$home" && mvn -B -ntp -Dmaven.test.skip=true package) > "$log" 2>&1 < /dev/null; then
    mv "$target/build.stamp.new" "$target/build.stamp"
    echo " done in $((SECONDS - began)) s" >&2
    return
  fi
  rm -f "$target/build.stamp.new"
  echo " failed" >&2
  {
    grep -E '^\[ERROR\] .|^ERROR' "$log" | grep -vE '\[Help 1\]|re-run Maven|Re-run Maven|For more information' | uniq | head -n 15
    echo "limbeck: the build failed; the whole log is target/build.log."
    if grep -qE 'Could not (transfer|resolve|find)|Unknown host|Network is unreachable|offline mode' "$log"; then
      echo "         Maven could not fetch a library: check the network or ~/.m2/settings.xml, then try again."
    elif grep -q 'COMPILATION ERROR' "$log"; then
      echo "         A source file does not compile: mend the lines above, then try again."
    else
      echo "         Read the lines above; './dev check' shows the same build in full."
    fi
  } >&2
  exit 2
}

# Runs of the usual commands over the example, which uses SQLModel, over a project of declarative
# classes and models in SQLAlchemy's other forms, and a review of scripts that do a bit of everything
# fill two caches of loaded classes: a small one for the commands that only look at the graph of
# revisions and should be there at once, and one for all others. They take no class in a format older
# than Java 6, nor what javac leaves to be made at run time; both are mended first. Without the caches
# everything works, only slower; so a failure is kept in the log and is no failure of the build.
train_limbeck() {
  local project
  printf 'limbeck: preparing quick starts ...' >&2
  rm -f "$target"/limbeck*.aot
  project=$(mktemp -d) && {
    cp -R "$home/examples/todo/." "$home/examples/todo/changes/priority-and-due-date/." "$project"
    cp -R "$home/tools/training" "$project/training"
    "$JAVA_HOME/bin/java" "$home/tools/ModernClasses.java" "$target"/lib/*.jar
    "$JAVA_HOME/bin/java" "$home/tools/DirectCode.java" "$target/limbeck.jar" "$target"/lib/*.jar
    committed "$project"
    printf '%s\n' --version heads heads history branches 'heads --scripts migrations/versions' | train limbeck-graph "$project"
    printf '%s\n' 'schema --from history' 'schema --from models' check 'show head' 'review head' \
      'schema --models training/forms.py --format json' 'schema --models training/forms.py' \
      'review head --format json' \
      'review base:head --scripts training/scripts --naming-convention {}' \
      'generate --dry-run -m training' 'generate --dry-run --no-verify -m training' \
      'check -C training/declarative' \
      'generate --dry-run --no-verify -m training -C training/declarative' |
      train limbeck "$project"
    rm -rf "$project"
  } >> "$target/build.log" 2>&1
  touch "$target/training.stamp"
  echo ' done' >&2
}

# Lets the training look at commits, as most projects have some; without git it goes on without.
committed() {
  (cd "$1" && git init -q && git add . &&
    git -c user.name=limbeck -c user.email=limbeck@localhost -c commit.gpgsign=false commit -qm training) || true
}

# Runs the command lines on standard input in the project $2, and keeps what they load as $1.aot.
train() {
  (cd "$2" && LIMBECK_CACHE="$2/.cache" "$JAVA_HOME/bin/java" -XX:AOTCacheOutput="$target/$1.aot" \
    -XX:+UseSerialGC -Djdk.reflect.useNativeAccessorOnly=true -Dlimbeck.home="$target" -Dlimbeck.training=true -jar "$target/limbeck.jar")
  echo "training run of $1 ended with $?"
}
