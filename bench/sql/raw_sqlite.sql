-- The rows of operations on the operating fund, written by hand: one statement a row.
INSERT INTO entry (
    book_id, seq, entry_id, device, author, device_seq, made_at, received_at, sent_by,
    entry_digest, hash, body
)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12);

UPDATE book SET last_seq = ?2, head_hash = ?3, received_at = ?4
WHERE book_id = ?1;

INSERT INTO balance (book_id, account, amount)
VALUES (?1, ?2, ?3)
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
VALUES (
    ?1, ?2,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0,
    ?3
)
ON CONFLICT (book_id, day) DO UPDATE SET operating_fund = operating_fund + excluded.operating_fund;
