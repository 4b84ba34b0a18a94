INSERT INTO tag (name) VALUES ('t');
INSERT INTO post (title) VALUES ('p');
INSERT INTO posttag (post_id, tag_id) VALUES (1, 1)
