"""enum types merged

Revision ID: 002_enum_types_merged
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- The new type of invoice.status writes the whole table and its indexes anew; nobody
  reads or writes invoice meanwhile (ACCESS EXCLUSIVE).
- The new type of invoice.history writes the whole table and its indexes anew; nobody
  reads or writes invoice meanwhile (ACCESS EXCLUSIVE).
- The new type of order.status writes the whole table and its indexes anew; nobody reads
  or writes order meanwhile (ACCESS EXCLUSIVE).
- Adding the check reads the whole table; nobody reads or writes invoice meanwhile
  (ACCESS EXCLUSIVE).
- The check ck_invoice_known (status IN ('draft', 'paid')) of invoice stops the upgrade
  when there are rows that break it.
- Nobody writes invoice while index ix_invoice_open is built (SHARE).
- The downgrade of order.status may stop: values that are no label of it are refused.
- The downgrade of invoice.history may stop: values that are no label of it are refused.
- The downgrade of invoice.status may stop: values that are no label of it are refused.

"""

from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

# revision identifiers, used by Alembic.
revision = "002_enum_types_merged"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    postgresql.ENUM("new", "draft", "paid", "void", name="doc_status").create(
        op.get_bind(), checkfirst=False
    )
    op.drop_index(op.f("ix_invoice_open"), table_name="invoice")
    op.drop_constraint(op.f("ck_invoice_known"), "invoice", type_="check")
    op.alter_column(
        "invoice",
        "status",
        existing_type=postgresql.ENUM(
            "draft", "paid", name="invoice_status", create_type=False
        ),
        server_default=None,
    )
    op.alter_column(
        "invoice",
        "status",
        existing_type=postgresql.ENUM(
            "draft", "paid", name="invoice_status", create_type=False
        ),
        type_=postgresql.ENUM(
            "new", "draft", "paid", "void", name="doc_status", create_type=False
        ),
        postgresql_using="status::text::doc_status",
        existing_nullable=False,
    )
    op.alter_column(
        "invoice",
        "status",
        existing_type=postgresql.ENUM(
            "new", "draft", "paid", "void", name="doc_status", create_type=False
        ),
        server_default="draft",
    )
    op.alter_column(
        "invoice",
        "history",
        existing_type=postgresql.ARRAY(
            postgresql.ENUM("draft", "paid", name="invoice_status", create_type=False)
        ),
        server_default=None,
    )
    op.alter_column(
        "invoice",
        "history",
        existing_type=postgresql.ARRAY(
            postgresql.ENUM("draft", "paid", name="invoice_status", create_type=False)
        ),
        type_=postgresql.ARRAY(
            postgresql.ENUM(
                "new", "draft", "paid", "void", name="doc_status", create_type=False
            )
        ),
        postgresql_using="history::text[]::doc_status[]",
        existing_nullable=False,
    )
    op.alter_column(
        "invoice",
        "history",
        existing_type=postgresql.ARRAY(
            postgresql.ENUM(
                "new", "draft", "paid", "void", name="doc_status", create_type=False
            )
        ),
        server_default="{}",
    )
    op.alter_column(
        "order",
        "status",
        existing_type=postgresql.ENUM(
            "new", "paid", name="order_status", create_type=False
        ),
        server_default=None,
    )
    op.alter_column(
        "order",
        "status",
        existing_type=postgresql.ENUM(
            "new", "paid", name="order_status", create_type=False
        ),
        type_=postgresql.ENUM(
            "new", "draft", "paid", "void", name="doc_status", create_type=False
        ),
        postgresql_using="status::text::doc_status",
        existing_nullable=False,
    )
    op.alter_column(
        "order",
        "status",
        existing_type=postgresql.ENUM(
            "new", "draft", "paid", "void", name="doc_status", create_type=False
        ),
        server_default="new",
    )
    op.create_check_constraint(
        op.f("ck_invoice_known"), "invoice", "status IN ('draft', 'paid')"
    )
    op.create_index(
        op.f("ix_invoice_open"),
        "invoice",
        ["id"],
        unique=False,
        postgresql_where=sa.text("status <> 'paid'"),
    )
    postgresql.ENUM(name="invoice_status").drop(op.get_bind(), checkfirst=False)
    postgresql.ENUM(name="order_status").drop(op.get_bind(), checkfirst=False)


def downgrade() -> None:
    postgresql.ENUM("new", "paid", name="order_status").create(
        op.get_bind(), checkfirst=False
    )
    postgresql.ENUM("draft", "paid", name="invoice_status").create(
        op.get_bind(), checkfirst=False
    )
    op.drop_index(op.f("ix_invoice_open"), table_name="invoice")
    op.drop_constraint(op.f("ck_invoice_known"), "invoice", type_="check")
    op.alter_column(
        "order",
        "status",
        existing_type=postgresql.ENUM(
            "new", "draft", "paid", "void", name="doc_status", create_type=False
        ),
        server_default=None,
    )
    op.alter_column(
        "order",
        "status",
        existing_type=postgresql.ENUM(
            "new", "draft", "paid", "void", name="doc_status", create_type=False
        ),
        type_=postgresql.ENUM("new", "paid", name="order_status", create_type=False),
        postgresql_using="status::text::order_status",
        existing_nullable=False,
    )
    op.alter_column(
        "order",
        "status",
        existing_type=postgresql.ENUM(
            "new", "paid", name="order_status", create_type=False
        ),
        server_default="new",
    )
    op.alter_column(
        "invoice",
        "history",
        existing_type=postgresql.ARRAY(
            postgresql.ENUM(
                "new", "draft", "paid", "void", name="doc_status", create_type=False
            )
        ),
        server_default=None,
    )
    op.alter_column(
        "invoice",
        "history",
        existing_type=postgresql.ARRAY(
            postgresql.ENUM(
                "new", "draft", "paid", "void", name="doc_status", create_type=False
            )
        ),
        type_=postgresql.ARRAY(
            postgresql.ENUM("draft", "paid", name="invoice_status", create_type=False)
        ),
        postgresql_using="history::text[]::invoice_status[]",
        existing_nullable=False,
    )
    op.alter_column(
        "invoice",
        "history",
        existing_type=postgresql.ARRAY(
            postgresql.ENUM("draft", "paid", name="invoice_status", create_type=False)
        ),
        server_default="{}",
    )
    op.alter_column(
        "invoice",
        "status",
        existing_type=postgresql.ENUM(
            "new", "draft", "paid", "void", name="doc_status", create_type=False
        ),
        server_default=None,
    )
    op.alter_column(
        "invoice",
        "status",
        existing_type=postgresql.ENUM(
            "new", "draft", "paid", "void", name="doc_status", create_type=False
        ),
        type_=postgresql.ENUM(
            "draft", "paid", name="invoice_status", create_type=False
        ),
        postgresql_using="status::text::invoice_status",
        existing_nullable=False,
    )
    op.alter_column(
        "invoice",
        "status",
        existing_type=postgresql.ENUM(
            "draft", "paid", name="invoice_status", create_type=False
        ),
        server_default="draft",
    )
    op.create_check_constraint(
        op.f("ck_invoice_known"), "invoice", "status IN ('draft', 'paid')"
    )
    op.create_index(
        op.f("ix_invoice_open"),
        "invoice",
        ["id"],
        unique=False,
        postgresql_where=sa.text("status <> 'paid'"),
    )
    postgresql.ENUM(name="doc_status").drop(op.get_bind(), checkfirst=False)
