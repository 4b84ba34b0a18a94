import a
import a.b.c as d, e
import a . b
from a import b
from . import a
from .. import a as b, c
from ...a.b import (c, d as e,)
from .... import x
from . . . a import *
from .a import (
    b,
    # c
    d
)
from match import case as type
