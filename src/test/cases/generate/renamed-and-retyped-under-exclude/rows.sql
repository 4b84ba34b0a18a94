INSERT INTO booking (id,room,during) VALUES (1,'[1,3)','[2020-01-01,2020-01-02)')
