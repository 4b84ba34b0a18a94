"""texts with odd characters

Revision ID: 002_texts_with_odd_characters
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- Adding the check reads the whole table; nobody reads or writes note meanwhile (ACCESS
  EXCLUSIVE).
- The check ck:odd (text <> 'NULL' AND text NOT LIKE '%%y') of note stops the upgrade
  when there are rows that break it.

"""

from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

# revision identifiers, used by Alembic.
revision = "002_texts_with_odd_characters"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    postgresql.ENUM("it's", "a:b", "50%", 'x"y', name="Odd Kind").create(
        op.get_bind(), checkfirst=False
    )
    op.add_column(
        "note", sa.Column("it's", sa.Text(), nullable=True, comment='100% :ok \\ "x"')
    )
    op.add_column(
        "note",
        sa.Column(
            "kind",
            postgresql.ENUM(
                "it's", "a:b", "50%", 'x"y', name="Odd Kind", create_type=False
            ),
            server_default="a:b",
            nullable=True,
        ),
    )
    op.add_column(
        "note",
        sa.Column("text", sa.Text(), server_default="a:b %s 'x' \\n", nullable=True),
    )
    op.create_check_constraint(
        "ck:odd", "note", "text <> 'NULL' AND text NOT LIKE '%%y'"
    )
    op.create_table_comment("note", "first line\nsecond ; -- x")


def downgrade() -> None:
    op.drop_table_comment("note", existing_comment="first line\nsecond ; -- x")
    op.drop_constraint("ck:odd", "note", type_="check")
    op.drop_column("note", "text")
    op.drop_column("note", "kind")
    op.drop_column("note", "it's")
    postgresql.ENUM(name="Odd Kind").drop(op.get_bind(), checkfirst=False)
