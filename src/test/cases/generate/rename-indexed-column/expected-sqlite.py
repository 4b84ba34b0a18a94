"""rename indexed column

Revision ID: 002_rename_indexed_column
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- Programs that still call hero.name so, and not alias, fail from now on.

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "002_rename_indexed_column"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # column hero.name is stated to be alias now
    op.alter_column("hero", "name", new_column_name="alias")

    with op.batch_alter_table("hero") as batch_op:
        batch_op.drop_index(op.f("ix_hero_name"))
        batch_op.create_index(op.f("ix_hero_alias"), ["alias"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("hero") as batch_op:
        batch_op.drop_index(op.f("ix_hero_alias"))
        batch_op.create_index("ix_hero_name", ["alias"], unique=False)
    op.alter_column("hero", "alias", new_column_name="name")
