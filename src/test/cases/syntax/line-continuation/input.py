x = a + \
    b
if a and \
   b: \
   c
\
assert x, \
  "y" \
  "z"
with a as b, \
     c as d: pass
x = [1, # one

  2
]


from a \
  import b
