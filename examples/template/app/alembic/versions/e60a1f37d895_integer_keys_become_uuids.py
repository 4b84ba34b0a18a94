"""Integer keys become UUIDs

Revision ID: e60a1f37d895
Revises: 2fd98b60c7e4
Create Date: 2024-03-02 21:49:08.115930

"""
from alembic import op
import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from sqlalchemy.dialects import postgresql


# revision identifiers, used by Alembic.
revision = 'e60a1f37d895'
down_revision = '2fd98b60c7e4'
branch_labels = None
depends_on = None


def upgrade():
    # New keys beside the old ones, then the reference follows through the old key.
    op.add_column('user', sa.Column('new_id', postgresql.UUID(as_uuid=True), server_default=sa.text('gen_random_uuid()'), nullable=False))
    op.add_column('item', sa.Column('new_id', postgresql.UUID(as_uuid=True), server_default=sa.text('gen_random_uuid()'), nullable=False))
    op.add_column('item', sa.Column('new_owner_id', postgresql.UUID(as_uuid=True), nullable=True))
    op.execute('UPDATE item SET new_owner_id = "user".new_id FROM "user" WHERE "user".id = item.owner_id')
    op.alter_column('item', 'new_owner_id', nullable=False)

    op.drop_constraint('item_owner_id_fkey', 'item', type_='foreignkey')
    op.drop_constraint('item_pkey', 'item', type_='primary')
    op.drop_constraint('user_pkey', 'user', type_='primary')
    op.drop_column('item', 'owner_id')
    op.drop_column('item', 'id')
    op.drop_column('user', 'id')

    op.alter_column('user', 'new_id', new_column_name='id', server_default=None)
    op.alter_column('item', 'new_id', new_column_name='id', server_default=None)
    op.alter_column('item', 'new_owner_id', new_column_name='owner_id')
    op.create_primary_key('user_pkey', 'user', ['id'])
    op.create_primary_key('item_pkey', 'item', ['id'])
    op.create_foreign_key('item_owner_id_fkey', 'item', 'user', ['owner_id'], ['id'])


def downgrade():
    op.execute('CREATE SEQUENCE user_id_seq AS integer')
    op.execute('CREATE SEQUENCE item_id_seq AS integer')
    op.add_column('user', sa.Column('old_id', sa.Integer(), server_default=sa.text("nextval('user_id_seq'::regclass)"), nullable=False))
    op.add_column('item', sa.Column('old_id', sa.Integer(), server_default=sa.text("nextval('item_id_seq'::regclass)"), nullable=False))
    op.add_column('item', sa.Column('old_owner_id', sa.Integer(), nullable=True))
    op.execute('UPDATE item SET old_owner_id = "user".old_id FROM "user" WHERE "user".id = item.owner_id')
    op.alter_column('item', 'old_owner_id', nullable=False)

    op.drop_constraint('item_owner_id_fkey', 'item', type_='foreignkey')
    op.drop_constraint('item_pkey', 'item', type_='primary')
    op.drop_constraint('user_pkey', 'user', type_='primary')
    op.drop_column('item', 'owner_id')
    op.drop_column('item', 'id')
    op.drop_column('user', 'id')

    op.alter_column('user', 'old_id', new_column_name='id')
    op.alter_column('item', 'old_id', new_column_name='id')
    op.alter_column('item', 'old_owner_id', new_column_name='owner_id')
    op.execute('ALTER SEQUENCE user_id_seq OWNED BY "user".id')
    op.execute('ALTER SEQUENCE item_id_seq OWNED BY item.id')
    op.create_primary_key('user_pkey', 'user', ['id'])
    op.create_primary_key('item_pkey', 'item', ['id'])
    op.create_foreign_key('item_owner_id_fkey', 'item', 'user', ['owner_id'], ['id'])
