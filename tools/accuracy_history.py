"""Judges the replay of real histories: what real Alembic leaves in a database, fact by fact.

./dev accuracy history [KEY...]                                projects of the table below
./dev accuracy history --package NAME==VERSION --scripts PATH  any package; PATH inside of it
./dev accuracy history --source DIR --scripts PATH             any checkout; PATH inside of it

  --dialect NAME              postgresql (default) or sqlite
  --metadata MODULE:NAME      the metadata env.py hands to Alembic, or its naming convention
  --naming-convention FILE    the convention itself, as JSON
  --import MODULE             imported before that metadata is asked; repeatable
  --requirement SPEC          installed beside the package; repeatable
  --postgresql MAJOR          the embedded server's version (default: 16)
  --facts N                   how many differing facts are printed (default: 20)

A project of the table that is on GitHub needs a checkout: LIMBECK_CORPORA names the folder that
holds it under the name of its repository. LIMBECK is the command to judge (default: ./limbeck).
"""

import argparse
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

from history_projects import PROJECTS

ROOT = Path(__file__).resolve().parent.parent
CACHE = ROOT / ".cache" / "accuracy"
JUDGE = ["alembic==1.20.1", "psycopg[binary]==3.3.9", "sqlalchemy==2.1.9", "sqlmodel==0.0.50"]


def stop(message, remedy):
    sys.exit(f"dev: {message}\n     {remedy}")


def run(arguments, **options):
    return subprocess.run([str(it) for it in arguments], capture_output=True, text=True, **options)


def limbeck(*arguments, **options):
    command = shlex.split(os.environ.get("LIMBECK", str(ROOT / "limbeck")))
    return run([*command, *arguments], cwd=ROOT, stdin=subprocess.DEVNULL, **options)


class Server:
    """The embedded PostgreSQL; each line it is sent makes a database."""

    def __init__(self, major):
        command = shlex.split(os.environ.get("LIMBECK", str(ROOT / "limbeck")))
        self.process = subprocess.Popen(
            [*command, "scratch-server", major], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def database(self):
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        url = self.process.stdout.readline().strip()
        return url or stop("the embedded PostgreSQL does not start.", "Its complaint stands above.")

    def close(self):
        self.process.stdin.close()
        self.process.wait(60)


def unpack(downloads, folder):
    """A wheel's files, or those of a source archive without the folder around them."""
    for wheel in downloads.glob("*.whl"):
        with zipfile.ZipFile(wheel) as archive:
            archive.extractall(folder)
    for source in [*downloads.glob("*.tar.gz"), *downloads.glob("*.zip")]:
        around = folder.with_suffix(".around")
        shutil.unpack_archive(source, around, **({} if source.suffix == ".zip" else {"filter": "data"}))
        inner = list(around.iterdir())
        shutil.move(inner[0] if len(inner) == 1 and inner[0].is_dir() else around, folder)
        shutil.rmtree(around, ignore_errors=True)


def folders_of_revisions(top):
    """Where revisions seem to be, for those who named another folder."""
    found = set()
    for file in top.rglob("*.py"):
        if re.search(rb"(?m)^down_revision\b", file.read_bytes()):
            folder = file.parent
            found.add(str((folder.parent if folder.name == "versions" else folder).relative_to(top)))
    return sorted(found)


class Environment:
    """A virtual environment with the judge, the project's package, and a cache of both."""

    def __init__(self, name):
        self.folder = CACHE / "venvs" / name
        self.python = self.folder / "bin" / "python"
        if not self.python.exists():
            shutil.rmtree(self.folder, ignore_errors=True)
            venv.create(self.folder, with_pip=True)
            self.install(*JUDGE)

    def install(self, *specs, constrain=False):
        arguments = [self.python, "-m", "pip", "install", "-q", "--disable-pip-version-check", *specs]
        done = run(arguments)
        if done.returncode != 0:
            stop(f"pip cannot install {' '.join(specs)}.", done.stderr.strip().splitlines()[-1])

    def unpacked(self, spec):
        """The package's own files, without what it needs."""
        folder = CACHE / "packages" / spec.replace("==", "-")
        if not folder.exists():
            wheels = CACHE / "wheels" / spec.replace("==", "-")
            download = [self.python, "-m", "pip", "download", "-q", "--no-deps", "-d", wheels, spec]
            done = run([*download, "--only-binary", ":all:"])
            if done.returncode != 0:
                # Some packages are published as source alone.
                done = run([*download, "--no-binary", ":all:"])
            if done.returncode != 0:
                stop(f"pip cannot download {spec}.", (done.stderr.strip().splitlines() or ["It says nothing."])[-1])
            unpack(wheels, folder)
        return folder

    def ask(self, what, request):
        file = Path(request["work"]).with_suffix(".json")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(request), encoding="utf-8")
        environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
        done = run([self.python, ROOT / "tools" / "history_judge.py", what, file], env=environment, cwd=file.parent)
        if done.returncode != 0:
            missing = re.search(r"No module named '([\w.]+)'", done.stderr)
            if missing:
                return {"missing": missing[1], "revisions": []}
            stop(f"the judge failed ({what}).", "\n".join(done.stderr.strip().splitlines()[-3:]))
        return json.loads(done.stdout.strip().splitlines()[-1])


