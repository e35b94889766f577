-- When the database was last saved elsewhere, whoever did it.

CREATE TABLE backup_made (
    made_at bigint NOT NULL,
    PRIMARY KEY (made_at)
){{plain}};
