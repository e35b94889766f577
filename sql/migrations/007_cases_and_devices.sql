-- How officers end cases, when a phone was last heard, and leave to bring back what was lost.

ALTER TABLE sync_case ADD COLUMN closed_by {{uuid}};

ALTER TABLE sync_case ADD COLUMN replaced_by {{uuid}};

ALTER TABLE sync_case ADD COLUMN reason text NOT NULL DEFAULT '';

ALTER TABLE device ADD COLUMN last_seen_at bigint;

-- An administrator lets phones give back what the server has lost of one book, until a time.
CREATE TABLE take_back_leave (
    book_id {{uuid}} NOT NULL,
    given_by {{uuid}} NOT NULL,
    given_at bigint NOT NULL,
    until bigint NOT NULL,
    PRIMARY KEY (book_id)
){{plain}};
