-- The facts that the cube holds, in the tables of the store, and the map as two columns.
CREATE TABLE club (
    book_id blob PRIMARY KEY, launched_on integer NOT NULL, start_capital integer
) WITHOUT ROWID;
CREATE TABLE club_status (
    book_id blob, place integer, "from" integer NOT NULL, status text NOT NULL,
    PRIMARY KEY (book_id, place)
) WITHOUT ROWID;
CREATE TABLE club_village (
    book_id blob, place integer, village integer NOT NULL, PRIMARY KEY (book_id, place)
) WITHOUT ROWID;
CREATE TABLE village (
    village integer PRIMARY KEY, commune integer NOT NULL, old_commune integer NOT NULL,
    district integer NOT NULL
);
CREATE TABLE club_rating (
    book_id blob, year integer, band text NOT NULL, PRIMARY KEY (book_id, year)
) WITHOUT ROWID;
