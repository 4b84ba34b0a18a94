"""index method

Revision ID: 002_index_method
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- Nobody writes post while index ix_post_tags is built (SHARE).

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "002_index_method"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index(
        op.f("ix_post_tags"),
        "post",
        ["tags"],
        unique=False,
        postgresql_using="gin",
        postgresql_with={"fastupdate": "off"},
    )


def downgrade() -> None:
    op.drop_index(op.f("ix_post_tags"), table_name="post")
