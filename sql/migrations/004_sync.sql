-- What devices send: entries that were not recorded, and who may send at all.

DROP TABLE sync_case;

-- Kept whole, never deleted by the system: the number of the device is settled by it.
-- `line` is the entry as it was sent, empty if it was withdrawn before it came.
CREATE TABLE sync_case (
    book_id {{uuid}} NOT NULL,
    entry_id {{uuid}} NOT NULL,
    entry_digest {{bytes}} NOT NULL,
    device {{uuid}} NOT NULL,
    device_seq bigint NOT NULL,
    sent_by {{uuid}} NOT NULL,
    line text NOT NULL,
    problem text NOT NULL,
    opened_at bigint NOT NULL,
    outcome text NOT NULL,
    closed_at bigint,
    PRIMARY KEY (book_id, entry_id)
){{by_book}};
