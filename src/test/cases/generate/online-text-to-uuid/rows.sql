INSERT INTO hero (token) VALUES ('7d2f9c9e-6d3c-4b39-9d4e-0b5f6a1c2d3e'), (NULL)
