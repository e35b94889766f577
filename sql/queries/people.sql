-- Accounts, roles, devices and enrolment cards.

-- name: account.put
INSERT INTO person_account (account_id, login, password_hash, shown_name, disabled_at)
VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (account_id) DO UPDATE
SET login = excluded.login, password_hash = excluded.password_hash,
    shown_name = excluded.shown_name, disabled_at = excluded.disabled_at;

-- Whoever disabled it meanwhile, or set another, was first.
-- name: account.set_password
UPDATE person_account SET password_hash = $2
WHERE account_id = $1 AND password_hash = $3 AND disabled_at IS NULL;

-- name: account.set_disabled
UPDATE person_account SET disabled_at = $2 WHERE account_id = $1;

-- name: account.of_all
SELECT account_id, login, password_hash, shown_name, disabled_at FROM person_account
ORDER BY login, account_id;

-- name: account.of_id
SELECT account_id, login, password_hash, shown_name, disabled_at FROM person_account
WHERE account_id = $1;

-- name: account.of_login
SELECT account_id, login, password_hash, shown_name, disabled_at FROM person_account
WHERE login = $1;

-- name: role.put
INSERT INTO role_held (account_id, role, unit, book_id, "from", until)
VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (account_id, role, unit, book_id, "from") DO UPDATE SET until = excluded.until;

-- name: role.of_account
SELECT account_id, role, unit, book_id, "from", until FROM role_held
WHERE account_id = $1 ORDER BY "from", role, unit, book_id;

-- A revocation is never taken back.
-- name: device.put
INSERT INTO device (device_id, account_id, book_id, name, key_hash, bound_at,
                    core_version, revoked_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
ON CONFLICT (device_id) DO UPDATE
SET name = excluded.name, core_version = excluded.core_version,
    revoked_at = COALESCE(device.revoked_at, excluded.revoked_at);

-- What officers have bound themselves has no book.
-- name: device.revoke_own
UPDATE device SET revoked_at = $3
WHERE account_id = $1 AND book_id = $2 AND revoked_at IS NULL;

-- name: device.seen
UPDATE device SET last_seen_at = $2
WHERE device_id = $1 AND (last_seen_at IS NULL OR last_seen_at < $2);

-- name: device.of_id
SELECT device_id, account_id, book_id, name, key_hash, bound_at, core_version, revoked_at,
       last_seen_at
FROM device WHERE device_id = $1;

-- name: device.of_book
SELECT device_id, account_id, book_id, name, key_hash, bound_at, core_version, revoked_at,
       last_seen_at
FROM device WHERE book_id = $1 ORDER BY bound_at, device_id;

-- name: device.of_account
SELECT device_id, account_id, book_id, name, key_hash, bound_at, core_version, revoked_at,
       last_seen_at
FROM device WHERE account_id = $1 ORDER BY bound_at, device_id;

-- name: card.put
INSERT INTO enrolment_card (code_hash, book_id, made_by, made_at, expires_at, used_by, used_at)
VALUES ($1, $2, $3, $4, $5, $6, $7);

-- name: card.of_code
SELECT code_hash, book_id, made_by, made_at, expires_at, used_by, used_at FROM enrolment_card
WHERE code_hash = $1;

-- name: card.of_book
SELECT code_hash, book_id, made_by, made_at, expires_at, used_by, used_at FROM enrolment_card
WHERE book_id = $1 ORDER BY made_at, code_hash;

-- name: card.cancel
UPDATE enrolment_card SET expires_at = $2
WHERE code_hash = $1 AND used_by IS NULL AND expires_at > $2;

-- A card is spent once: whoever read it as free, or as the same device's, before another did or it
-- was cancelled.
-- name: card.spend
UPDATE enrolment_card SET used_by = $2, used_at = $3
WHERE code_hash = $1 AND (used_by IS NULL OR used_by = $4) AND expires_at = $5;

-- name: leave.put
INSERT INTO take_back_leave (book_id, given_by, given_at, until)
VALUES ($1, $2, $3, $4)
ON CONFLICT (book_id) DO UPDATE
SET given_by = excluded.given_by, given_at = excluded.given_at, until = excluded.until;

-- name: leave.of_book
SELECT book_id, given_by, given_at, until FROM take_back_leave WHERE book_id = $1;
