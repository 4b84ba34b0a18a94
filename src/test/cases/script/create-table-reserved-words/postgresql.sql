CREATE TABLE "order" (
    id SERIAL NOT NULL, 
    "group" VARCHAR(5), 
    "camelCase" INTEGER, 
    PRIMARY KEY (id)
);
