"""foreign key on delete

Revision ID: 002_foreign_key_on_delete
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- the foreign key (team_id) to team (id) of hero is gone or differs, but it has no name
  to drop it by
- The foreign key (team_id) to team (id) of hero stops the upgrade when there are rows
  that refer to nothing.

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "002_foreign_key_on_delete"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("hero") as batch_op:
        batch_op.create_foreign_key(
            None, "team", ["team_id"], ["id"], ondelete="CASCADE"
        )


def downgrade() -> None:
    raise NotImplementedError(
        "add foreign key (team_id) to team (id) to hero cannot be undone: the "
        "database gives the foreign key (team_id) to team (id) no name"
    )
