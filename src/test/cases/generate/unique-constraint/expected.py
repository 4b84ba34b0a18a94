"""unique constraint

Revision ID: 002_unique_constraint
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- The upgrade stops when rows of users have the same email.
- Adding the constraint builds an index; nobody reads or writes users meanwhile (ACCESS
  EXCLUSIVE).

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "002_unique_constraint"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # the unique constraint cannot be made while there are duplicates, so they are
    # looked for first
    op.execute("""
        DO $$
        BEGIN
            IF EXISTS (
                SELECT email FROM users WHERE email IS NOT NULL GROUP BY email HAVING count(*) > 1
            ) THEN
                RAISE EXCEPTION USING MESSAGE = 'Table users has rows with the same email; make them differ or delete them, then upgrade again.';
            END IF;
        END
        $$
    """)

    op.create_unique_constraint("users_email_key", "users", ["email"])


def downgrade() -> None:
    op.drop_constraint("users_email_key", "users", type_="unique")
