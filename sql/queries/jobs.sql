-- Imports that were begun, and what became of them.

-- name: import_job.put
INSERT INTO import_job (job_id, kind, source, state, started_at, finished_at, account_id)
VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT (job_id) DO UPDATE
SET state = excluded.state, finished_at = excluded.finished_at;

-- name: import_job.of_all
SELECT job_id, kind, source, state, started_at, finished_at, account_id
FROM import_job
ORDER BY started_at DESC, job_id;
