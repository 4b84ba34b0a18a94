CREATE TABLE `order` (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    `group` VARCHAR(5), 
    `camelCase` INTEGER, 
    PRIMARY KEY (id)
);
