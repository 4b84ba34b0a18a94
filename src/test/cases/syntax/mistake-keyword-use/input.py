class = 1
x = def
import a.
import
from a import
from a import b,
from import a
from . import (a
x = 1
from a import (b c)
global
global a.b
del
assert
return return
raise from a
pass pass
break 1
if = 1
else: pass
except A: pass
elif x: pass
finally: pass
async x
await
lambda x 1
not
a not b
x if y
after = 1
