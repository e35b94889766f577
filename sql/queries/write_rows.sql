-- Writing the rows of a club's book. {{rows …}} are the values of many rows: see dialect.cpp.
-- club_day holds deltas: what comes is added to what stands there.

-- name: club.put
INSERT INTO club (
    book_id, name, status, seat_village, programme, proposed_on, decided_on, launched_on,
    ended_on, start_capital, roster_completed, book_opened, closed_until
)
{{rows uuid, text, text, bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint,
    bigint}}
ON CONFLICT (book_id) DO UPDATE SET
    name = excluded.name, status = excluded.status, seat_village = excluded.seat_village,
    programme = excluded.programme, proposed_on = excluded.proposed_on,
    decided_on = excluded.decided_on, launched_on = excluded.launched_on,
    ended_on = excluded.ended_on, start_capital = excluded.start_capital,
    roster_completed = excluded.roster_completed, book_opened = excluded.book_opened,
    closed_until = excluded.closed_until;

-- name: club_status.put
INSERT INTO club_status (
    book_id, place, "from", status
)
{{rows uuid, bigint, bigint, text}};

-- name: club_village.put
INSERT INTO club_village (
    book_id, place, "from", village, seat
)
{{rows uuid, bigint, bigint, bigint, bigint}};

-- name: rating_year.put
INSERT INTO rating_year (
    book_id, place, year, state, since, self_scored, appraised, approved, approved_on
)
{{rows uuid, bigint, bigint, text, bigint, text, text, text, bigint}};

-- name: member.put
INSERT INTO member (
    book_id, member, joined, "left", reason, birth_year, sex, hardship, village,
    borrowed_before, shares
)
{{rows uuid, bigint, bigint, bigint, text, bigint, text, text, bigint, bigint, bigint}}
ON CONFLICT (book_id, member) DO UPDATE SET
    joined = excluded.joined, "left" = excluded."left", reason = excluded.reason,
    birth_year = excluded.birth_year, sex = excluded.sex, hardship = excluded.hardship,
    village = excluded.village, borrowed_before = excluded.borrowed_before,
    shares = excluded.shares;

-- name: loan.put
INSERT INTO loan (
    book_id, loan, member, disbursed_on, principal, outstanding, interest_paid, written_off,
    months, rate_ppm, due_by, settled_on, rescheduled
)
{{rows uuid, bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint,
    bigint, bigint}}
ON CONFLICT (book_id, loan) DO UPDATE SET
    member = excluded.member, disbursed_on = excluded.disbursed_on,
    principal = excluded.principal, outstanding = excluded.outstanding,
    interest_paid = excluded.interest_paid, written_off = excluded.written_off,
    months = excluded.months, rate_ppm = excluded.rate_ppm, due_by = excluded.due_by,
    settled_on = excluded.settled_on, rescheduled = excluded.rescheduled;

-- name: meeting.put
INSERT INTO meeting (
    book_id, meeting, "on", kind, present, guests, areas, entered_from
)
{{rows uuid, bigint, bigint, text, bigint, bigint, bigint, text}}
ON CONFLICT (book_id, meeting) DO UPDATE SET
    "on" = excluded."on", kind = excluded.kind, present = excluded.present,
    guests = excluded.guests, areas = excluded.areas, entered_from = excluded.entered_from;

-- name: balance.put
INSERT INTO balance (
    book_id, account, amount
)
{{rows uuid, text, bigint}}
ON CONFLICT (book_id, account) DO UPDATE SET
    amount = excluded.amount;

-- name: club_report.put
INSERT INTO club_report (
    book_id, seq, op_index, as_of, source, members, elderly, women, hardship, ethnic_minority,
    volunteers, capital, loans_outstanding, borrowers_ever, borrowers_year, borrowers_owing,
    meetings_year, start_capital, rating
)
{{rows uuid, bigint, bigint, bigint, text, bigint, bigint, bigint, bigint, bigint, bigint, bigint,
    bigint, bigint, bigint, bigint, bigint, bigint, text}}
ON CONFLICT (book_id, seq, op_index) DO UPDATE SET
    as_of = excluded.as_of, source = excluded.source, members = excluded.members,
    elderly = excluded.elderly, women = excluded.women, hardship = excluded.hardship,
    ethnic_minority = excluded.ethnic_minority, volunteers = excluded.volunteers,
    capital = excluded.capital, loans_outstanding = excluded.loans_outstanding,
    borrowers_ever = excluded.borrowers_ever, borrowers_year = excluded.borrowers_year,
    borrowers_owing = excluded.borrowers_owing, meetings_year = excluded.meetings_year,
    start_capital = excluded.start_capital, rating = excluded.rating;

