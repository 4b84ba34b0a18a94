"""unique and indexed

Revision ID: 002_unique_and_indexed
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- The upgrade stops when rows of users have the same email.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_unique_and_indexed"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # the unique index cannot be made while there are duplicates, so they are looked for
    # first
    if not op.get_context().as_sql:
        violation = op.get_bind().execute(
            sa.text(
                "SELECT email FROM users WHERE email IS NOT NULL GROUP BY email HAVING "
                "count(*) > 1"
            )
        ).first()
        if violation is not None:
            raise RuntimeError(
                "Table users has rows with the same email; make them differ or delete "
                "them, then upgrade again."
            )

    op.create_index(op.f("ix_users_email"), "users", ["email"], unique=True)


def downgrade() -> None:
    op.drop_index(op.f("ix_users_email"), table_name="users")
