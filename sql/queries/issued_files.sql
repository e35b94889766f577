-- Files of issued reports: written once, never changed.

-- name: issued_file.put
INSERT INTO issued_file (
    book_id, sha256, file_name, media_type, content, heads, asked, stored_at
)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
ON CONFLICT (book_id, sha256) DO NOTHING;

-- name: issued_file.of_digest
SELECT length(content), content, file_name, media_type, heads, asked, stored_at FROM issued_file
WHERE book_id = $1 AND sha256 = $2;

-- name: issued_file.asked
SELECT asked FROM issued_file
WHERE book_id = $1 AND sha256 = $2;
