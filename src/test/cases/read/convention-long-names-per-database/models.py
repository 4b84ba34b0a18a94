import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    metadata = sa.MetaData(
        naming_convention={
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s_is_the_primary_key_of_the_table",
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        }
    )


class Measurement(Base):
    __tablename__ = "measurement_series_of_the_laboratory"
    __table_args__ = (
        sa.CheckConstraint("value > 0", name="value_is_positive_and_so_is_the_rest"),
        sa.UniqueConstraint("instrument_serial_number", "value"),
        sa.Index(None, "instrument_serial_number", "value", unique=True),
        sa.Index(None, "seen"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    instrument_serial_number: Mapped[int]
    value: Mapped[int]
    seen: Mapped[int] = mapped_column("seen_by_the_operator_xx", key="seen")
    calibration_reference_id: Mapped[int] = mapped_column(sa.ForeignKey("measurement_series_of_the_laboratory.id"))
