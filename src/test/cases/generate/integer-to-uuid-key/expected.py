"""integer to uuid key

Revision ID: 002_integer_to_uuid_key
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- The new type of owner.id writes the whole table and its indexes anew; nobody reads or
  writes owner meanwhile (ACCESS EXCLUSIVE).
- The new type of pet.owner_id writes the whole table and its indexes anew; nobody reads
  or writes pet meanwhile (ACCESS EXCLUSIVE).
- Adding the foreign key reads pet; nobody writes pet or owner meanwhile (SHARE ROW
  EXCLUSIVE).
- The foreign key pet_owner_id_fkey (owner_id) to owner (id) of pet stops the upgrade
  when there are rows that refer to nothing.
- The downgrade does not bring back the values pet.owner_id had before they were
  converted.
- The downgrade does not bring back the values owner.id had before they were converted.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_integer_to_uuid_key"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_constraint("pet_owner_id_fkey", "pet", type_="foreignkey")
    op.execute("""
        DO $$
        DECLARE
            owned text := pg_get_serial_sequence('owner', 'id');
        BEGIN
            ALTER TABLE owner ALTER COLUMN id DROP DEFAULT;
            IF owned IS NOT NULL THEN
                EXECUTE 'DROP SEQUENCE ' || owned;
            END IF;
        END
        $$
    """)
    op.alter_column(
        "owner",
        "id",
        existing_type=sa.Integer(),
        type_=sa.Uuid(),
        postgresql_using="lpad(to_hex(id), 32, '0')::uuid",
        existing_nullable=False,
    )
    op.alter_column(
        "pet",
        "owner_id",
        existing_type=sa.Integer(),
        type_=sa.Uuid(),
        postgresql_using="lpad(to_hex(owner_id), 32, '0')::uuid",
        existing_nullable=False,
    )
    op.create_foreign_key("pet_owner_id_fkey", "pet", "owner", ["owner_id"], ["id"])


def downgrade() -> None:
    op.drop_constraint("pet_owner_id_fkey", "pet", type_="foreignkey")
    op.alter_column(
        "pet",
        "owner_id",
        existing_type=sa.Uuid(),
        type_=sa.Integer(),
        postgresql_using="right(owner_id::text, 4)::integer",
        existing_nullable=False,
    )
    op.alter_column(
        "owner",
        "id",
        existing_type=sa.Uuid(),
        type_=sa.Integer(),
        postgresql_using="right(id::text, 4)::integer",
        existing_nullable=False,
    )
    op.execute("CREATE SEQUENCE owner_id_seq AS INTEGER OWNED BY owner.id")
    op.execute("ALTER TABLE owner ALTER COLUMN id SET DEFAULT nextval('owner_id_seq')")
    op.execute(
        "SELECT setval('owner_id_seq', coalesce(max(id), 0) + 1, false) FROM owner"
    )
    op.create_foreign_key("pet_owner_id_fkey", "pet", "owner", ["owner_id"], ["id"])