def facts_of(document):
    """A schema document as one flat object: each fact under its table and name."""
    facts = {}

    def name(it):
        return ".".join(filter(None, [it.get("schema"), it["name"]]))

    for table in document["tables"]:
        of = name(table)
        facts[f"{of}|table"] = True
        facts[f"{of}|order of columns"] = [it["name"] for it in table["columns"]]
        if table["comment"]:
            facts[f"{of}|comment"] = table["comment"]
        for column in table["columns"]:
            prefix = f"{of}|column {column['name']} "
            for key in ("type", "nullable", "default"):
                facts[prefix + key] = column[key]
            for key in ("autoincrement", "identity", "computed", "comment"):
                if column[key]:
                    facts[prefix + key] = column[key]
        for constraint in table["constraints"]:
            facts[f"{of}|{constraint['kind']} {constraint['name']}"] = constraint
        for index in table["indexes"]:
            facts[f"{of}|index {index['name']}"] = index
        if table["options"]:
            facts[f"{of}|options"] = table["options"]
    for enum in document["enums"]:
        facts[f"|type {name(enum)}"] = enum["labels"]
    for sequence in document["sequences"]:
        facts[f"|sequence {name(sequence)}"] = sequence
    for item in document["objects"]:
        facts[f"|{item['kind']} {name(item)}"] = item
    for schema in document["schemas"]:
        facts[f"|schema {schema}"] = True
    return facts


class Count:
    """Facts right, unknown and wrong; a fact that one side lacks is a differing one."""

    def __init__(self, real, ours, uncertain, everything):
        self.right, self.unknown, self.wrong = 0, [], []
        for key in sorted(real.keys() | ours.keys()):
            if key in real and key in ours and real[key] == ours[key]:
                self.right += 1
                continue
            text = f"{key}: is {real.get(key, 'absent')!r}, folded {ours.get(key, 'absent')!r}"
            doubted = everything or key.split("|")[0] in uncertain
            (self.unknown if doubted else self.wrong).append(text)


def normal(sql):
    """White space says nothing, nor does ASC, nor the order of a table's constraints."""
    text = re.sub(r"\s+", " ", sql).strip().rstrip(";").strip()
    text = re.sub(r" ASC\b", "", text)
    table = re.fullmatch(r"(CREATE TABLE .*? )\((.*)\)(.*)", text)
    if not table:
        return text
    depth, items = 0, [""]
    for part in re.split(r"([(),])", table[2]):
        depth += {"(": 1, ")": -1}.get(part, 0)
        if part == "," and depth == 0:
            items.append("")
        else:
            items[-1] += part
    items = [it.strip() for it in items]
    constraint = re.compile(r"CONSTRAINT |PRIMARY KEY|UNIQUE|FOREIGN KEY|CHECK|EXCLUDE")
    columns = [it for it in items if not constraint.match(it)]
    rest = sorted(it for it in items if constraint.match(it))
    return f"{table[1]}({', '.join(columns + rest)}){table[3]}".strip()


