"""create tables

Revision ID: 001
Revises:
Create Date: 2026-11-29 18:30:11.701531

"""

from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

# revision identifiers, used by Alembic.
revision = "001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    postgresql.ENUM("draft", "open", name="state").create(
        op.get_bind(), checkfirst=False
    )
    op.create_table(
        "owner",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("mail", sa.String(length=200), nullable=False),
        sa.Column(
            "made_at",
            sa.DateTime(timezone=True),
            server_default=sa.func.now(),
            nullable=False,
        ),
        sa.Column("changed_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_owner")),
        sa.UniqueConstraint("mail", name=op.f("uq_owner_mail")),
    )
    op.create_index(op.f("ix_owner_name"), "owner", ["name"], unique=False)
    op.create_table(
        "thing",
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.Column(
            "amount",
            sa.Numeric(precision=12, scale=2),
            server_default="0",
            nullable=False,
        ),
        sa.Column(
            "state",
            postgresql.ENUM("draft", "open", name="state", create_type=False),
            nullable=False,
        ),
        sa.Column("note", sa.String(length=50), nullable=True),
        sa.Column("owner_id", sa.Uuid(), nullable=False),
        sa.Column(
            "made_at",
            sa.DateTime(timezone=True),
            server_default=sa.func.now(),
            nullable=False,
        ),
        sa.Column("changed_at", sa.DateTime(), nullable=True),
        sa.CheckConstraint("amount >= 0", name=op.f("ck_thing_amount")),
        sa.ForeignKeyConstraint(
            ["owner_id"],
            ["owner.id"],
            name=op.f("fk_thing_owner_id_owner"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_thing")),
        sa.UniqueConstraint("owner_id", "code", name=op.f("uq_thing_owner_id_code")),
        comment="What owners have",
    )
    op.create_index(op.f("ix_thing_state"), "thing", ["state"], unique=False)


def downgrade() -> None:
    op.drop_table("thing")
    op.drop_table("owner")
    postgresql.ENUM(name="state").drop(op.get_bind(), checkfirst=False)
