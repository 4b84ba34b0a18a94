INSERT INTO alarm (id, level) VALUES (1, 'LOW'), (2, 'HIGH')
