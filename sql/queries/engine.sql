-- What only one engine knows.

-- name: engine.data_version
PRAGMA data_version;
