"""enum label renamed in check

Revision ID: 002_enum_label_renamed_in_check
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- Programs that still call b.state so, and not condition, fail from now on.
- Programs that still write ACTIVE into a state fail from this moment on.
- Programs that still write GONE into a state fail from this moment on.

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "002_enum_label_renamed_in_check"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # column b.state is stated to be condition now
    op.alter_column("b", "state", new_column_name="condition")

    # label ACTIVE of state is stated to be active now
    op.execute("ALTER TYPE state RENAME VALUE 'ACTIVE' TO 'active'")

    # label GONE of state is stated to be gone now
    op.execute("ALTER TYPE state RENAME VALUE 'GONE' TO 'gone'")


def downgrade() -> None:
    op.execute("ALTER TYPE state RENAME VALUE 'gone' TO 'GONE'")
    op.execute("ALTER TYPE state RENAME VALUE 'active' TO 'ACTIVE'")
    op.alter_column("b", "condition", new_column_name="state")
