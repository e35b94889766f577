-- What both sides of a comparison must agree on.
SELECT
    (SELECT count(*) FROM entry) AS entries,
    (SELECT sum(last_seq) FROM book) AS heads,
    (SELECT sum(amount) FROM balance) AS balances,
    (SELECT sum(operating_fund) FROM club_day) AS days;
