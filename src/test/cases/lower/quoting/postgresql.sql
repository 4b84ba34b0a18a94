CREATE TABLE "user" (
    "order" INTEGER, 
    "Mixed" INTEGER, 
    "with space" INTEGER, 
    "1st" INTEGER, 
    a$b INTEGER, 
    "$x" INTEGER, 
    "q""q" INTEGER, 
    "q`q" INTEGER, 
    "straße" INTEGER, 
    plain_1 INTEGER
);

CREATE TABLE "Order".t (
    rank INTEGER, 
    groups INTEGER, 
    "offset" INTEGER, 
    period INTEGER, 
    "desc" INTEGER, 
    key INTEGER, 
    value INTEGER, 
    timestamp INTEGER, 
    "select" INTEGER NOT NULL, 
    CONSTRAINT "Pk" PRIMARY KEY ("select")
);

CREATE INDEX "Ix" ON "user" ("order", "Mixed");

DROP TABLE "user";
