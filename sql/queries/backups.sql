-- Times at which the database was saved elsewhere.

-- name: backup_made.put
INSERT INTO backup_made (made_at) VALUES ($1)
ON CONFLICT (made_at) DO NOTHING;

-- name: backup_made.last
SELECT made_at FROM backup_made ORDER BY made_at DESC LIMIT 1;
