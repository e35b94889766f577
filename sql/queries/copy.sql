-- What stands beside the entries, whole, for a copy in another database. Before a column of bytes
-- stands its length; of files a page follows the key given. Who is signed in, and who failed to,
-- stays behind.

-- name: copy.person_account.all
SELECT
    account_id, login, password_hash, shown_name, disabled_at
FROM person_account;

-- name: copy.person_account.put
INSERT INTO person_account (
    account_id, login, password_hash, shown_name, disabled_at
)
{{rows uuid, text, text, text, bigint}}
ON CONFLICT DO NOTHING;

-- name: copy.role_held.all
SELECT
    account_id, role, unit, book_id, "from", until
FROM role_held;

-- name: copy.role_held.put
INSERT INTO role_held (
    account_id, role, unit, book_id, "from", until
)
{{rows uuid, text, bigint, uuid, bigint, bigint}}
ON CONFLICT DO NOTHING;

-- name: copy.totp.all
SELECT
    account_id, length(secret), secret, confirmed_at, last_step
FROM totp;

-- name: copy.totp.put
INSERT INTO totp (
    account_id, secret, confirmed_at, last_step
)
{{rows uuid, bytes, bigint, bigint}}
ON CONFLICT DO NOTHING;

-- name: copy.device.all
SELECT
    device_id, account_id, book_id, name, length(key_hash), key_hash, bound_at,
    core_version, revoked_at, last_seen_at
FROM device;

-- name: copy.device.put
INSERT INTO device (
    device_id, account_id, book_id, name, key_hash, bound_at, core_version, revoked_at,
    last_seen_at
)
{{rows uuid, uuid, uuid, text, bytes, bigint, text, bigint, bigint}}
ON CONFLICT DO NOTHING;

-- name: copy.enrolment_card.all
SELECT
    length(code_hash), code_hash, book_id, made_by, made_at, expires_at, used_by, used_at
FROM enrolment_card;

-- name: copy.enrolment_card.put
INSERT INTO enrolment_card (
    code_hash, book_id, made_by, made_at, expires_at, used_by, used_at
)
{{rows bytes, uuid, uuid, bigint, bigint, uuid, bigint}}
ON CONFLICT DO NOTHING;

-- name: copy.reset_slip.all
SELECT
    length(code_hash), code_hash, account_id, made_by, made_at, expires_at, used_at
FROM reset_slip;

-- name: copy.reset_slip.put
INSERT INTO reset_slip (
    code_hash, account_id, made_by, made_at, expires_at, used_at
)
{{rows bytes, uuid, uuid, bigint, bigint, bigint}}
ON CONFLICT DO NOTHING;

-- name: copy.known_browser.all
SELECT
    length(token_hash), token_hash, account_id, seen_at
FROM known_browser;

-- name: copy.known_browser.put
INSERT INTO known_browser (
    token_hash, account_id, seen_at
)
{{rows bytes, uuid, bigint}}
ON CONFLICT DO NOTHING;

-- name: copy.take_back_leave.all
SELECT
    book_id, given_by, given_at, until
FROM take_back_leave;

-- name: copy.take_back_leave.put
INSERT INTO take_back_leave (
    book_id, given_by, given_at, until
)
{{rows uuid, uuid, bigint, bigint}}
ON CONFLICT DO NOTHING;

-- name: copy.sync_case.all
SELECT
    book_id, entry_id, length(entry_digest), entry_digest, device, device_seq, sent_by,
    line, problem, opened_at, outcome, closed_at, closed_by, replaced_by, reason
FROM sync_case;

-- name: copy.sync_case.put
INSERT INTO sync_case (
    book_id, entry_id, entry_digest, device, device_seq, sent_by, line, problem, opened_at,
    outcome, closed_at, closed_by, replaced_by, reason
)
{{rows uuid, uuid, bytes, uuid, bigint, uuid, text, text, bigint, text, bigint, uuid, uuid,
text}}
ON CONFLICT DO NOTHING;

-- name: copy.read_log.all
SELECT
    book_id, at, read_id, account_id, what, subject, reason
FROM read_log;

-- name: copy.read_log.put
INSERT INTO read_log (
    book_id, at, read_id, account_id, what, subject, reason
)
{{rows uuid, bigint, uuid, uuid, text, bigint, text}}
ON CONFLICT DO NOTHING;

-- name: copy.attachment.page
SELECT
    book_id, length(sha256), sha256, length(content), content, stored_at
FROM attachment
WHERE (book_id, sha256) > ($1, $2)
ORDER BY book_id, sha256
LIMIT 20;

-- name: copy.attachment.put
INSERT INTO attachment (
    book_id, sha256, content, stored_at
)
{{rows uuid, bytes, bytes, bigint}}
ON CONFLICT DO NOTHING;

-- name: copy.issued_file.page
SELECT
    book_id, length(sha256), sha256, file_name, media_type, length(content), content, heads,
    asked, stored_at
FROM issued_file
WHERE (book_id, sha256) > ($1, $2)
ORDER BY book_id, sha256
LIMIT 20;

-- name: copy.issued_file.put
INSERT INTO issued_file (
    book_id, sha256, file_name, media_type, content, heads, asked, stored_at
)
{{rows uuid, bytes, text, text, bytes, text, text, bigint}}
ON CONFLICT DO NOTHING;

-- name: copy.paper_sheet.all
SELECT
    book_id, month, account_id, content, kept_at
FROM paper_sheet;

-- name: copy.paper_sheet.put
INSERT INTO paper_sheet (
    book_id, month, account_id, content, kept_at
)
{{rows uuid, bigint, uuid, text, bigint}}
ON CONFLICT DO NOTHING;

-- name: copy.import_job.all
SELECT
    job_id, kind, source, state, started_at, finished_at, account_id
FROM import_job;

-- name: copy.import_job.put
INSERT INTO import_job (
    job_id, kind, source, state, started_at, finished_at, account_id
)
{{rows uuid, text, text, text, bigint, bigint, uuid}}
ON CONFLICT DO NOTHING;

-- name: copy.backup_made.all
SELECT
    made_at
FROM backup_made;

-- name: copy.backup_made.put
INSERT INTO backup_made (
    made_at
)
{{rows bigint}}
ON CONFLICT DO NOTHING;