def ordered(statements):
    """Alembic keeps the indexes of a new table or column in a set: their order means nothing."""
    result, run = [], []
    for sql in statements:
        if sql.startswith(("CREATE INDEX", "CREATE UNIQUE INDEX")):
            run.append(sql)
        else:
            result += sorted(run) + [sql]
            run = []
    return result + sorted(run)


def compare_sql(offline, shown):
    """Statement by statement, where Alembic can render a revision at all."""
    same, differing, not_rendered = 0, [], 0
    for revision in shown:
        real = offline.get(revision["id"], {})
        if "statements" not in real:
            not_rendered += 1
            continue
        ours = [normal(sql) for step in revision["upgrade"] for sql in step["statements"]]
        theirs = [normal(sql) for sql in real["statements"] if not normal(sql).startswith("--")]
        # Alembic renders the edges of an autocommit block as transactions of their own.
        theirs = [sql for sql in theirs if sql not in ("COMMIT", "BEGIN", "")]
        ours, theirs = ordered(ours), ordered(theirs)
        if ours == theirs:
            same += 1
        else:
            pairs = [(a, b) for a, b in zip(theirs + [None] * len(ours), ours + [None] * len(theirs)) if a != b]
            differing.append((revision["id"], *pairs[0]))
    return same, differing, not_rendered


