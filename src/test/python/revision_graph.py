"""Answers questions about graphs of revisions by Alembic's own revision map.

Reads one JSON list of graphs on stdin, writes the answers as one JSON list on stdout.
A graph has nodes (id, down, depends, labels) and questions ([kind, argument, ...]).
"""

import json
import sys
import warnings

from alembic.script.revision import Revision, RevisionError, RevisionMap

warnings.simplefilter("ignore")


def build(nodes):
    def revisions():
        for node in nodes:
            yield Revision(
                node["id"],
                tuple(node["down"]) or None,
                dependencies=tuple(node["depends"]) or None,
                branch_labels=tuple(node["labels"]) or None,
            )

    return RevisionMap(revisions)


def ids(found):
    return [it if isinstance(it, str) else it.revision for it in found if it not in (None, "base")]


def ask(graph, question):
    kind, *rest = question
    if kind == "heads":
        return list(graph.heads)
    if kind == "effective":
        return list(graph._real_heads)
    if kind == "bases":
        return list(graph.bases)
    if kind == "resolve":
        return ids(graph.get_revisions(rest[0]))
    if kind == "upgrade":
        target, rows = rest
        found = graph.iterate_revisions(target, tuple(rows), implicit_base=True)
        return ids(reversed(list(found)))
    if kind == "downgrade":
        target, rows = rest
        return ids(graph.iterate_revisions(tuple(rows), target, select_for_downgrade=True))
    if kind == "range":
        lower, upper = rest
        return ids(
            graph.iterate_revisions(upper, lower, inclusive=True, assert_relative_length=False)
        )
    raise ValueError(kind)


def answer(graph, question):
    try:
        return ask(graph, question)
    except RevisionError as error:
        return "error: " + str(error)
    except (AssertionError, KeyError, AttributeError, ValueError, IndexError) as error:
        return "crash: " + type(error).__name__ + " " + str(error)


json.dump(
    [
        [answer(build(graph["nodes"]), question) for question in graph["questions"]]
        for graph in json.load(sys.stdin)
    ],
    sys.stdout,
)
