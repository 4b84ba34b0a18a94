# Finding and running tests by name. Sourced by dev.

CASES=src/test/cases
TESTS=src/test/java

list_packages() {
  (cd src/main/java && find . -name package-info.java | sed 's|^\./||; s|/package-info.java||; s|/|.|g' | sort | tr '\n' ' ' | sed 's/ $//; s/ /, /g')
}

# Simple names of the test classes whose source matches a pattern, with commas between.
test_classes_with() {
  grep -rlE "$1" "$TESTS" --include='*Test.java' 2> /dev/null | sed 's|.*/||; s|\.java$||' | sort | tr '\n' ',' | sed 's/,$//'
}

# Every test that walks case folders names them, directly or through CaseFolder.
case_test_classes() {
  test_classes_with 'CaseFolder|Path\.of\("src/test/cases|"limbeck\.(case|golden)"'
}

# Prints the case folders (relative to src/test/cases) that a name means: its path or its end.
cases_named() {
  local name=${1#./}
  name=${name#"$CASES"/}
  name=${name%/}
  [ -d "$CASES" ] || return 0
  if [ -d "$CASES/$name" ]; then
    echo "$name"
  else
    (cd "$CASES" && find . -type d -path "*/$name" | sed 's|^\./||' | sort)
  fi
}

need_python_for() {
  local class
  for class in ${1//,/ }; do
    if grep -qsE '@Tag\("oracle"\)' "$(find "$TESTS" -name "$class.java" | head -n 1)"; then
      need_python
      return
    fi
  done
}

run_named_test() {
  local name=$1 class=${1%%#*} found
  class=${class##*.}
  found=$(find "$TESTS" -name "$class.java" -o -name "${class}Test.java" | head -n 1)
  if [ -n "$found" ]; then
    class=$(basename "$found" .java)
    need_python_for "$class"
    case $name in
      *'#'*) class=$class#${name#*#} ;;
    esac
    maven test -Dtest="$class" -Dtest.excludedGroups=
    return
  fi
  found=$(cases_named "$name")
  case $found in
    '')
      fail "there is no test class and no case '$name'." \
        "Alike: $(names_like "$name"). Classes are in $TESTS, cases in $CASES."
      ;;
    *$'\n'*) fail "'$name' means several cases: $(echo "$found" | tr '\n' ' ')." "Give one with its area." ;;
  esac
  run_case_tests -Dlimbeck.case="$found"
}

names_like() {
  local all
  all=$(
    find "$TESTS" -name '*Test.java' | sed 's|.*/||; s|\.java$||'
    [ -d "$CASES" ] && (cd "$CASES" && find . -mindepth 2 -maxdepth 2 -type d | sed 's|^\./||')
  )
  # The first four letters, in any case, are enough of a hint.
  all=$(echo "$all" | grep -iF -- "$(basename "$1" | cut -c1-4)" | sort | head -n 8 | tr '\n' ' ')
  echo "${all:-none}" | sed 's/ $//'
}

run_case_tests() {
  local classes
  classes=$(case_test_classes)
  [ -n "$classes" ] || fail "no test reads case folders." "A case test uses CaseFolder; see CONTRIBUTING.md."
  need_python_for "$classes"
  maven test -Dtest="$classes" "$@"
}

rewrite_expected() {
  local found
  if [ -n "$1" ]; then
    found=$(cases_named "$1")
    case $found in
      '') fail "there is no case '$1'." "Cases are the folders under $CASES; './dev new-case AREA/NAME' makes one." ;;
      *$'\n'*) fail "'$1' means several cases: $(echo "$found" | tr '\n' ' ')." "Give one with its area." ;;
    esac
    run_case_tests -Dlimbeck.golden=true -Dlimbeck.case="$found"
  else
    run_case_tests -Dlimbeck.golden=true
  fi
  echo "changed:"
  git status --short -- src/test | sed 's/^/  /'
}

run_fuzz() {
  local targets
  targets=$(test_classes_with '@Tag\("fuzz"\)')
  [ -n "$1" ] || fail "fuzz needs a target." "Targets: ${targets:-none yet}."
  case ",$targets," in
    *",$1,"* | *",${1}Test,"*) ;;
    *) fail "there is no fuzz target '$1'." "Targets: ${targets:-none yet}." ;;
  esac
  maven test -Dtest="${1%Test}Test" -Dtest.groups=fuzz -Dtest.excludedGroups=
}
