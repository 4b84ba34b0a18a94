"""Compares what limbeck reads from models with what SQLAlchemy itself makes of them.

Usage: compare_facts.py LIMBECK.json SQLALCHEMY.json

Prints every fact that is unknown or wrong, then one line of counts. A fact that limbeck leaves out
counts as unknown only where limbeck itself says that it could not read it; silence counts as wrong.
"""

import json
import re
import sys


MISSING = "(a fact of the missing table)"


def flat(sql):
    """SQL without what does not matter: white space, the driver's doubled %, the usual order."""
    if sql is None:
        return None
    return re.sub(r"\s+", " ", str(sql)).strip().replace("%%", "%").replace(" ASC", "")


def refused(fact):
    """Whether SQLAlchemy itself has no such text: it raises on this database."""
    return isinstance(fact, str) and re.match(r"<\w+: .*>$", fact, re.DOTALL) is not None


class Comparison:
    def __init__(self, ours, theirs):
        self.ours = ours
        self.theirs = theirs
        self.right = 0
        self.refused = 0
        self.unknown = []
        self.wrong = []
        self.places = ours.get("places") or {}
        self.problems = " ".join(it["message"] for it in ours["problems"])
        # A class may be named in place of the table it would have made.
        self.problems += " " + re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", self.problems).lower()

    def fact(self, name, ours, theirs, unknown=None):
        if ours == theirs:
            self.right += 1
        elif refused(theirs) or (isinstance(theirs, dict) and any(map(refused, theirs.values()))):
            self.refused += 1
        elif unknown:
            self.unknown.append(f"{name}: {unknown}{self.where(name)}")
        else:
            self.wrong.append(f"{name}: {ours!r}, but SQLAlchemy says {theirs!r}{self.where(name)}")

    def where(self, fact):
        """Where the models state what a fact is about: its column, else its table."""
        place = fact.split(" ", 1)[0]
        at = self.places.get(place) or self.places.get(place.rsplit(".", 1)[0])
        return f" ({at})" if at else ""

    def run(self):
        ours = {(it["schema"], it["name"]): it for it in self.ours["tables"]}
        theirs = {(it["schema"], it["name"]): it for it in self.theirs["tables"]}
        for key in sorted(set(ours) | set(theirs), key=str):
            name = ".".join(it for it in key if it)
            if key not in theirs:
                self.wrong.append(f"{name}: a table that SQLAlchemy does not have{self.where(name)}")
            elif key not in ours:
                self.missing(name, theirs[key])
            else:
                self.right += 1
                self.table(name, ours[key], theirs[key])
        self.enums()

    def said(self, place):
        """The first problem that names this very place, if limbeck has one."""
        found = (it for it in self.ours["problems"] if re.search(rf"\b{re.escape(place)}\b(?!\.)", it["message"]))
        return next((f"{it['message']} ({it['file']}:{it['line']})" for it in found), None)

    def missing(self, name, table):
        bare = table["name"]
        count = 1 + 5 * len(table["columns"]) + len(table["constraints"]) + len(table["indexes"])
        said = re.search(rf"\b{re.escape(bare)}\b", self.problems)
        where = self.said(bare) or self.at_class(bare)
        (self.unknown if said else self.wrong).extend(
            [f"{name}: the table is missing{': ' + where if where else ''}"] + [f"{name}: {MISSING}"] * (count - 1)
        )

    def at_class(self, bare):
        """The first problem that names the class a table would be of."""
        for it in self.ours["problems"]:
            if re.search(rf"\b{re.escape(bare)}\b", re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", it["message"]).lower()):
                return f"{it['message']} ({it['file']}:{it['line']})"
        return None

    def table(self, name, ours, theirs):
        self.fact(f"{name} comment", ours["comment"], theirs["comment"])
        mine = {it["name"]: it for it in ours["columns"]}
        for column in theirs["columns"]:
            place = f"{name}.{column['name']}"
            found = mine.pop(column["name"], None)
            if found is None:
                said = re.search(rf"\b{re.escape(column['name'])}\b", self.problems)
                where = self.said(column["name"])
                where = f": {where}" if where else self.where(name)
                (self.unknown if said else self.wrong).extend([f"{place}: the column is missing{where}"] * 5)
                continue
            self.column(place, found, column)
        for column in mine:
            self.wrong.append(f"{name}.{column}: a column that SQLAlchemy does not have{self.where(f'{name}.{column}')}")
        self.fact(
            f"{name} column order",
            [it["name"] for it in ours["columns"]],
            [it["name"] for it in theirs["columns"]],
        )
        self.constraints(name, ours["constraints"], theirs["constraints"])
        self.indexes(name, ours["indexes"], theirs["indexes"])

    def column(self, place, ours, theirs):
        # DECIMAL and NUMERIC are one type to the databases, and to limbeck.
        wanted = flat(theirs["type"]).replace("DECIMAL", "NUMERIC")
        self.fact(f"{place} type", (flat(ours["type"]) or "").replace("DECIMAL", "NUMERIC"), wanted, ours["unknown"])
        unread = ours["unknown"] if ours["nullable"] is None else None
        self.fact(f"{place} nullable", ours["nullable"], theirs["nullable"], unread)
        self.fact(
            f"{place} default", flat(ours["default"]), flat(theirs["default"]), ours.get("default_unknown")
        )
        self.fact(f"{place} autoincrement", ours["autoincrement"], theirs["autoincrement"], unread)
        self.fact(f"{place} comment", ours["comment"], theirs["comment"])
        if ours["identity"] or theirs["identity"]:
            self.fact(f"{place} identity", ours["identity"], theirs["identity"])
        if ours["computed"] or theirs["computed"]:
            self.fact(f"{place} computed", ours["computed"], theirs["computed"], self.said(place))

    def constraints(self, name, ours, theirs):
        left = [self.constraint(it) for it in ours]
        for wanted in (self.constraint(it) for it in theirs):
            place = f"{name} {wanted['kind']} {wanted.get('name') or ''}{wanted.get('columns') or wanted.get('sql') or ''}"
            if wanted in left:
                left.remove(wanted)
                self.right += 1
                continue
            near = [it for it in left if it["kind"] == wanted["kind"] and (it.get("columns") == wanted.get("columns") if "columns" in wanted else it.get("name") == wanted.get("name"))]
            if near:
                left.remove(near[0])
            said = None if near else self.said(name) if wanted["kind"] == "check" else None
            self.fact(place, near[0] if near else None, wanted, said)
        for extra in left:
            self.wrong.append(f"{name}: a constraint that SQLAlchemy does not have: {extra}{self.where(name)}")

    @staticmethod
    def constraint(it):
        kind = it["kind"]
        result = {"kind": kind, "name": it["name"]}
        if kind in ("primary_key", "unique", "foreign_key"):
            result["columns"] = it["columns"]
        if kind == "foreign_key":
            target = it["target"]
            result["target"] = target if isinstance(target, list) else [target["schema"], target["name"]]
            for key in ("target_columns", "on_delete", "on_update", "match", "deferral"):
                result[key] = it[key]
        if kind == "unique":
            for key in ("nulls_not_distinct", "include", "deferral"):
                result[key] = it[key]
        if kind == "check":
            result["sql"] = flat(it["sql"])
        if kind == "exclude":
            result.update(method=it["method"], where=flat(it["where"]), deferral=it["deferral"])
            result["elements"] = [
                [flat(part.get("column") or part.get("sql")), part.get("operator_class"), part["operator"]]
                for part in it["elements"]
            ]
        return result

    def indexes(self, name, ours, theirs):
        mine = list(ours)
        for wanted in theirs:
            place = f"{name} index {wanted['name']}"
            named = [it for it in mine if it["name"] == wanted["name"]]
            same = [it for it in named if self.index_text(it.get("ddl")) == self.index_text(wanted["ddl"])]
            found = (same or named or [None])[0]
            if found is not None:
                mine.remove(found)
            if found is None:
                self.fact(place, None, wanted["ddl"], self.said(name))
                continue
            self.fact(place, self.index_text(found.get("ddl")), self.index_text(wanted["ddl"]))
        for extra in mine:
            self.wrong.append(f"{name}: an index that SQLAlchemy does not have: {extra['name']}{self.where(name)}")

    def index_text(self, ddl):
        """An index as its database understands it."""
        text = flat(ddl)
        if text is None or refused(text):
            return text
        if self.theirs["dialect"] == "mysql":
            # MySQL takes functions only in parentheses, which SQLAlchemy leaves out around text.
            return re.sub(r"[()]", "", text)
        if self.theirs["dialect"] == "sqlite":
            return re.sub(r"\(\(([^()]*)\)\)", r"(\1)", text)
        return text.replace(" USING btree", "")

    def enums(self):
        ours = {(it["schema"], it["name"]): it["labels"] for it in self.ours["enums"]}
        theirs = {(it["schema"], it["name"]): it["labels"] for it in self.theirs["enums"]}
        if self.theirs["dialect"] != "postgresql":
            return
        for key in sorted(set(ours) | set(theirs), key=str):
            self.fact(f"enum {key[1]}", ours.get(key), theirs.get(key))


def main():
    with open(sys.argv[1]) as ours, open(sys.argv[2]) as theirs:
        comparison = Comparison(json.load(ours), json.load(theirs))
    comparison.run()
    for line in comparison.unknown:
        if not line.endswith(MISSING):
            print("unknown", line)
    for line in comparison.wrong:
        if not line.endswith(MISSING):
            print("WRONG  ", line)
    total = comparison.right + len(comparison.unknown) + len(comparison.wrong)
    print(
        f"{len(comparison.theirs['tables'])} tables, {total} facts: {comparison.right} right,"
        f" {len(comparison.unknown)} unknown, {len(comparison.wrong)} wrong"
    )
    sys.exit(1 if comparison.wrong else 0)


if __name__ == "__main__":
    main()
