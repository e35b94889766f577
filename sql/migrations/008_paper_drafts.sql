-- Papers that officers have begun to type: until the entry is recorded. `month` counts from year 0.

CREATE TABLE paper_draft (
    book_id {{uuid}} NOT NULL,
    account_id {{uuid}} NOT NULL,
    month bigint NOT NULL,
    content text NOT NULL,
    kept_at bigint NOT NULL,
    PRIMARY KEY (book_id, account_id, month)
){{by_book}};
