-- Rows of the club books' folds: derived, dropped and rebuilt on change (rows_version).
-- Truth values are 0 and 1; closed lists are the words of the operations; `place` is the
-- position in a list that is replaced as a whole.

CREATE TABLE club (
    book_id {{uuid}} NOT NULL,
    name text NOT NULL,
    status text NOT NULL,
    seat_village bigint,
    programme bigint,
    proposed_on bigint,
    decided_on bigint,
    launched_on bigint,
    ended_on bigint,
    start_capital bigint,
    roster_completed bigint,
    book_opened bigint,
    closed_until bigint,
    flags bigint NOT NULL,
    PRIMARY KEY (book_id)
){{by_book}};

CREATE TABLE club_status (
    book_id {{uuid}} NOT NULL,
    place bigint NOT NULL,
    "from" bigint NOT NULL,
    status text NOT NULL,
    PRIMARY KEY (book_id, place)
){{by_book}};

CREATE TABLE club_village (
    book_id {{uuid}} NOT NULL,
    place bigint NOT NULL,
    "from" bigint NOT NULL,
    village bigint NOT NULL,
    seat bigint NOT NULL,
    PRIMARY KEY (book_id, place)
){{by_book}};

CREATE TABLE club_rating (
    book_id {{uuid}} NOT NULL,
    place bigint NOT NULL,
    year bigint NOT NULL,
    band text NOT NULL,
    approved_on bigint NOT NULL,
    PRIMARY KEY (book_id, place)
){{by_book}};

CREATE TABLE member (
    book_id {{uuid}} NOT NULL,
    member bigint NOT NULL,
    joined bigint NOT NULL,
    "left" bigint,
    reason text,
    birth_year bigint,
    sex text NOT NULL,
    hardship text NOT NULL,
    village bigint,
    borrowed_before bigint NOT NULL,
    shares bigint NOT NULL,
    PRIMARY KEY (book_id, member)
){{by_book}};

CREATE TABLE loan (
    book_id {{uuid}} NOT NULL,
    loan bigint NOT NULL,
    member bigint NOT NULL,
    disbursed_on bigint NOT NULL,
    principal bigint NOT NULL,
    outstanding bigint NOT NULL,
    interest_paid bigint NOT NULL,
    written_off bigint NOT NULL,
    months bigint NOT NULL,
    rate_ppm bigint NOT NULL,
    due_by bigint NOT NULL,
    settled_on bigint,
    rescheduled bigint NOT NULL,
    PRIMARY KEY (book_id, loan)
){{by_book}};

CREATE TABLE meeting (
    book_id {{uuid}} NOT NULL,
    meeting bigint NOT NULL,
    "on" bigint NOT NULL,
    kind text NOT NULL,
    present bigint NOT NULL,
    guests bigint NOT NULL,
    areas bigint NOT NULL,
    entered_from text NOT NULL,
    PRIMARY KEY (book_id, meeting)
){{by_book}};

CREATE TABLE balance (
    book_id {{uuid}} NOT NULL,
    account text NOT NULL,
    amount bigint NOT NULL,
    PRIMARY KEY (book_id, account)
){{by_book}};

CREATE TABLE club_report (
    book_id {{uuid}} NOT NULL,
    seq bigint NOT NULL,
    op_index bigint NOT NULL,
    as_of bigint NOT NULL,
    source text NOT NULL,
    members bigint,
    elderly bigint,
    women bigint,
    hardship bigint,
    ethnic_minority bigint,
    volunteers bigint,
    capital bigint,
    loans_outstanding bigint,
    borrowers_ever bigint,
    borrowers_year bigint,
    borrowers_owing bigint,
    meetings_year bigint,
    start_capital bigint,
    rating text,
    PRIMARY KEY (book_id, seq, op_index)
){{by_book}};

CREATE TABLE club_grant (
    book_id {{uuid}} NOT NULL,
    seq bigint NOT NULL,
    op_index bigint NOT NULL,
    care_grant bigint NOT NULL,
    "on" bigint NOT NULL,
    kind text NOT NULL,
    amount bigint NOT NULL,
    PRIMARY KEY (book_id, seq, op_index)
){{by_book}};

CREATE TABLE club_day (
    book_id {{uuid}} NOT NULL,
    day bigint NOT NULL,
    members bigint NOT NULL,
    women bigint NOT NULL,
    sex_unknown bigint NOT NULL,
    elderly bigint NOT NULL,
    elderly_custom bigint NOT NULL,
    elderly_by_year bigint NOT NULL,
    birth_unknown bigint NOT NULL,
    hardship bigint NOT NULL,
    hardship_unknown bigint NOT NULL,
    left_poverty bigint NOT NULL,
    borrowers_ever bigint NOT NULL,
    borrowers_year bigint NOT NULL,
    borrowers_owing bigint NOT NULL,
    borrowers_left_poverty bigint NOT NULL,
    volunteers_home_care bigint NOT NULL,
    volunteers_economic bigint NOT NULL,
    cared_for bigint NOT NULL,
    months_met bigint NOT NULL,
    area_income bigint NOT NULL,
    area_health bigint NOT NULL,
    area_home_care bigint NOT NULL,
    area_mutual_help bigint NOT NULL,
    area_rights bigint NOT NULL,
    area_awareness bigint NOT NULL,
    area_culture bigint NOT NULL,
    area_resources bigint NOT NULL,
    performances bigint NOT NULL,
    health_checks bigint NOT NULL,
    capital bigint NOT NULL,
    capital_raised bigint NOT NULL,
    loans_outstanding bigint NOT NULL,
    overdue bigint NOT NULL,
    operating_fund bigint NOT NULL,
    PRIMARY KEY (book_id, day)
){{by_book}};
