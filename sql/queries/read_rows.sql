-- Reading the rows of one club's book, or of all clubs.

-- name: club.of_book
SELECT
    book_id, name, status, seat_village, programme, proposed_on, decided_on, launched_on,
    ended_on, start_capital, roster_completed, book_opened, closed_until
FROM club
WHERE book_id = $1
ORDER BY book_id;

-- name: club_status.of_book
SELECT
    book_id, place, "from", status
FROM club_status
WHERE book_id = $1
ORDER BY book_id, place;

-- name: club_village.of_book
SELECT
    book_id, place, "from", village, seat
FROM club_village
WHERE book_id = $1
ORDER BY book_id, place;

-- name: rating_year.of_book
SELECT
    book_id, place, year, state, since, self_scored, appraised, approved, approved_on
FROM rating_year
WHERE book_id = $1
ORDER BY book_id, place;

-- name: member.of_book
SELECT
    book_id, member, joined, "left", reason, birth_year, sex, hardship, village,
    borrowed_before, shares
FROM member
WHERE book_id = $1
ORDER BY book_id, member;

-- name: loan.of_book
SELECT
    book_id, loan, member, disbursed_on, principal, outstanding, interest_paid, written_off,
    months, rate_ppm, due_by, settled_on, rescheduled
FROM loan
WHERE book_id = $1
ORDER BY book_id, loan;

-- name: meeting.of_book
SELECT
    book_id, meeting, "on", kind, present, guests, areas, entered_from
FROM meeting
WHERE book_id = $1
ORDER BY book_id, meeting;

-- name: balance.of_book
SELECT
    book_id, account, amount
FROM balance
WHERE book_id = $1
ORDER BY book_id, account;

-- name: club_report.of_book
SELECT
    book_id, seq, op_index, as_of, source, members, elderly, women, hardship, ethnic_minority,
    volunteers, capital, loans_outstanding, borrowers_ever, borrowers_year, borrowers_owing,
    meetings_year, start_capital, rating
FROM club_report
WHERE book_id = $1
ORDER BY book_id, seq, op_index;

-- name: club_grant.of_book
SELECT
    book_id, seq, op_index, care_grant, "on", kind, amount
FROM club_grant
WHERE book_id = $1
ORDER BY book_id, seq, op_index;

-- name: club_grant.of_all
SELECT
    book_id, seq, op_index, care_grant, "on", kind, amount
FROM club_grant
ORDER BY book_id, seq, op_index;

-- name: club_day.of_book
SELECT
    book_id, day, members, women, sex_unknown, elderly, elderly_custom, elderly_by_year,
    birth_unknown, hardship, hardship_unknown, left_poverty, borrowers_ever, borrowers_year,
    borrowers_owing, borrowers_left_poverty, volunteers_home_care, volunteers_economic,
    cared_for, months_met, area_income, area_health, area_home_care, area_mutual_help,
    area_rights, area_awareness, area_culture, area_resources, performances, health_checks,
    capital, capital_raised, loans_outstanding, overdue, operating_fund
FROM club_day
WHERE book_id = $1
ORDER BY book_id, day;

-- name: club.of_all
SELECT
    book_id, name, status, seat_village, programme, proposed_on, decided_on, launched_on,
    ended_on, start_capital, roster_completed, book_opened, closed_until
FROM club
ORDER BY book_id;

-- name: club_status.of_all
SELECT
    book_id, place, "from", status
FROM club_status
ORDER BY book_id, place;

-- name: club_village.of_all
SELECT
    book_id, place, "from", village, seat
FROM club_village
ORDER BY book_id, place;

-- name: rating_year.of_all
SELECT
    book_id, place, year, state, since, self_scored, appraised, approved, approved_on
FROM rating_year
ORDER BY book_id, place;

-- name: club_report.of_all
SELECT
    book_id, seq, op_index, as_of, source, members, elderly, women, hardship, ethnic_minority,
    volunteers, capital, loans_outstanding, borrowers_ever, borrowers_year, borrowers_owing,
    meetings_year, start_capital, rating
FROM club_report
ORDER BY book_id, seq, op_index;

-- name: club_day.of_all
SELECT
    book_id, day, members, women, sex_unknown, elderly, elderly_custom, elderly_by_year,
    birth_unknown, hardship, hardship_unknown, left_poverty, borrowers_ever, borrowers_year,
    borrowers_owing, borrowers_left_poverty, volunteers_home_care, volunteers_economic,
    cared_for, months_met, area_income, area_health, area_home_care, area_mutual_help,
    area_rights, area_awareness, area_culture, area_resources, performances, health_checks,
    capital, capital_raised, loans_outstanding, overdue, operating_fund
FROM club_day
ORDER BY book_id, day;
