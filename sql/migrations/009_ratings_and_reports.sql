-- Where the rating of each year stands, also before it is approved. What was approved is carried
-- over; the steps before are there when the rows are rebuilt (rows_version 2).

CREATE TABLE rating_year (
    book_id {{uuid}} NOT NULL,
    place bigint NOT NULL,
    year bigint NOT NULL,
    state text NOT NULL,
    since bigint NOT NULL,
    self_scored text,
    appraised text,
    approved text,
    approved_on bigint,
    PRIMARY KEY (book_id, place)
){{by_book}};

INSERT INTO rating_year (book_id, place, year, state, since, approved, approved_on)
SELECT book_id, place, year, 'approved', approved_on, band, approved_on FROM club_rating;

DROP TABLE club_rating;

-- Files of reports that were issued. `heads` is the state of every book that they were made from.
CREATE TABLE issued_file (
    book_id {{uuid}} NOT NULL,
    sha256 {{bytes}} NOT NULL,
    file_name text NOT NULL,
    media_type text NOT NULL,
    content {{bytes}} NOT NULL,
    heads text NOT NULL,
    asked text NOT NULL,
    stored_at bigint NOT NULL,
    PRIMARY KEY (book_id, sha256)
){{by_book}};
