"""counting column on mariadb

Revision ID: 002_counting_column_on_mariadb
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- From now on doc.tenant_id must be given: programs of the version before insert no
  value, and fail.
- From now on version.tenant_id must be given: programs of the version before insert no
  value, and fail.
- Dropping version.id loses its values; version.tenant_id holds what was made of them.
- Programs that still use version.id fail from this moment on.
- The upgrade stops when rows of version have the same tenant_id, doc_id, no.
- The foreign key fk_doc_tenant_id_tenant (tenant_id) to tenant (id) of doc stops the
  upgrade when there are rows that refer to nothing.
- The foreign key fk_version_tenant_id_doc (tenant_id, doc_id) to doc (tenant_id, id) of
  version stops the upgrade when there are rows that refer to nothing.
- The downgrade does not bring back the values of version.id.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_counting_column_on_mariadb"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_constraint(op.f("fk_version_doc_id_doc"), "version", type_="foreignkey")
    op.drop_index(op.f("ix_version_doc_id"), table_name="version")

    # a column that counts must be a key, and that is dropped next
    op.alter_column(
        "doc",
        "id",
        existing_type=sa.Integer(),
        autoincrement=False,
        existing_nullable=False,
    )

    op.drop_constraint(op.f("PRIMARY"), "doc", type_="primary")

    # a column that counts must be a key, and that is dropped next
    op.alter_column(
        "version",
        "id",
        existing_type=sa.Integer(),
        autoincrement=False,
        existing_nullable=False,
    )

    op.drop_constraint(op.f("PRIMARY"), "version", type_="primary")
    op.drop_constraint(op.f("uq_version_doc_id_no"), "version", type_="unique")

    # column doc.tenant_id is new; it is added nullable first, because existing rows
    # have no value yet
    op.add_column("doc", sa.Column("tenant_id", sa.Integer(), nullable=True))

    # existing rows get as stated
    op.execute(
        "UPDATE doc SET tenant_id = (SELECT min(id) FROM tenant) WHERE tenant_id "
        "IS NULL"
    )

    # every row of doc has a value now
    op.alter_column("doc", "tenant_id", existing_type=sa.Integer(), nullable=False)

    # column version.tenant_id is new; it is added nullable first, because existing rows
    # have no value yet
    op.add_column("version", sa.Column("tenant_id", sa.Integer(), nullable=True))

    # existing rows get as stated
    op.execute(
        "UPDATE version SET tenant_id = (SELECT tenant_id FROM doc WHERE doc.id = "
        "version.doc_id) WHERE tenant_id IS NULL"
    )

    # every row of version has a value now
    op.alter_column("version", "tenant_id", existing_type=sa.Integer(), nullable=False)

    # column version.id is gone; version.tenant_id has taken its values over
    op.drop_column("version", "id")

    op.create_primary_key(None, "doc", ["id", "tenant_id"])

    # a column that counts must be a key, and now it is one
    op.alter_column(
        "doc",
        "id",
        existing_type=sa.Integer(),
        autoincrement=True,
        existing_nullable=False,
    )

    # the primary key cannot be made while there are duplicates, so they are looked for
    # first
    if not op.get_context().as_sql:
        violation = op.get_bind().execute(
            sa.text(
                "SELECT tenant_id, doc_id, no FROM version WHERE tenant_id IS NOT NULL AND "
                "doc_id IS NOT NULL AND no IS NOT NULL GROUP BY tenant_id, doc_id, no "
                "HAVING count(*) > 1"
            )
        ).first()
        if violation is not None:
            raise RuntimeError(
                "Table version has rows with the same tenant_id, doc_id, no; make them "
                "differ or delete them, then upgrade again."
            )

    op.create_primary_key(None, "version", ["tenant_id", "doc_id", "no"])
    op.create_foreign_key(
        op.f("fk_doc_tenant_id_tenant"), "doc", "tenant", ["tenant_id"], ["id"]
    )
    op.create_foreign_key(
        op.f("fk_version_tenant_id_doc"),
        "version",
        "doc",
        ["tenant_id", "doc_id"],
        ["tenant_id", "id"],
        ondelete="CASCADE",
    )


def downgrade() -> None:
    op.drop_constraint(op.f("fk_version_tenant_id_doc"), "version", type_="foreignkey")
    op.drop_constraint(op.f("fk_doc_tenant_id_tenant"), "doc", type_="foreignkey")
    op.drop_constraint(op.f("PRIMARY"), "version", type_="primary")
    op.alter_column(
        "doc",
        "id",
        existing_type=sa.Integer(),
        autoincrement=False,
        existing_nullable=False,
    )
    op.drop_constraint(op.f("PRIMARY"), "doc", type_="primary")
    op.add_column("version", sa.Column("id", sa.Integer(), nullable=True))

    # the rows need a value again
    op.execute("UPDATE version SET id = no WHERE id IS NULL")

    # every row has a value now
    op.alter_column("version", "id", existing_type=sa.Integer(), nullable=False)

    op.drop_column("version", "tenant_id")
    op.drop_column("doc", "tenant_id")
    op.create_unique_constraint(
        op.f("uq_version_doc_id_no"), "version", ["doc_id", "no"]
    )
    op.create_primary_key(None, "version", ["id"])
    op.alter_column(
        "version",
        "id",
        existing_type=sa.Integer(),
        autoincrement=True,
        existing_nullable=False,
    )
    op.create_primary_key(None, "doc", ["id"])
    op.alter_column(
        "doc",
        "id",
        existing_type=sa.Integer(),
        autoincrement=True,
        existing_nullable=False,
    )
    op.create_index(op.f("ix_version_doc_id"), "version", ["doc_id"], unique=False)
    op.create_foreign_key(
        op.f("fk_version_doc_id_doc"),
        "version",
        "doc",
        ["doc_id"],
        ["id"],
        ondelete="CASCADE",
    )
