import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


LANGUAGES = {"de": 200, "en": 100}


class Text(Base):
    __tablename__ = "text"
    id: Mapped[int] = mapped_column(primary_key=True)
    for _code, _size in LANGUAGES.items():
        vars()[f"title_{_code}"] = mapped_column(sa.String(_size))
    del _code, _size


for kind in ("tag", "note"):
    name = kind.capitalize()
    globals()[name] = type(
        name,
        (Base,),
        {
            "__tablename__": f"{kind}s",
            "id": mapped_column(sa.Integer, primary_key=True),
            "text_id": mapped_column(sa.ForeignKey("text.id"), index=True),
            "__table_args__": (sa.UniqueConstraint("text_id", "id", name=f"uq_{kind}"),),
        },
    )


def link(left, right):
    return sa.Table(
        f"{left}_{right}",
        Base.metadata,
        *(sa.Column(f"{it}_id", sa.ForeignKey(f"{it}.id" if it == "text" else f"{it}s.id", ondelete="CASCADE"), primary_key=True) for it in (left, right)),
    )


links = [link("text", it) for it in ("tag", "note")]
