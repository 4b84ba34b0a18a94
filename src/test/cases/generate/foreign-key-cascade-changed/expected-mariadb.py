"""foreign key cascade changed

Revision ID: 002_foreign_key_cascade_changed
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "002_foreign_key_cascade_changed"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_constraint("reply_ibfk_1", "reply", type_="foreignkey")
    op.create_foreign_key(
        "fk_reply_post_id_post",
        "reply",
        "post",
        ["post_id"],
        ["id"],
        ondelete="CASCADE",
    )


def downgrade() -> None:
    op.drop_constraint("fk_reply_post_id_post", "reply", type_="foreignkey")
    op.create_foreign_key("reply_ibfk_1", "reply", "post", ["post_id"], ["id"])
