"""comment on everything

Revision ID: 002_comment_on_everything
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_comment_on_everything"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.alter_column(
        "thing",
        "id",
        existing_type=sa.Integer(),
        comment=None,
        existing_comment="the key",
        existing_nullable=False,
        existing_autoincrement=True,
    )
    op.alter_column(
        "thing",
        "a",
        existing_type=sa.Integer(),
        comment="new: 100% 'words'",
        existing_comment='old "words"',
        existing_nullable=False,
    )
    op.alter_column(
        "thing",
        "b",
        existing_type=sa.Integer(),
        comment="two\nlines",
        existing_nullable=False,
    )
    op.create_table_comment(
        "thing", "it's \\ another %s thing", existing_comment="it's a thing"
    )


def downgrade() -> None:
    op.create_table_comment(
        "thing", "it's a thing", existing_comment="it's \\ another %s thing"
    )
    op.alter_column(
        "thing",
        "b",
        existing_type=sa.Integer(),
        comment=None,
        existing_comment="two\nlines",
        existing_nullable=False,
    )
    op.alter_column(
        "thing",
        "a",
        existing_type=sa.Integer(),
        comment='old "words"',
        existing_comment="new: 100% 'words'",
        existing_nullable=False,
    )
    op.alter_column(
        "thing",
        "id",
        existing_type=sa.Integer(),
        comment="the key",
        existing_nullable=False,
        existing_autoincrement=True,
    )