class Project:
    def __init__(self, key, stated, options):
        self.key, self.stated, self.options = key, stated, options
        self.dialect = stated.get("dialect", "postgresql")
        package = stated.get("package")
        self.environment = Environment((package or stated.get("source") or key).replace("==", "-").replace("/", "_"))
        if stated.get("requirements"):
            self.environment.install(*stated["requirements"])
        if package:
            self.source = self.environment.unpacked(package)
        elif "source" in stated:
            self.source = Path(stated["source"]).resolve()
        else:
            self.source = Path(os.environ["LIMBECK_CORPORA"]).resolve() / stated["repository"]
        self.root = self.source / stated.get("root", "")
        self.scripts = self.source / stated["scripts"]
        if not self.scripts.is_dir():
            seen = folders_of_revisions(self.source) if self.source.is_dir() else []
            stop(
                f"there is no folder {stated['scripts']} in {package_or_folder(stated)}.",
                f"Revisions seem to be in: {', '.join(seen)}."
                if seen
                else "No file in it looks like a revision; a package may leave its migrations out.",
            )
        self.work = CACHE / "work" / key

    def request(self, **more):
        inner = self.scripts / "versions"
        return {
            "work": str(self.work / "alembic"),
            "versions": [str(inner if inner.is_dir() else self.scripts)],
            "path": [str(self.root), str(self.source)],
            "dialect": self.dialect,
            **{key: self.stated[key] for key in ("metadata", "imports", "batch", "convention") if key in self.stated},
            **more,
        }

    def limbeck(self, *arguments):
        stated = ["-C", self.root, "--scripts", self.scripts, "--dialect", self.dialect]
        if "convention" in self.stated:
            stated += ["--naming-convention", json.dumps(self.stated["convention"])]
        done = limbeck(*arguments, *stated)
        if done.returncode > 1:
            return None, (done.stderr.strip().splitlines() or ["it says nothing"])[-2:]
        return done.stdout, []

    def upgraded(self, url):
        answer = self.environment.ask("upgrade", self.request(url=url))
        if "missing" in answer and "package" in self.stated:
            # Most scripts need nothing but Alembic; only for the others all of the project is installed.
            print(f"  installing what {self.stated['package']} needs, for {answer['missing']} ...", flush=True)
            self.environment.install(self.stated["package"])
            answer = self.environment.ask("upgrade", self.request(url=url))
        return answer

    def judge(self, server):
        shutil.rmtree(self.work, ignore_errors=True)
        self.work.mkdir(parents=True)
        sqlite = self.dialect == "sqlite"
        real_url = f"sqlite:///{self.work / 'real.db'}" if sqlite else server.database()
        answer = self.upgraded(real_url)
        shown, complaint = self.limbeck("show", "base:heads", "--format", "json")
        if shown is None:
            print(f"{self.key}: limbeck fails: {' '.join(complaint)}")
            return None
        revisions = json.loads(shown)["revisions"]
        result = self.steps(revisions)
        if "failed" in answer or "missing" in answer:
            result["alembic"] = (
                answer.get("failed")
                or f"module {answer['missing']} is missing; name what brings it with --requirement"
            )
            return result
        script, complaint = self.limbeck("schema", "--from", "history", "--format", "sql")
        (self.work / "folded.sql").write_text(script or "", encoding="utf-8")
        real, ours, refused = self.sqlite(script) if sqlite else self.postgresql(real_url, server.database(), script)
        result["refused"] = refused
        result["count"] = Count(real, ours, result["uncertain"], result["everything"])
        if not sqlite:
            result["sql"] = compare_sql(self.environment.ask("offline", self.request()), revisions)
        return result

    def postgresql(self, real_url, our_url, script):
        code = "import sys, psycopg\nwith psycopg.connect(sys.argv[1], autocommit=True) as c: c.execute(sys.stdin.read())"
        url = our_url.replace("postgresql+psycopg://", "postgresql://")
        done = run([self.environment.python, "-c", code, url], input=script or "SELECT 1")
        refused = done.stderr.strip().splitlines()[-3:] if done.returncode else []
        documents = []
        for source in (real_url, our_url):
            read = limbeck("schema", "--from", "database", "--url", source, "--format", "json")
            if read.returncode > 1:
                stop("the catalog cannot be read.", read.stderr.strip())
            documents.append(facts_of(json.loads(read.stdout)))
        return *documents, refused

    def sqlite(self, script):
        import sqlite3

        ours, refused = self.work / "ours.db", []
        try:
            sqlite3.connect(ours).executescript(script)
        except sqlite3.Error as error:
            refused = [str(error)]
        read = [self.environment.ask("tables", self.request(file=str(it))) for it in (self.work / "real.db", ours)]
        return *read, refused

    @staticmethod
    def steps(revisions):
        """How far the revisions are understood, and what is in doubt after them."""
        result = {"revisions": len(revisions), "understood": 0, "partly": 0, "not": 0, "opaque": [], "refusals": []}
        uncertain, everything = set(), False
        for revision in revisions:
            steps = revision["upgrade"]
            opaque = [it for it in steps if it["kind"] == "opaque" and it["may_change_schema"]]
            key = "understood" if not opaque else "partly" if len(opaque) < len(steps) else "not"
            result[key] += 1
            for step in opaque:
                uncertain.update(step["touches"])
                everything |= not step["touches"]
                result["opaque"].append(f"{Path(step['file']).name}:{step['line']}: {step['why']}")
            for step in steps:
                for refusal in step["refusals"]:
                    result["refusals"].append(f"{Path(step['file'] or '').name}:{step['line']}: {refusal}")
        return {**result, "uncertain": uncertain, "everything": everything}


def report(key, result, limit):
    whole = f"{result['understood']} understood, {result['partly']} with opaque steps, {result['not']} not understood"
    print(f"{key}: {result['revisions']} revisions: {whole}")
    for line in result["opaque"]:
        print(f"  opaque   {line}")
    if "alembic" in result:
        print(f"  Alembic itself does not get to the head: {result['alembic']}")
        return
    count = result["count"]
    print(f"  facts: {count.right} right, {len(count.unknown)} unknown, {len(count.wrong)} wrong")
    for word, lines in (("unknown", count.unknown), ("wrong", count.wrong)):
        for line in lines[:limit]:
            print(f"  {word:8} {line}")
        if len(lines) > limit:
            print(f"  {word:8} ... and {len(lines) - limit} more")
    for line in result["refused"]:
        print(f"  the database refuses the folded script: {line}")
    for line in result["refusals"][:limit]:
        print(f"  said to be refused, though it ran: {line}")
    if "sql" in result:
        same, differing, not_rendered = result["sql"]
        print(f"  SQL: {same} revisions as Alembic renders them, {len(differing)} otherwise, {not_rendered} it cannot render")
        for revision, theirs, ours in differing[:limit]:
            print(f"  SQL      {revision}: Alembic {theirs!r}, limbeck {ours!r}")


