"""Print CPython's own syntax trees, one line a node, for a comparison.

The names of files come on standard input, one a line. For each file comes a line
"FILE name", then either "ERROR line column message" or the tree, one line a node:
field, kind, first and last offset in UTF-16 units, plain values, indented by its
depth; then "DONE". The name "?" asks for the version and where its code lies.
"""

import ast
import io
import json
import struct
import sys
import sysconfig
import tokenize
import warnings

# Not in the trees that are compared.
SKIPPED = {"ctx", "type_comment", "type_ignores", "kind"}
MASKED = sys.version_info < (3, 12)


def line_starts(text):
    starts = [0]
    i = 0
    while i < len(text):
        c = text[i]
        if c == "\r" and text[i + 1 : i + 2] == "\n":
            i += 1
        i += 1
        if c in "\r\n":
            starts.append(i)
    return starts


class Offsets:
    """UTF-16 offsets of CPython's lines and byte columns."""

    def __init__(self, text):
        self.text = text
        self.starts = line_starts(text)
        self.ascii = text.isascii()
        if not self.ascii:
            self.utf16 = [0]
            total = 0
            for start, end in zip(self.starts, self.starts[1:] + [len(text)]):
                total += len(text[start:end].encode("utf-16-le", "surrogatepass")) // 2
                self.utf16.append(total)

    def of(self, line, column):
        if self.ascii:
            return self.starts[line - 1] + column
        start = self.starts[line - 1]
        end = self.starts[line] if line < len(self.starts) else len(self.text)
        part = self.text[start:end]
        if not part.isascii():
            before = part.encode("utf-8")[:column].decode("utf-8", "replace")
            column = len(before.encode("utf-16-le")) // 2
        return self.utf16[line - 1] + column


def number(value):
    return struct.pack(">d", value).hex()


def plain(value):
    if value is None or value is True or value is False:
        return str(value)
    if value is Ellipsis:
        return "Ellipsis"
    if isinstance(value, str):
        return json.dumps(value)
    if isinstance(value, bytes):
        return "b" + json.dumps(value.decode("latin-1"))
    if isinstance(value, int):
        return hex(value)
    if isinstance(value, float):
        return "f" + number(value)
    if isinstance(value, complex):
        return "c" + number(value.imag)
    raise TypeError(value)


class Dump:
    def __init__(self, offsets, out):
        self.offsets = offsets
        self.out = out

    def position(self, node, masked):
        if not hasattr(node, "end_lineno"):
            return ""
        if masked:
            return " ?"
        start = self.offsets.of(node.lineno, node.col_offset)
        end = self.offsets.of(node.end_lineno, node.end_col_offset)
        return " %d %d" % (start, end)

    def node(self, node, field, depth, masked):
        kind = type(node).__name__
        line = "  " * depth + field + " " + kind + self.position(node, masked)
        masked = masked or (MASKED and kind == "JoinedStr")
        children = []
        for name in node._fields:
            if name in SKIPPED:
                continue
            value = getattr(node, name, None)
            if isinstance(value, ast.AST):
                if value._fields or hasattr(value, "end_lineno"):
                    children.append((name, [value]))
                else:
                    line += " %s=%s" % (name, type(value).__name__)
            elif isinstance(value, list):
                if value and isinstance(value[0], str):
                    line += " %s=%s" % (name, ",".join(value))
                elif value and isinstance(value[0], (ast.operator, ast.cmpop)):
                    line += " %s=%s" % (name, ",".join(type(v).__name__ for v in value))
                elif value:
                    children.append((name, value))
            elif value is not None or kind == "Constant" or kind == "MatchSingleton":
                line += " %s=%s" % (name, plain(value))
        if kind == "Constant" and node.kind:
            line += " kind=" + node.kind
        self.out.append(line)
        for name, values in children:
            for value in values:
                if value is None:
                    self.out.append("  " * (depth + 1) + name + " None")
                else:
                    self.node(value, name, depth + 1, masked)


def dump(path):
    print("FILE " + path)
    with open(path, "rb") as file:
        data = file.read()
    try:
        tree = ast.parse(data)
        encoding, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
        text = data.decode(encoding)
        if text.startswith("\ufeff"):
            text = text[1:]
        out = []
        Dump(Offsets(text), out).node(tree, "tree", 0, False)
        print("\n".join(out))
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        line = getattr(error, "lineno", None)
        column = getattr(error, "offset", None)
        message = getattr(error, "msg", None) or str(error)
        print("ERROR %s %s %s" % (line, column, message.replace("\n", " ")))


def about():
    """Answers the question "?": the version, and the folders with Python code at hand."""
    print("FILE ?")
    print("%d.%d" % sys.version_info[:2])
    print(sysconfig.get_paths()["stdlib"])
    print(sysconfig.get_paths()["purelib"])


def main():
    warnings.simplefilter("ignore")
    sys.setrecursionlimit(20000)
    for line in sys.stdin:
        path = line.rstrip("\n")
        if path == "?":
            about()
        else:
            dump(path)
        print("DONE")
        sys.stdout.flush()


main()
