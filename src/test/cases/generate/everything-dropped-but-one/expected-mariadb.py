"""everything dropped but one

Revision ID: 002_everything_dropped_but_one
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- Dropping d.a_id loses its values; back them up first.
- Programs that still use d.a_id fail from this moment on.
- Dropping table a loses all its rows; back them up first.
- Dropping table c loses all its rows; back them up first.
- Dropping table b loses all its rows; back them up first.
- The downgrade does not bring back the rows of table b.
- The downgrade does not bring back the rows of table c.
- The downgrade does not bring back the rows of table a.
- The downgrade does not bring back the values of d.a_id.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_everything_dropped_but_one"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_constraint("d_ibfk_1", "d", type_="foreignkey")
    op.drop_constraint("b_ibfk_1", "b", type_="foreignkey")
    op.drop_column("d", "a_id")
    op.drop_table("a")
    op.drop_table("c")
    op.drop_table("b")


def downgrade() -> None:
    op.create_table(
        "b",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("a_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "c",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("b_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["b_id"], ["b.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "a",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("c_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["c_id"], ["c.id"], name="fk_a_c_id_c"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.add_column("d", sa.Column("a_id", sa.Integer(), nullable=True))
    op.create_foreign_key("b_ibfk_1", "b", "a", ["a_id"], ["id"])
    op.create_foreign_key("d_ibfk_1", "d", "a", ["a_id"], ["id"])
