"""parent table extracted

Revision ID: 002_parent_table_extracted
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- Filling employee.department_id locks every row it writes until the transaction ends.
- SET NOT NULL on employee.department_id reads the whole table; nobody reads or writes
  employee meanwhile (ACCESS EXCLUSIVE).
- From now on employee.department_id must be given: programs of the version before
  insert no value, and fail.
- Filling badge.department_id locks every row it writes until the transaction ends.
- SET NOT NULL on badge.department_id reads the whole table; nobody reads or writes
  badge meanwhile (ACCESS EXCLUSIVE).
- From now on badge.department_id must be given: programs of the version before insert
  no value, and fail.
- Dropping employee.department loses its values; department.title holds what was made of
  them.
- Programs that still use employee.department fail from this moment on.
- Nobody writes badge while index ix_badge_department_id is built (SHARE).
- Nobody writes employee while index ix_employee_department_id is built (SHARE).
- Adding the foreign key reads badge; nobody writes badge or department meanwhile (SHARE
  ROW EXCLUSIVE).
- The foreign key badge_department_id_fkey (department_id) to department (id) of badge
  stops the upgrade when there are rows that refer to nothing.
- Adding the foreign key reads employee; nobody writes employee or department meanwhile
  (SHARE ROW EXCLUSIVE).
- The foreign key employee_department_id_fkey (department_id) to department (id) of
  employee stops the upgrade when there are rows that refer to nothing.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_parent_table_extracted"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_index(op.f("ix_employee_department"), table_name="employee")
    op.create_table(
        "department",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("title"),
    )

    # columns have moved to department, and their values follow
    op.execute(
        "INSERT INTO department (title) SELECT DISTINCT department FROM employee "
        "WHERE department IS NOT NULL ORDER BY 1"
    )

    # column employee.department_id is new; it is added nullable first, because existing
    # rows have no value yet
    op.add_column("employee", sa.Column("department_id", sa.Integer(), nullable=True))

    # existing rows get as stated
    op.execute(
        "UPDATE employee SET department_id = (SELECT d.id FROM department d WHERE "
        "d.title = employee.department) WHERE department_id IS NULL"
    )

    # every row of employee has a value now
    op.alter_column(
        "employee", "department_id", existing_type=sa.Integer(), nullable=False
    )

    # column badge.department_id is new; it is added nullable first, because existing
    # rows have no value yet
    op.add_column("badge", sa.Column("department_id", sa.Integer(), nullable=True))

    # existing rows get as stated
    op.execute(
        "UPDATE badge SET department_id = (SELECT e.department_id FROM employee e "
        "WHERE e.id = badge.employee_id) WHERE department_id IS NULL"
    )

    # every row of badge has a value now
    op.alter_column(
        "badge", "department_id", existing_type=sa.Integer(), nullable=False
    )

    # column employee.department is gone; department.title has taken its values over
    op.drop_column("employee", "department")

    op.create_index(
        op.f("ix_badge_department_id"), "badge", ["department_id"], unique=False
    )
    op.create_index(
        op.f("ix_employee_department_id"), "employee", ["department_id"], unique=False
    )
    op.create_foreign_key(
        "badge_department_id_fkey", "badge", "department", ["department_id"], ["id"]
    )
    op.create_foreign_key(
        "employee_department_id_fkey",
        "employee",
        "department",
        ["department_id"],
        ["id"],
    )


def downgrade() -> None:
    op.drop_constraint("employee_department_id_fkey", "employee", type_="foreignkey")
    op.drop_constraint("badge_department_id_fkey", "badge", type_="foreignkey")
    op.drop_index(op.f("ix_employee_department_id"), table_name="employee")
    op.drop_index(op.f("ix_badge_department_id"), table_name="badge")
    op.add_column("employee", sa.Column("department", sa.String(), nullable=True))

    # the rows need a value again
    op.execute(
        "UPDATE employee SET department = (SELECT d.title FROM department d WHERE "
        "d.id = employee.department_id) WHERE department IS NULL"
    )

    # every row has a value now
    op.alter_column("employee", "department", existing_type=sa.String(), nullable=False)

    op.drop_column("badge", "department_id")
    op.drop_column("employee", "department_id")
    op.drop_table("department")
    op.create_index(
        op.f("ix_employee_department"), "employee", ["department"], unique=False
    )
