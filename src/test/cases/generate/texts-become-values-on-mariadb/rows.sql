INSERT INTO reading (id, device, day, taken, count, valid, notes, created, updated)
VALUES (1, '0F8FAD5B-D9CB-469F-A165-70867728950E', '2024-05-01', '2024-05-01T10:00:00', '12', 'yes', '{"a": 1}', 1714557600, '2024-05-02 08:00:00.000000'),
(2, '7c9e6679-7425-40de-944b-e07fc1f90ae7', '2024-06-01', NULL, '0', 'f', NULL, 0, '2024-06-02 08:00:00.000000')
