op.create_index(None, "t", ["a", "b"])
op.create_index(op.f("ix_x"), "t", ["a"])
