import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    metadata = sa.MetaData(
        naming_convention={
            "ix": "ix_%(column_0_label)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        }
    )

class A(Base):
    __tablename__ = "a_table_with_quite_a_long_name_to_be_sure"
    id: Mapped[int] = mapped_column(primary_key=True)
    a_column_with_a_long_name_that_goes_on_and_on: Mapped[int] = mapped_column(index=True)
    another_column_with_a_long_name_that_goes_on: Mapped[int] = mapped_column(unique=True)
    a_reference_with_a_long_name_that_goes_on: Mapped[int] = mapped_column(sa.ForeignKey("a_table_with_quite_a_long_name_to_be_sure.id"))
