-- Who began an import; absent: the command line.
ALTER TABLE import_job ADD COLUMN account_id {{uuid}};
