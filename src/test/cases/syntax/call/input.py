f()
f(a, b,)
f(a, *b, c, k=1, *d, **e, l=2)
f(x for x in y)
f((x for x in y), 1)
f(a := 1, (yield))
f(a)(b)[c].d(e)
op.create_table(
    "hero",
    sa.Column("id", sa.Integer(), nullable=False),  # the key
    sa.PrimaryKeyConstraint("id"),
)
f(match=1, case=2, type=3, _=4)
(f)(a)
