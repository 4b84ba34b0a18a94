"""unnamed keys of a renamed table

Revision ID: 002_unnamed_keys_of_a_renamed
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- Programs that still use table trip fail from this moment on.

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "002_unnamed_keys_of_a_renamed"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # table trip is stated to be journey now
    op.rename_table("trip", "journey")

    op.drop_constraint("journey_ibfk_2", "journey", type_="foreignkey")

    # the index that was made for the foreign key would stay behind
    op.execute("DROP INDEX IF EXISTS start_id ON journey")
    op.execute("DROP INDEX IF EXISTS journey_ibfk_2 ON journey")


def downgrade() -> None:
    op.create_foreign_key("journey_ibfk_2", "journey", "city", ["start_id"], ["id"])
    op.rename_table("journey", "trip")
