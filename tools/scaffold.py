"""Begins a new rule or case as a copy of the smallest one there, with the new names filled in."""

import re
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RULES = ROOT / "src/main/java/limbeck/review/rule"
PAGES = ROOT / "src/main/resources/rules"
RULE_LIST = ROOT / "src/main/java/limbeck/review/Rules.java"
CASES = ROOT / "src/test/cases"


def fail(what, how):
    sys.stderr.write(f"dev: {what}\n     {how}\n")
    sys.exit(2)


def class_name(kebab):
    return "".join(word.capitalize() for word in kebab.split("-"))


def size(path):
    files = [path] if path.is_file() else [f for f in path.rglob("*") if f.is_file()]
    return sum(f.stat().st_size for f in files)


def next_rule_id():
    texts = [f.read_text("utf-8") for f in (ROOT / "src/main").rglob("*") if f.suffix in (".java", ".md")]
    used = {int(number) for text in texts for number in re.findall(r"\bLK(\d{3})\b", text)}
    return f"LK{max(used, default=100) + 1}"


def new_rule(arguments):
    if len(arguments) != 1 or not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)+", arguments[0]):
        fail(
            "new-rule needs one name, in lower case with hyphens, that says the pattern.",
            "For example './dev new-rule column-dropped'.",
        )
    name = arguments[0]
    java, page = RULES / f"{class_name(name)}.java", PAGES / f"{name}.md"
    for path in (java, page):
        if path.exists():
            fail(f"{path.relative_to(ROOT)} exists.", "Choose another name, or edit it.")
    pairs = [
        (source, PAGES / f"{re.sub('(?<!^)(?=[A-Z])', '-', source.stem).lower()}.md")
        for source in RULES.glob("*.java")
    ]
    pairs = [(source, text) for source, text in pairs if text.is_file()]
    if not pairs:
        fail("there is no rule yet to begin from.", f"Rules are in {RULES.relative_to(ROOT)}.")
    old_java, old_page = min(pairs, key=lambda pair: size(pair[0]))
    old_name, identifier = old_page.stem, next_rule_id()

    def renamed(text):
        text = re.sub(r"\bLK\d{3}\b", identifier, text)
        return text.replace(old_java.stem, java.stem).replace(old_name, name)

    java.write_text(renamed(old_java.read_text("utf-8")), "utf-8")
    page.write_text(renamed(old_page.read_text("utf-8")), "utf-8")
    add_to_list(java.stem)
    print(f"{java.relative_to(ROOT)} and {page.relative_to(ROOT)} begin as copies of {old_name}, with id {identifier}.")
    print("It is in the list of Rules. Next: write both anew, then './dev format' and './dev quick': the page is its test.")


def add_to_list(rule):
    """Names the rule in Rules: an import, and the last element of SINGLE."""
    text = RULE_LIST.read_text("utf-8")
    imports = re.findall(r"import limbeck\.review\.rule\.\w+;\n", text)
    listed, count = re.subn(r"(SINGLE =\s*List\.of\(.*?\))(\s*\);)", rf"\1, new {rule}()\2", text, flags=re.DOTALL)
    if not imports or count != 1:
        fail(f"{RULE_LIST.relative_to(ROOT)} has no list SINGLE as expected.", f"Add 'new {rule}()' to it by hand.")
    block = "".join(imports)
    more = "".join(sorted([*imports, f"import limbeck.review.rule.{rule};\n"]))
    RULE_LIST.write_text(listed.replace(block, more), "utf-8")


def new_case(arguments):
    areas = sorted(p.name for p in CASES.iterdir() if p.is_dir()) if CASES.is_dir() else []
    if len(arguments) != 1 or not re.fullmatch(r"[a-z][a-z0-9-]*/[a-z0-9][a-z0-9-]*", arguments[0]):
        fail(
            "new-case needs one path AREA/NAME, in lower case with hyphens.",
            f"For example './dev new-case generate/new-table'. Areas: {', '.join(areas) or 'none yet'}.",
        )
    area, _ = arguments[0].split("/")
    target = CASES / arguments[0]
    if target.exists():
        fail(f"{target.relative_to(ROOT)} exists.", "Choose another name, or edit it.")
    if area not in areas:
        fail(f"there is no area '{area}'.", f"Areas: {', '.join(areas) or 'none yet'}.")
    others = [p for p in (CASES / area).iterdir() if p.is_dir()]
    if not others:
        fail(f"{area} holds no case to begin from.", "Make its first folder by hand.")
    smallest = min(others, key=lambda path: (size(path), path.name))
    shutil.copytree(smallest, target)
    print(f"{target.relative_to(ROOT)} begins as a copy of {area}/{smallest.name}:")
    for file in sorted(f for f in target.rglob("*") if f.is_file()):
        print(f"  {file.relative_to(target)}")
    print(f"Next: edit its inputs, then './dev golden {arguments[0]}' writes what is expected; read it.")


if __name__ == "__main__":
    command, rest = sys.argv[1], sys.argv[2:]
    {"new-rule": new_rule, "new-case": new_case}[command](rest)
