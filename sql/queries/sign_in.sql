-- Second factors, sessions, slips, known browsers, wrong tries, and what was read.

-- name: totp.put
INSERT INTO totp (account_id, secret, confirmed_at, last_step) VALUES ($1, $2, $3, $4)
ON CONFLICT (account_id) DO UPDATE
SET secret = excluded.secret, confirmed_at = excluded.confirmed_at,
    last_step = excluded.last_step;

-- name: totp.of_account
SELECT account_id, secret, confirmed_at, last_step FROM totp WHERE account_id = $1;

-- name: totp.forget
DELETE FROM totp WHERE account_id = $1;

-- A step counts once, whoever comes first.
-- name: totp.spend
UPDATE totp SET last_step = $2 WHERE account_id = $1 AND last_step < $2;

-- name: session.put
INSERT INTO web_session (session_id, account_id, token_hash, previous_hash, previous_until,
                         made_at, seen_at, rotated_at, browser, weak_password)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);

-- name: session.of_id
SELECT session_id, account_id, token_hash, previous_hash, previous_until, made_at, seen_at,
       rotated_at, browser, weak_password
FROM web_session WHERE session_id = $1;

-- name: session.of_account
SELECT session_id, account_id, token_hash, previous_hash, previous_until, made_at, seen_at,
       rotated_at, browser, weak_password
FROM web_session WHERE account_id = $1 ORDER BY made_at, session_id;

-- name: session.rotate
UPDATE web_session
SET token_hash = $2, previous_hash = $3, previous_until = $4, rotated_at = $5, seen_at = $5,
    weak_password = $6
WHERE session_id = $1 AND token_hash = $3;

-- name: session.seen
UPDATE web_session SET seen_at = $2 WHERE session_id = $1 AND seen_at < $2;

-- name: session.end
DELETE FROM web_session WHERE session_id = $1;

-- name: session.end_others
DELETE FROM web_session WHERE account_id = $1 AND session_id <> $2;

-- name: session.forget_old
DELETE FROM web_session WHERE seen_at < $1 OR made_at < $2;

-- name: slip.put
INSERT INTO reset_slip (code_hash, account_id, made_by, made_at, expires_at, used_at)
VALUES ($1, $2, $3, $4, $5, $6);

-- name: slip.of_code
SELECT code_hash, account_id, made_by, made_at, expires_at, used_at FROM reset_slip
WHERE code_hash = $1;

-- name: slip.spend
UPDATE reset_slip SET used_at = $2 WHERE code_hash = $1 AND used_at IS NULL;

-- Only the last slip of an account counts.
-- name: slip.withdraw_unused
DELETE FROM reset_slip WHERE account_id = $1 AND used_at IS NULL;

-- name: browser.put
INSERT INTO known_browser (token_hash, account_id, seen_at) VALUES ($1, $2, $3)
ON CONFLICT (token_hash) DO UPDATE SET seen_at = excluded.seen_at;

-- name: browser.of_token
SELECT token_hash, account_id, seen_at FROM known_browser WHERE token_hash = $1;

-- name: browser.forget_old
DELETE FROM known_browser WHERE seen_at < $1;

-- name: failure.count
INSERT INTO sign_in_failure (key_hash, failures, last_at) VALUES ($1, 1, $2)
ON CONFLICT (key_hash) DO UPDATE
SET failures = sign_in_failure.failures + 1, last_at = excluded.last_at;

-- name: failure.of_key
SELECT key_hash, failures, last_at FROM sign_in_failure WHERE key_hash = $1;

-- name: failure.forget
DELETE FROM sign_in_failure WHERE key_hash = $1;

-- name: failure.forget_old
DELETE FROM sign_in_failure WHERE last_at < $1;

-- name: reason.put
INSERT INTO reading_reason (session_id, book_id, given_at, expires_at, reason)
VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (session_id, book_id) DO UPDATE
SET given_at = excluded.given_at, expires_at = excluded.expires_at, reason = excluded.reason;

-- name: reason.of_session
SELECT session_id, book_id, given_at, expires_at, reason FROM reading_reason
WHERE session_id = $1 ORDER BY book_id;

-- name: reason.forget_old
DELETE FROM reading_reason WHERE expires_at < $1;

-- name: read.put
INSERT INTO read_log (book_id, at, read_id, account_id, what, subject, reason)
VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT (book_id, at, read_id) DO NOTHING;

-- name: read.of_book
SELECT book_id, at, read_id, account_id, what, subject, reason FROM read_log
WHERE book_id = $1 AND at <= $2 AND (at < $2 OR read_id < $3)
ORDER BY at DESC, read_id DESC LIMIT $4;

-- name: read.latest
SELECT book_id, at, read_id, account_id, what, subject, reason FROM read_log
WHERE at <= $1 AND (at < $1 OR read_id < $2)
ORDER BY at DESC, read_id DESC LIMIT $3;
