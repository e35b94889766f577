-- The targets of clubs, people and land on :as_of as one statement over the rows of the store.
-- :baseline is the scheme's, :year_end and :july the last rated year's 31 December and 1 July.
WITH
figure AS MATERIALIZED (
    SELECT book_id, SUM(members) AS members, SUM(women) AS women, SUM(elderly) AS elderly,
           SUM(sex_unknown) AS sex_unknown, SUM(birth_unknown) AS birth_unknown,
           SUM(elderly_custom) AS elderly_custom, SUM(elderly_by_year) AS elderly_by_year,
           SUM(hardship) AS hardship, SUM(left_poverty) AS left_poverty,
           SUM(borrowers_ever) AS ever, SUM(borrowers_year) AS this_year,
           SUM(borrowers_owing) AS owing, SUM(volunteers_home_care) AS home_care,
           SUM(volunteers_economic) AS economic, SUM(cared_for) AS cared_for,
           SUM(months_met) AS months_met, SUM(capital) AS capital,
           SUM(loans_outstanding) AS loans, SUM(overdue) AS overdue,
           SUM(operating_fund) AS operating
    FROM club_day WHERE day <= :as_of GROUP BY book_id),
at_launch AS MATERIALIZED (
    SELECT d.book_id, SUM(d.capital_raised) AS raised, SUM(d.members) AS members,
           SUM(d.elderly) AS elderly
    FROM club_day d JOIN club c ON c.book_id = d.book_id
    WHERE d.day <= c.launched_on AND c.launched_on > :baseline AND c.launched_on <= :as_of
    GROUP BY d.book_id),
areas AS MATERIALIZED (
    SELECT book_id, MIN(SUM(area_income), SUM(area_health), SUM(area_home_care),
           SUM(area_mutual_help), SUM(area_rights), SUM(area_awareness), SUM(area_culture),
           SUM(area_resources)) AS least
    FROM club_day WHERE day > :year_start AND day <= :as_of GROUP BY book_id),
status AS MATERIALIZED (
    SELECT book_id, status, MAX("from") FROM club_status WHERE "from" <= :as_of GROUP BY book_id),
active AS MATERIALIZED (
    SELECT c.book_id, c.launched_on, f.*, l.raised
    FROM club c JOIN status s ON s.book_id = c.book_id AND s.status = 'active'
    JOIN figure f ON f.book_id = c.book_id LEFT JOIN at_launch l ON l.book_id = c.book_id),
reached AS MATERIALIZED (
    SELECT DISTINCT v.village, v.commune, v.old_commune, v.district
    FROM active a JOIN club_village cv ON cv.book_id = a.book_id
    JOIN village v ON v.village = cv.village),
reached_before AS MATERIALIZED (
    SELECT DISTINCT v.village, v.commune, v.old_commune, v.district
    FROM club_status s JOIN club_village cv ON cv.book_id = s.book_id
    JOIN village v ON v.village = cv.village
    WHERE s."from" <= :baseline AND s.status = 'active'),
full_now AS (
    SELECT district FROM village GROUP BY district
    HAVING COUNT(DISTINCT old_commune) =
           (SELECT COUNT(DISTINCT r.old_commune) FROM reached r
            WHERE r.district = village.district)),
full_before AS (
    SELECT district FROM village GROUP BY district
    HAVING COUNT(DISTINCT old_commune) =
           (SELECT COUNT(DISTINCT r.old_commune) FROM reached_before r
            WHERE r.district = village.district)),
commune_size AS (SELECT commune, COUNT(*) AS villages FROM village GROUP BY commune),
rated AS (
    SELECT COUNT(*) AS clubs, SUM(r.band IN ('strong', 'fair')) AS well,
           SUM(r.band = 'weak') AS weak
    FROM club c JOIN club_status s ON s.book_id = c.book_id
    LEFT JOIN club_rating r ON r.book_id = c.book_id AND r.year = :year
    WHERE s."from" <= :year_end AND s.status = 'active' AND c.launched_on < :july)
SELECT
    (SELECT COUNT(*) FROM club WHERE launched_on > :baseline AND launched_on <= :as_of) AS T1,
    SUM(CASE WHEN launched_on > :baseline THEN members ELSE 0 END) AS T2a,
    SUM(CASE WHEN launched_on > :baseline THEN elderly ELSE 0 END) AS T2b,
    (SELECT COUNT(DISTINCT commune) FROM reached) AS T3,
    (SELECT COUNT(*) FROM reached) AS T4,
    (SELECT COUNT(*) FROM full_now) - (SELECT COUNT(*) FROM full_before) AS T5,
    (SELECT COUNT(*) FROM (SELECT commune, COUNT(*) AS n FROM reached GROUP BY commune) r
     JOIN commune_size s ON s.commune = r.commune AND s.villages = r.n) AS T6,
    (SELECT well FROM rated) AS T8a,
    (SELECT weak FROM rated) AS T8b,
    SUM(members BETWEEN 50 AND 70) AS T11a,
    SUM(members > 0 AND women * 100 BETWEEN members * 60 AND members * 70) AS T11b,
    SUM(members > 0 AND elderly * 100 BETWEEN members * 60 AND members * 70) AS T11c,
    SUM(members > 0 AND (members - elderly) * 100 BETWEEN members * 30 AND members * 40) AS T11d,
    SUM(hardship) AS T11e,
    SUM(launched_on > :baseline AND raised >= 50000000) AS T12,
    SUM(ever) AS T13a,
    SUM(this_year) AS T13b,
    SUM(owing) AS T13c,
    SUM(members) AS members,
    SUM(capital) AS capital,
    SUM(loans) AS loans_outstanding,
    SUM(overdue) AS overdue,
    SUM(operating) AS operating_fund,
    SUM(home_care) + SUM(economic) AS volunteers,
    SUM(left_poverty) AS left_poverty,
    (SELECT COUNT(*) FROM areas JOIN active USING (book_id) WHERE least > 0) AS all_areas
FROM active;
