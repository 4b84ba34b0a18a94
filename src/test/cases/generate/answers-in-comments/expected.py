"""answers in comments

Revision ID: 002_answers_in_comments
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- Programs that still use table note fail from this moment on.
- Programs that still call memo.txt so, and not body, fail from now on.
- Filling memo.owner locks every row it writes until the transaction ends.
- SET NOT NULL on memo.owner reads the whole table; nobody reads or writes memo
  meanwhile (ACCESS EXCLUSIVE).
- From now on memo.owner must be given: programs of the version before insert no value,
  and fail.
- The new type of memo.pages writes the whole table and its indexes anew; nobody reads
  or writes memo meanwhile (ACCESS EXCLUSIVE).
- Nobody writes memo while index ix_memo_body is built (SHARE).
- The downgrade does not bring back the values memo.pages had before they were
  converted.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_answers_in_comments"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # table note is stated to be memo now
    op.rename_table("note", "memo")

    # the sequence of memo.id follows its table
    op.execute("ALTER SEQUENCE IF EXISTS note_id_seq RENAME TO memo_id_seq")

    # column memo.txt is stated to be body now
    op.alter_column("memo", "txt", new_column_name="body")

    op.execute("ALTER TABLE memo RENAME CONSTRAINT note_pkey TO memo_pkey")

    # column memo.owner is new; it is added nullable first, because existing rows have
    # no value yet
    op.add_column("memo", sa.Column("owner", sa.String(), nullable=True))

    # existing rows get as stated
    op.execute("UPDATE memo SET owner = 'nobody' WHERE owner IS NULL")

    # every row of memo has a value now
    op.alter_column("memo", "owner", existing_type=sa.String(), nullable=False)

    op.alter_column(
        "memo",
        "pages",
        existing_type=sa.String(),
        type_=sa.Integer(),
        postgresql_using="length(pages)",
        existing_nullable=False,
    )
    op.create_index(op.f("ix_memo_body"), "memo", ["body"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_memo_body"), table_name="memo")
    op.alter_column(
        "memo",
        "pages",
        existing_type=sa.Integer(),
        type_=sa.String(),
        existing_nullable=False,
    )
    op.drop_column("memo", "owner")
    op.execute("ALTER TABLE memo RENAME CONSTRAINT memo_pkey TO note_pkey")
    op.alter_column("memo", "body", new_column_name="txt")
    op.execute("ALTER SEQUENCE IF EXISTS memo_id_seq RENAME TO note_id_seq")
    op.rename_table("memo", "note")
