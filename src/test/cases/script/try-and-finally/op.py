try:
    op.drop_column("t", "a")
except Exception as error:
    print(error)
    raise
else:
    op.drop_column("t", "b")
finally:
    op.drop_column("t", "c")
