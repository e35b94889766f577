-- The cards of one club's book, as its officer is shown them.

CREATE INDEX card_by_book ON enrolment_card (book_id);
