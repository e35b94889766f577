-- Which migrations have been applied.

-- name: schema.create
CREATE TABLE IF NOT EXISTS schema_migration (
    version bigint NOT NULL,
    applied_at bigint NOT NULL,
    PRIMARY KEY (version)
);

-- name: schema.version
SELECT version
FROM schema_migration
ORDER BY version DESC
LIMIT 1;

-- name: schema.applied
INSERT INTO schema_migration (version, applied_at)
VALUES ($1, $2);
