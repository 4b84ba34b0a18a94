"""unique include and kept

Revision ID: 002_unique_include_and_kept
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- Dropping kept.secret keeps its values in limbeck_archive.kept_secret, from where the
  downgrade brings them back; drop that table when nobody needs them.
- Programs that still use kept.secret fail from this moment on.
- The upgrade stops when rows of kept have the same a.
- Adding the constraint builds an index; nobody reads or writes kept meanwhile (ACCESS
  EXCLUSIVE).
- The downgrade gives rows that have come since '' in kept.secret; say otherwise with
  --fill-down kept.secret="SQL".

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_unique_include_and_kept"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # what is dropped is kept in a schema that Alembic does not compare
    op.execute("CREATE SCHEMA limbeck_archive")

    # what is dropped next is kept in limbeck_archive.kept_secret
    op.create_table(
        "kept_secret",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("secret", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        schema="limbeck_archive",
    )

    # its rows are copied
    op.execute(
        "INSERT INTO limbeck_archive.kept_secret (id, secret) SELECT id, secret "
        "FROM kept"
    )

    op.drop_column("kept", "secret")

    # the unique constraint cannot be made while there are duplicates, so they are
    # looked for first
    op.execute("""
        DO $$
        BEGIN
            IF EXISTS (
                SELECT a FROM kept WHERE a IS NOT NULL GROUP BY a HAVING count(*) > 1
            ) THEN
                RAISE EXCEPTION USING MESSAGE = 'Table kept has rows with the same a; make them differ or delete them, then upgrade again.';
            END IF;
        END
        $$
    """)

    op.execute("ALTER TABLE kept ADD CONSTRAINT uq_a UNIQUE (a) INCLUDE (b)")


def downgrade() -> None:
    op.drop_constraint(op.f("uq_a"), "kept", type_="unique")

    # the column comes back
    op.add_column("kept", sa.Column("secret", sa.String(), nullable=True))

    # the values that were kept come back
    op.execute(
        "UPDATE kept SET secret = kept_row.secret FROM limbeck_archive.kept_secret "
        "AS kept_row WHERE kept_row.id = kept.id"
    )

    # rows that have come since need a value
    op.execute(
        "UPDATE kept SET secret = '' WHERE NOT EXISTS (SELECT 1 FROM "
        "limbeck_archive.kept_secret AS kept_row WHERE kept_row.id = kept.id)"
    )

    # every row has a value now
    op.alter_column("kept", "secret", existing_type=sa.String(), nullable=False)

    op.drop_table("kept_secret", schema="limbeck_archive")
    op.execute("DROP SCHEMA limbeck_archive")
