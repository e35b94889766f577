-- Photographs of papers, apart from the entries that name them. One that is gone keeps its row, so
-- that it does not come back.

-- name: attachment.put
INSERT INTO attachment (book_id, sha256, content, stored_at) VALUES ($1, $2, $3, $4)
ON CONFLICT (book_id, sha256) DO NOTHING;

-- name: attachment.of_digest
SELECT length(content), content, stored_at FROM attachment
WHERE book_id = $1 AND sha256 = $2 AND content IS NOT NULL;

-- name: attachment.stored_before
SELECT book_id, count(*) AS files, min(stored_at) AS oldest FROM attachment
WHERE content IS NOT NULL AND stored_at < $1 GROUP BY book_id ORDER BY book_id;

-- name: attachment.forget
UPDATE attachment SET content = NULL WHERE content IS NOT NULL AND stored_at < $1;
