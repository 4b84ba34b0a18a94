"""Jobs that show how CPython reads a source text: its syntax tree and its tokens.

Offsets are absolute and in UTF-16 units, as Java counts. Lines end at \\n, \\r\\n or a lone \\r.
"""

import ast
import io
import re
import sys
import token
import tokenize as _tokenize

sys.set_int_max_str_digits(0)


class _Offsets:
    """Turns lines and columns into absolute UTF-16 offsets in the text as it was given."""

    def __init__(self, source):
        self.lines = re.split(r"(?<=\n)|(?<=\r)(?!\n)", source)
        self.starts = [0]
        for line in self.lines:
            self.starts.append(self.starts[-1] + _utf16(line))

    def at(self, line, column):
        """The offset of a column counted in characters."""
        if line > len(self.lines):
            return self.starts[-1]
        return self.starts[line - 1] + _utf16(self.lines[line - 1][:column])

    def at_byte(self, line, column):
        """The offset of a column counted in UTF-8 bytes, as the tree has it."""
        text = self.lines[line - 1]
        if not text.isascii():
            column = len(text.encode("utf-8", "surrogatepass")[:column].decode("utf-8", "surrogatepass"))
        return self.at(line, column)


def _utf16(text):
    return len(text) if text.isascii() else sum(2 if ord(c) > 0xFFFF else 1 for c in text)


def ast_dump(source, mode="exec"):
    """The tree: {"_": class, "start", "end", fields…}; a constant is {"str"|"int"|…: text}."""
    return _dump(ast.parse(source, mode=mode, type_comments=False), _Offsets(source))


def _dump(node, offsets):
    if isinstance(node, list):
        return [_dump(item, offsets) for item in node]
    if not isinstance(node, ast.AST):
        return node
    result = {"_": type(node).__name__}
    if hasattr(node, "lineno"):
        result["start"] = offsets.at_byte(node.lineno, node.col_offset)
        result["end"] = offsets.at_byte(node.end_lineno, node.end_col_offset)
    for name, value in ast.iter_fields(node):
        plain = isinstance(node, (ast.Constant, ast.MatchSingleton)) and name == "value"
        result[name] = _constant(value) if plain else _dump(value, offsets)
    return result


def _constant(value):
    match value:
        case None | True | False:
            return {"name": repr(value)}
        case _ if value is Ellipsis:
            return {"name": "..."}
        case bytes():
            return {"bytes": value.decode("latin-1")}
        case str():
            return {"str": value}
    return {type(value).__name__: repr(value)}


def tokenize(source):
    """The tokens as [type, text, start, end]; an operator's type is its exact one."""
    offsets = _Offsets(source)
    # The tokenizer wants \n; columns within a line stay the same.
    reader = io.StringIO(re.sub(r"\r\n?", "\n", source)).readline
    return [
        [token.tok_name[one.exact_type], one.string, offsets.at(*one.start), offsets.at(*one.end)]
        for one in _tokenize.generate_tokens(reader)
    ]