def package_or_folder(stated):
    return stated.get("package") or stated.get("source") or stated["repository"]


def convention_of(path):
    try:
        return json.loads(Path(path).read_text(encoding="utf-8"))
    except OSError as error:
        stop(f"the naming convention {path} cannot be read: {error.strerror}.", "Name a file of JSON.")
    except ValueError as error:
        stop(f"the naming convention {path} is no JSON: {error}.", 'Write it as {"pk": "pk_%(table_name)s", ...}.')


def chosen(options):
    if options.package and not re.fullmatch(r"[\w.-]+(\[[\w,.-]+\])?==[\w.!+-]+", options.package):
        stop(f"--package takes a pinned version, not '{options.package}'.", "Write NAME==VERSION.")
    if options.source and not Path(options.source).is_dir():
        stop(f"there is no folder {options.source}.", "Name a checkout with --source.")
    if options.scripts and not (options.package or options.source):
        stop("--scripts needs --package or --source.", "A project of the table knows its own scripts.")
    if options.package or options.source:
        if not options.scripts:
            stop("--package and --source need --scripts.", "Name the folder of revisions, from the package's top.")
        convention = options.naming_convention and convention_of(options.naming_convention)
        stated = {
            "package": options.package,
            "source": options.source,
            "scripts": options.scripts,
            "dialect": options.dialect,
            "metadata": options.metadata,
            "imports": options.imports,
            "requirements": options.requirement,
            "convention": convention,
        }
        stated = {key: value for key, value in stated.items() if value}
        return {(options.package or Path(options.source).name).split("==")[0]: stated}
    unknown = [it for it in options.keys if it not in PROJECTS]
    if unknown:
        stop(f"there is no project {unknown[0]}.", f"Choose of: {', '.join(PROJECTS)}.")
    keys = options.keys or list(PROJECTS)
    if not os.environ.get("LIMBECK_CORPORA"):
        left = [it for it in keys if "repository" in PROJECTS[it]]
        if left and options.keys:
            stop(f"{left[0]} is on GitHub.", "Name the folder of checkouts in LIMBECK_CORPORA.")
        for key in left:
            print(f"{key}: left out, LIMBECK_CORPORA names no folder of checkouts")
        keys = [it for it in keys if it not in left]
    return {key: PROJECTS[key] for key in keys}


def main():
    parser = argparse.ArgumentParser(
        prog="./dev accuracy history", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("keys", nargs="*", metavar="KEY", help=", ".join(PROJECTS))
    for option in ("package", "source", "scripts", "metadata", "naming-convention"):
        parser.add_argument("--" + option, help=argparse.SUPPRESS)
    parser.add_argument("--dialect", default="postgresql", choices=["postgresql", "sqlite"], help=argparse.SUPPRESS)
    parser.add_argument("--import", dest="imports", action="append", default=[], help=argparse.SUPPRESS)
    parser.add_argument("--requirement", action="append", default=[], help=argparse.SUPPRESS)
    parser.add_argument("--postgresql", default="16", help=argparse.SUPPRESS)
    parser.add_argument("--facts", type=int, default=20, help=argparse.SUPPRESS)
    options = parser.parse_args()
    projects = chosen(options)
    server = Server(options.postgresql)
    wrong = total = clean = 0
    try:
        for key, stated in projects.items():
            result = Project(key, stated, options).judge(server)
            if result is None:
                wrong += 1
                continue
            report(key, result, options.facts)
            total += result["revisions"]
            clean += result["understood"]
            wrong += len(result["count"].wrong) if "count" in result else 0
            sys.stdout.flush()
    finally:
        server.close()
    if total:
        print(f"all: {clean} of {total} revisions without opaque schema steps ({100 * clean / total:.1f}%), {wrong} wrong facts")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
