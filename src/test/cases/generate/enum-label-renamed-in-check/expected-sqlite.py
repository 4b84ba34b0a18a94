"""enum label renamed in check

Revision ID: 002_enum_label_renamed_in_check
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- Programs that still call b.state so, and not condition, fail from now on.
- The check ck_b_g (condition <> 'gone' OR id > 0) of b stops the upgrade when there are
  rows that break it.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_enum_label_renamed_in_check"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # column b.state is stated to be condition now
    op.alter_column("b", "state", new_column_name="condition")

    with op.batch_alter_table("b") as batch_op:
        batch_op.drop_constraint(op.f("ck_b_g"), type_="check")

    # rows with a label that goes get another one, as stated
    op.execute("UPDATE a SET state = 'active' WHERE state = 'ACTIVE'")
    op.execute("UPDATE a SET state = 'gone' WHERE state = 'GONE'")

    with op.batch_alter_table("a") as batch_op:
        batch_op.alter_column(
            "state",
            existing_type=sa.Enum("ACTIVE", "GONE", name="state"),
            type_=sa.Enum("active", "gone", name="state"),
            existing_nullable=False,
        )
        batch_op.alter_column(
            "state",
            existing_type=sa.Enum("active", "gone", name="state"),
            server_default="active",
        )

    # rows with a label that goes get another one, as stated
    op.execute("UPDATE b SET condition = 'active' WHERE condition = 'ACTIVE'")
    op.execute("UPDATE b SET condition = 'gone' WHERE condition = 'GONE'")

    with op.batch_alter_table("b") as batch_op:
        batch_op.alter_column(
            "condition",
            existing_type=sa.Enum("ACTIVE", "GONE", name="state"),
            type_=sa.Enum("active", "gone", name="state"),
            existing_nullable=False,
        )
        batch_op.create_check_constraint(
            op.f("ck_b_g"), "condition <> 'gone' OR id > 0"
        )


def downgrade() -> None:
    with op.batch_alter_table("b") as batch_op:
        batch_op.drop_constraint(op.f("ck_b_g"), type_="check")
    op.execute("UPDATE b SET condition = 'ACTIVE' WHERE condition = 'active'")
    op.execute("UPDATE b SET condition = 'GONE' WHERE condition = 'gone'")
    with op.batch_alter_table("b") as batch_op:
        batch_op.alter_column(
            "condition",
            existing_type=sa.Enum("active", "gone", name="state"),
            type_=sa.Enum("ACTIVE", "GONE", name="state"),
            existing_nullable=False,
        )
    with op.batch_alter_table("a") as batch_op:
        batch_op.alter_column(
            "state",
            existing_type=sa.Enum("active", "gone", name="state"),
            server_default="ACTIVE",
        )
    op.execute("UPDATE a SET state = 'ACTIVE' WHERE state = 'active'")
    op.execute("UPDATE a SET state = 'GONE' WHERE state = 'gone'")
    with op.batch_alter_table("a") as batch_op:
        batch_op.alter_column(
            "state",
            existing_type=sa.Enum("active", "gone", name="state"),
            type_=sa.Enum("ACTIVE", "GONE", name="state"),
            existing_nullable=False,
        )
    with op.batch_alter_table("b") as batch_op:
        batch_op.create_check_constraint(
            op.f("ck_b_g"), "condition <> 'GONE' OR id > 0"
        )
    op.alter_column("b", "condition", new_column_name="state")
