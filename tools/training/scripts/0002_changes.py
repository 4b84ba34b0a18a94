"""changes of the usual kinds

Revision ID: 0002
Revises: 0001
Create Date: 2024-01-02 00:00:00

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa


revision: str = "0002"
down_revision: Union[str, Sequence[str], None] = "0001"
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    op.add_column("person", sa.Column("parent_id", sa.Integer(), nullable=True))
    op.create_foreign_key("fk_person_parent", "person", "person", ["parent_id"], ["id"])
    op.add_column("invoice", sa.Column("note", sa.Text(), server_default="", nullable=False))
    op.execute("UPDATE person SET email = '' WHERE email IS NULL")
    op.alter_column("person", "email", existing_type=sa.String(), nullable=False)
    op.alter_column("person", "name", existing_type=sa.String(length=200), type_=sa.Text())
    op.alter_column("invoice", "note", new_column_name="remark", existing_type=sa.Text())
    op.drop_constraint("uq_person_name", "person", type_="unique")
    op.create_unique_constraint("uq_person_email", "person", ["email"])
    op.create_check_constraint("ck_person_email", "person", "email <> ''")
    with op.batch_alter_table("invoice") as batch_op:
        batch_op.drop_column("tags")
    op.drop_column("person", "born")
    with op.get_context().autocommit_block():
        op.execute("ALTER TYPE invoice_state ADD VALUE IF NOT EXISTS 'LATE'")
        op.create_index("ix_person_made", "person", ["made"], postgresql_concurrently=True)
    op.rename_table("invoice", "bill")


def downgrade() -> None:
    op.rename_table("bill", "invoice")
    op.drop_index("ix_person_made", table_name="person")
    op.add_column("person", sa.Column("born", sa.Date(), nullable=True))
    op.drop_constraint("ck_person_email", "person", type_="check")
    op.drop_column("person", "parent_id")
