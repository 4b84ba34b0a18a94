def upgrade() -> None
    op.drop_table("a")
if a
    b
else
    c
class A
    x = 1
while a
x = 1
