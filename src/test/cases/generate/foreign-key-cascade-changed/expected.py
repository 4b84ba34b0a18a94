"""foreign key cascade changed

Revision ID: 002_foreign_key_cascade_changed
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- Adding the foreign key reads reply; nobody writes reply or post meanwhile (SHARE ROW
  EXCLUSIVE).

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "002_foreign_key_cascade_changed"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_constraint("reply_post_id_fkey", "reply", type_="foreignkey")
    op.create_foreign_key(
        "reply_post_id_fkey", "reply", "post", ["post_id"], ["id"], ondelete="CASCADE"
    )


def downgrade() -> None:
    op.drop_constraint("reply_post_id_fkey", "reply", type_="foreignkey")
    op.create_foreign_key("reply_post_id_fkey", "reply", "post", ["post_id"], ["id"])
