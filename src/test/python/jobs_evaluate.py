"""Jobs that run a module and show what its names hold."""

import enum as _enum
import importlib as _importlib
import os as _os
import types as _types


def module_values(source):
    """Runs a text as the module ``case``: one line a name that holds data, with its repr."""
    module = _types.ModuleType("case")
    module.__file__ = "case.py"
    import sys

    sys.modules["case"] = module
    exec(compile(source, "case.py", "exec"), module.__dict__)
    lines = []
    for name, value in vars(module).items():
        if not name.startswith("_") and _is_data(value):
            lines.append(f"{name} = {value!r}\n")
    return "".join(lines)


def _is_data(value):
    plain = (str, bytes, int, float, bool, type(None), list, tuple, dict, set, _enum.Enum)
    return isinstance(value, plain)


def library_folder():
    """The folder of the standard library, whose sources are programs to read."""
    return _os.path.dirname(_os.path.abspath(_os.__file__))


def library_values(module):
    """The plain data of a module of the standard library: its file, and names with their reprs."""
    found = _importlib.import_module(module)
    values = {
        name: repr(value)
        for name, value in vars(found).items()
        if not name.startswith("__") and _is_plain(value, 0)
    }
    return {"file": found.__file__, "values": values}


def _is_plain(value, depth):
    if depth > 6:
        return False
    if type(value) in (str, bytes, int, float, bool, type(None)):
        return True
    if type(value) in (list, tuple):
        return all(_is_plain(each, depth + 1) for each in value)
    if type(value) is dict:
        return all(_is_plain(each, depth + 1) for pair in value.items() for each in pair)
    return isinstance(value, _enum.Enum) and _is_plain(value.value, depth + 1)
