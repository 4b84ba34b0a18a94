"""Measures how exactly limbeck reads the models of real projects: real SQLAlchemy is the judge.

./dev accuracy models [KEY…] [--source DIR] [--dialect NAME]…
./dev accuracy models --package NAME==VERSION --module PKG.MOD[:Base] [--with REQUIREMENT]…

A KEY is a project of accuracy_models.json; alone, all of them are measured. For each one a virtual
environment is built with pip below .cache/accuracy; its Python imports the models and states what
SQLAlchemy makes of them, limbeck reads the same source, and both are compared fact by fact. A
project on GitHub is cloned once; --source DIR takes a checkout that is there already.
"""

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CACHE = ROOT / ".cache" / "accuracy"
JUDGES = ROOT / "src" / "test" / "python"
DIALECTS = ["postgresql", "sqlite", "mysql"]


class Failure(Exception):
    """Something that keeps a project from being measured."""


def environment(install):
    """Returns the interpreter of an environment with these requirements, built when missing."""
    name = hashlib.sha256("\n".join([sys.version.split()[0], *sorted(install)]).encode()).hexdigest()[:12]
    folder = CACHE / "environments" / name
    done = folder / "made-from.txt"
    if not done.exists():
        print(f"  making an environment of {', '.join(install)} ...", file=sys.stderr, flush=True)
        shutil.rmtree(folder, ignore_errors=True)
        run([sys.executable, "-m", "venv", str(folder)], "venv")
        pip = [str(folder / "bin" / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        run([*pip, *install], "pip")
        done.write_text("\n".join(install) + "\n")
    return folder / "bin" / "python"


def run(command, what, **options):
    done = subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL, **options)
    if done.returncode:
        raise Failure(f"{what} failed: {(done.stderr or done.stdout).strip()[-1500:]}")
    return done


def checkout(key, project):
    """Returns the folder with a project's source, cloned when it is not there."""
    folder = CACHE / "sources" / key
    if not folder.exists():
        partial = folder.with_name(key + ".part")
        shutil.rmtree(partial, ignore_errors=True)
        print(f"  cloning {project['repository']} ...", file=sys.stderr, flush=True)
        run(["git", "clone", "--quiet", "--filter=blob:none", "--no-checkout", project["repository"], str(partial)], "git clone")
        wanted = [it for part in project["parts"] for it in [part["folder"], *part.get("path", [])]]
        run(["git", "-C", str(partial), "checkout", "--quiet", project["commit"], "--", *wanted], "git checkout")
        partial.rename(folder)
    return folder


def measure(part, source, dialects, limbeck):
    """Compares one part of a project on each database; returns its counts and lines."""
    python = environment(part["install"])
    empty = CACHE / "empty"
    empty.mkdir(parents=True, exist_ok=True)
    folder = source / part.get("folder", ".") if source else empty
    path = [str(folder), *(str(source / it) for it in part.get("path", []))] if source else []
    results = {}
    for dialect in dialects:
        variables = {**os.environ, "PYTHONPATH": os.pathsep.join(path), **part.get("environment", {})}
        variables["MODEL_FACTS_STAND_INS"] = " ".join(part.get("stand_ins", []))
        variables.pop("VIRTUAL_ENV", None)
        judged = run(
            [str(python), str(JUDGES / "model_facts.py"), dialect, *part["modules"]],
            "the import by real SQLAlchemy", cwd=folder, env=variables,
        )
        notes = [it for it in judged.stderr.splitlines() if it.strip()]
        theirs = json.loads(judged.stdout.splitlines()[-1])
        began = time.perf_counter()
        words = ["schema", "--from", "models", "--format", "json", "--dialect", dialect]
        words += ["-C", str(folder), "--python", str(python)]
        for module in part["modules"]:
            words += ["--models", module]
        read = subprocess.run([*limbeck, *words], capture_output=True, text=True, stdin=subprocess.DEVNULL, env=variables)
        seconds = time.perf_counter() - began
        if read.returncode > 1:
            raise Failure(f"limbeck schema failed ({read.returncode}): {read.stderr.strip()[-3000:]}")
        ours = json.loads(read.stdout)
        files = CACHE / "facts"
        files.mkdir(parents=True, exist_ok=True)
        stem = hashlib.sha256(json.dumps([part, dialect], sort_keys=True).encode()).hexdigest()[:12]
        (files / f"{stem}-ours.json").write_text(json.dumps(ours, indent=1))
        (files / f"{stem}-theirs.json").write_text(json.dumps(theirs, indent=1))
        sys.path.insert(0, str(JUDGES))
        from compare_facts import Comparison

        comparison = Comparison(ours, theirs)
        comparison.run()
        results[dialect] = (comparison, theirs, notes, seconds)
    return results


def report(name, results, quiet):
    """Prints the counts and each unknown and wrong fact; returns the counts."""
    counts = [0, 0, 0]
    print(f"{name}")
    for dialect, (comparison, theirs, notes, seconds) in results.items():
        total = comparison.right + len(comparison.unknown) + len(comparison.wrong)
        share = 100 * len(comparison.unknown) / total if total else 0
        print(
            f"  {dialect:<11}{len(theirs['tables']):>4} tables {total:>6} facts: {comparison.right} right,"
            f" {len(comparison.unknown)} unknown ({share:.1f}%), {len(comparison.wrong)} wrong"
            f"   SQLAlchemy {theirs['sqlalchemy']}, read in {seconds:.1f} s"
        )
        counts = [a + b for a, b in zip(counts, [comparison.right, len(comparison.unknown), len(comparison.wrong)])]
        for note in notes if dialect == "postgresql" else []:
            print(f"    not imported by SQLAlchemy: {note}")
        for kind, lines in (("unknown", comparison.unknown), ("WRONG", comparison.wrong)):
            lines = [it for it in lines if not it.endswith("(a fact of the missing table)")]
            for line in lines[: quiet or None]:
                print(f"    {kind:<8}{line}")
            if quiet and len(lines) > quiet:
                print(f"    {kind:<8}… and {len(lines) - quiet} more")
    sys.stdout.flush()
    return counts


def parsed():
    parser = argparse.ArgumentParser(
        prog="./dev accuracy models", description=__doc__.split("\n\n")[0],
        epilog="Keys: " + ", ".join(json.loads(Path(__file__).with_suffix(".json").read_text())),
    )
    parser.add_argument("keys", nargs="*", metavar="KEY", help="projects of accuracy_models.json")
    parser.add_argument("--package", metavar="NAME==VERSION", help="any package of PyPI")
    parser.add_argument("--module", action="append", default=[], metavar="PKG.MOD[:Base]", help="where its models are")
    parser.add_argument("--with", action="append", default=[], dest="more", metavar="REQUIREMENT", help="what pip installs beside it")
    parser.add_argument("--source", type=Path, metavar="DIR", help="a checkout of the one KEY")
    parser.add_argument("--dialect", action="append", choices=DIALECTS, help="one database alone")
    parser.add_argument("--limbeck", default=str(ROOT / "limbeck"), metavar="COMMAND", help=argparse.SUPPRESS)
    parser.add_argument("--most", type=int, default=0, metavar="N", help="print at most N lines of a kind")
    return parser, parser.parse_args()


def chosen(parser, arguments):
    """Returns the projects to measure, by name."""
    known = json.loads(Path(__file__).with_suffix(".json").read_text())
    if arguments.package:
        if not arguments.module or arguments.keys:
            parser.error("--package needs --module, and no KEY")
        part = {"install": [arguments.package, *arguments.more], "modules": arguments.module}
        return {arguments.package: {"parts": [part]}}
    for key in arguments.keys:
        if key not in known:
            parser.error(f"there is no project {key}; known are {', '.join(known)}")
    if arguments.source and len(arguments.keys) != 1:
        parser.error("--source goes with one KEY")
    return {key: known[key] for key in arguments.keys or known}


def main():
    parser, arguments = parsed()
    projects = chosen(parser, arguments)
    limbeck = arguments.limbeck.split()
    totals, failed = [0, 0, 0], 0
    with ThreadPoolExecutor(1) as ahead:
        installs = [part["install"] for project in projects.values() for part in project["parts"]]
        made = {tuple(it): ahead.submit(environment, it) for it in installs}
        for key, project in projects.items():
            for part in project["parts"]:
                name = key + (" " + part["folder"] if len(project["parts"]) > 1 else "")
                try:
                    source = arguments.source or (checkout(key, project) if "repository" in project else None)
                    made[tuple(part["install"])].result()
                    results = measure(part, source and source.resolve(), arguments.dialect or DIALECTS, limbeck)
                except Failure as failure:
                    print(f"{name}\n  NOT MEASURED: {failure}", flush=True)
                    failed += 1
                    continue
                totals = [a + b for a, b in zip(totals, report(name, results, arguments.most))]
    facts = sum(totals)
    print(f"all: {facts} facts, {totals[0]} right, {totals[1]} unknown, {totals[2]} wrong; {failed} not measured")
    sys.exit(1 if totals[2] or failed else 0)


if __name__ == "__main__":
    main()
