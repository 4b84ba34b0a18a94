"""batch keeps all parts

Revision ID: 002_batch_keeps_all_parts
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- After a downgrade it is not known any more which rows had no value in part.code.
- Dropping part.color loses its values; back them up first.
- Programs that still use part.color fail from this moment on.
- The downgrade does not bring back the values of part.color.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_batch_keeps_all_parts"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # rows without a value get what is stated
    op.execute("UPDATE part SET code = 'none' WHERE code IS NULL")

    # batch mode loses ix_part_lower_code, so it goes before and comes back
    op.drop_index(op.f("ix_part_lower_code"), table_name="part")

    with op.batch_alter_table(
        "part", table_args=[sa.CheckConstraint("weight > 0")]
    ) as batch_op:
        batch_op.alter_column(
            "code", existing_type=sa.String(length=20), nullable=False
        )
        batch_op.drop_column("color")

    # batch mode loses ix_part_lower_code, so it goes before and comes back
    op.create_index(
        "ix_part_lower_code", "part", [sa.text("lower(code)")], unique=False
    )


def downgrade() -> None:
    with op.batch_alter_table("part") as batch_op:
        batch_op.add_column(sa.Column("color", sa.String(), nullable=True))

    # batch mode loses ix_part_lower_code, so it goes before and comes back
    op.drop_index(op.f("ix_part_lower_code"), table_name="part")

    with op.batch_alter_table(
        "part", table_args=[sa.CheckConstraint("weight > 0")]
    ) as batch_op:
        batch_op.alter_column("code", existing_type=sa.String(length=20), nullable=True)

    # batch mode loses ix_part_lower_code, so it goes before and comes back
    op.create_index(
        "ix_part_lower_code", "part", [sa.text("lower(code)")], unique=False
    )
