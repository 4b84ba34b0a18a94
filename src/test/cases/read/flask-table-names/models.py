from flask_sqlalchemy import SQLAlchemy

db = SQLAlchemy()


class User(db.Model):
    id = db.Column(db.Integer, primary_key=True)


class BlogPost(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    user_id = db.Column(db.ForeignKey("user.id"), nullable=False)


class HTTPRequest2Log(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    at = db.Column(db.DateTime, server_default=db.func.now())


class Named(db.Model):
    __tablename__ = "something"
    id = db.Column(db.Integer, primary_key=True)


class Admin(User):
    level = db.Column(db.Integer)


class SuperUser(User):
    id = db.Column(db.ForeignKey("user.id"), primary_key=True)
    power = db.Column(db.Integer)


class Mixin:
    id = db.Column(db.Integer, primary_key=True)
    kind = db.Column(db.Enum("a", "b", name="kind"))


class MixedIn(Mixin, db.Model):
    pass


class Abstract(db.Model):
    __abstract__ = True
    id = db.Column(db.Integer, primary_key=True)


class OfAbstract(Abstract):
    text = db.Column(db.String(80), unique=True)


tags = db.Table("tags", db.Column("a", db.ForeignKey("user.id"), primary_key=True), db.Column("b", db.Integer, primary_key=True))
