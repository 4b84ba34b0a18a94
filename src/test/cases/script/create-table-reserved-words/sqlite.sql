CREATE TABLE "order" (
    id INTEGER NOT NULL, 
    "group" VARCHAR(5), 
    "camelCase" INTEGER, 
    PRIMARY KEY (id)
);