-- name: club_grant.put
INSERT INTO club_grant (
    book_id, seq, op_index, care_grant, "on", kind, amount
)
{{rows uuid, bigint, bigint, bigint, bigint, text, bigint}}
ON CONFLICT (book_id, seq, op_index) DO UPDATE SET
    care_grant = excluded.care_grant, "on" = excluded."on", kind = excluded.kind,
    amount = excluded.amount;

-- name: club_day.put
INSERT INTO club_day (
    book_id, day, members, women, sex_unknown, elderly, elderly_custom, elderly_by_year,
    birth_unknown, hardship, hardship_unknown, left_poverty, borrowers_ever, borrowers_year,
    borrowers_owing, borrowers_left_poverty, volunteers_home_care, volunteers_economic,
    cared_for, months_met, area_income, area_health, area_home_care, area_mutual_help,
    area_rights, area_awareness, area_culture, area_resources, performances, health_checks,
    capital, capital_raised, loans_outstanding, overdue, operating_fund
)
{{rows uuid, bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint,
    bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint,
    bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint,
    bigint, bigint}}
ON CONFLICT (book_id, day) DO UPDATE SET
    members = club_day.members + excluded.members, women = club_day.women + excluded.women,
    sex_unknown = club_day.sex_unknown + excluded.sex_unknown,
    elderly = club_day.elderly + excluded.elderly,
    elderly_custom = club_day.elderly_custom + excluded.elderly_custom,
    elderly_by_year = club_day.elderly_by_year + excluded.elderly_by_year,
    birth_unknown = club_day.birth_unknown + excluded.birth_unknown,
    hardship = club_day.hardship + excluded.hardship,
    hardship_unknown = club_day.hardship_unknown + excluded.hardship_unknown,
    left_poverty = club_day.left_poverty + excluded.left_poverty,
    borrowers_ever = club_day.borrowers_ever + excluded.borrowers_ever,
    borrowers_year = club_day.borrowers_year + excluded.borrowers_year,
    borrowers_owing = club_day.borrowers_owing + excluded.borrowers_owing,
    borrowers_left_poverty = club_day.borrowers_left_poverty + excluded.borrowers_left_poverty,
    volunteers_home_care = club_day.volunteers_home_care + excluded.volunteers_home_care,
    volunteers_economic = club_day.volunteers_economic + excluded.volunteers_economic,
    cared_for = club_day.cared_for + excluded.cared_for,
    months_met = club_day.months_met + excluded.months_met,
    area_income = club_day.area_income + excluded.area_income,
    area_health = club_day.area_health + excluded.area_health,
    area_home_care = club_day.area_home_care + excluded.area_home_care,
    area_mutual_help = club_day.area_mutual_help + excluded.area_mutual_help,
    area_rights = club_day.area_rights + excluded.area_rights,
    area_awareness = club_day.area_awareness + excluded.area_awareness,
    area_culture = club_day.area_culture + excluded.area_culture,
    area_resources = club_day.area_resources + excluded.area_resources,
    performances = club_day.performances + excluded.performances,
    health_checks = club_day.health_checks + excluded.health_checks,
    capital = club_day.capital + excluded.capital,
    capital_raised = club_day.capital_raised + excluded.capital_raised,
    loans_outstanding = club_day.loans_outstanding + excluded.loans_outstanding,
    overdue = club_day.overdue + excluded.overdue,
    operating_fund = club_day.operating_fund + excluded.operating_fund;

-- name: member.delete
DELETE FROM member WHERE book_id = $1 AND member = $2;

-- name: loan.delete
DELETE FROM loan WHERE book_id = $1 AND loan = $2;

-- name: meeting.delete
DELETE FROM meeting WHERE book_id = $1 AND meeting = $2;

-- name: club_report.delete
DELETE FROM club_report WHERE book_id = $1 AND seq = $2 AND op_index = $3;

-- name: club_grant.delete
DELETE FROM club_grant WHERE book_id = $1 AND seq = $2 AND op_index = $3;

-- name: club.clear
DELETE FROM club WHERE book_id = $1;

-- name: club_status.clear
DELETE FROM club_status WHERE book_id = $1;

-- name: club_village.clear
DELETE FROM club_village WHERE book_id = $1;

-- name: rating_year.clear
DELETE FROM rating_year WHERE book_id = $1;

-- name: member.clear
DELETE FROM member WHERE book_id = $1;

-- name: loan.clear
DELETE FROM loan WHERE book_id = $1;

-- name: meeting.clear
DELETE FROM meeting WHERE book_id = $1;

-- name: balance.clear
DELETE FROM balance WHERE book_id = $1;

-- name: club_report.clear
DELETE FROM club_report WHERE book_id = $1;

-- name: club_grant.clear
DELETE FROM club_grant WHERE book_id = $1;

-- name: club_day.clear
DELETE FROM club_day WHERE book_id = $1;
