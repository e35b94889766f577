-- A draft belongs to the paper, whoever types it: of several of one paper the last one stands.

CREATE TABLE paper_sheet (
    book_id {{uuid}} NOT NULL,
    month bigint NOT NULL,
    account_id {{uuid}} NOT NULL,
    content text NOT NULL,
    kept_at bigint NOT NULL,
    PRIMARY KEY (book_id, month)
){{by_book}};

INSERT INTO paper_sheet (book_id, month, account_id, content, kept_at)
SELECT book_id, month, account_id, content, kept_at FROM paper_draft AS draft
WHERE NOT EXISTS (
    SELECT 1 FROM paper_draft AS other
    WHERE other.book_id = draft.book_id AND other.month = draft.month
      AND (other.kept_at > draft.kept_at
           OR (other.kept_at = draft.kept_at AND other.account_id > draft.account_id))
);

DROP TABLE paper_draft;
