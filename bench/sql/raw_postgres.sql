-- The same rows in PostgreSQL by hand: one statement a table and book, its rows as arrays.
INSERT INTO entry (
    book_id, seq, entry_id, device, author, device_seq, made_at, received_at, sent_by,
    entry_digest, hash, body
)
SELECT
    $1::uuid, seq, entry_id, device, author, device_seq, made_at, received_at, sent_by,
    entry_digest, hash, body
FROM unnest(
    $2::bigint[], $3::uuid[], $4::uuid[], $5::uuid[], $6::bigint[], $7::bigint[], $8::bigint[],
    $9::uuid[], $10::bytea[], $11::bytea[], $12::text[]
) AS t (
    seq, entry_id, device, author, device_seq, made_at, received_at, sent_by, entry_digest, hash,
    body
);

UPDATE book SET last_seq = $2::bigint, head_hash = $3::bytea, received_at = $4::bigint
WHERE book_id = $1::uuid;

INSERT INTO balance (book_id, account, amount)
SELECT $1::uuid, account, amount
FROM unnest($2::text[], $3::bigint[]) AS t (account, amount)
ON CONFLICT (book_id, account) DO UPDATE SET amount = excluded.amount;

INSERT INTO club_day (
    book_id, day,
    members, women, sex_unknown, elderly, elderly_custom, elderly_by_year, birth_unknown,
    hardship, hardship_unknown, left_poverty, borrowers_ever, borrowers_year, borrowers_owing,
    borrowers_left_poverty, volunteers_home_care, volunteers_economic, cared_for, months_met,
    area_income, area_health, area_home_care, area_mutual_help, area_rights, area_awareness,
    area_culture, area_resources, performances, health_checks, capital, capital_raised,
    loans_outstanding, overdue, operating_fund
)
SELECT
    $1::uuid, day,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0,
    operating_fund
FROM unnest($2::bigint[], $3::bigint[]) AS t (day, operating_fund)
ON CONFLICT (book_id, day) DO UPDATE SET
    operating_fund = club_day.operating_fund + excluded.operating_fund;
