"""tables of the usual kinds

Revision ID: 0001
Revises:
Create Date: 2024-01-01 00:00:00

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql


revision: str = "0001"
down_revision: Union[str, Sequence[str], None] = None
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    op.create_table(
        "person",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("email", sa.String(), nullable=True),
        sa.Column("born", sa.Date(), nullable=True),
        sa.Column("made", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("active", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("name", name="uq_person_name"),
        comment="who",
    )
    op.create_table(
        "invoice",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("amount", sa.Numeric(10, 2), nullable=True),
        sa.Column("state", sa.Enum("OPEN", "PAID", name="invoice_state"), nullable=False),
        sa.Column("extra", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("tags", postgresql.ARRAY(sa.String()), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.CheckConstraint("amount >= 0", name="ck_invoice_amount"),
    )
    op.create_index(op.f("ix_invoice_person_id"), "invoice", ["person_id"], unique=False)
    op.create_index(
        "ix_invoice_open", "invoice", ["amount"], unique=True, postgresql_where=sa.text("state = 'OPEN'")
    )


def downgrade() -> None:
    op.drop_index("ix_invoice_open", table_name="invoice")
    op.drop_index(op.f("ix_invoice_person_id"), table_name="invoice")
    op.drop_table("invoice")
    op.drop_table("person")
