"""percent and colon in texts

Revision ID: 002_percent_and_colon_in_texts
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- Adding the check reads the whole table; nobody reads or writes rule meanwhile (ACCESS
  EXCLUSIVE).
- The check ck_rule_text (text <> 'a:b' AND text NOT LIKE '%x%') of rule stops the
  upgrade when there are rows that break it.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_percent_and_colon_in_texts"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.alter_column(
        "rule",
        "text",
        existing_type=sa.String(length=50),
        server_default="100% :sure \\ 'yes'",
    )
    op.create_check_constraint(
        "ck_rule_text", "rule", "text <> 'a:b' AND text NOT LIKE '%x%'"
    )


def downgrade() -> None:
    op.drop_constraint("ck_rule_text", "rule", type_="check")
    op.alter_column(
        "rule", "text", existing_type=sa.String(length=50), server_default="x"
    )
