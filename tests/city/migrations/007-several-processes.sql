-- Pages lie in the database, in pieces, so that any process takes the next one and one backup is the whole city. What
-- lay beside the database before is asked for again.
DROP TABLE pages;
UPDATE dossiers SET complete_seq = NULL, pages_wanted_seq = NULL;
CREATE TABLE pages (
  sha256 text PRIMARY KEY,
  byte_length integer NOT NULL,
  received integer NOT NULL DEFAULT 0,
  -- Set only after hashing what lies in the pieces.
  complete_at timestamptz
);
CREATE TABLE page_pieces (
  sha256 text NOT NULL REFERENCES pages ON DELETE CASCADE,
  at_byte integer NOT NULL,
  bytes bytea NOT NULL,
  PRIMARY KEY (sha256, at_byte)
);
ALTER TABLE page_pieces ALTER COLUMN bytes SET STORAGE EXTERNAL;
-- The row is the lock under which words of a desk's feed are numbered.
CREATE TABLE feed_heads (
  desk_id text PRIMARY KEY REFERENCES desks,
  last_cursor integer NOT NULL
);
INSERT INTO feed_heads SELECT desk_id, max(cursor_number) FROM feed GROUP BY desk_id;
-- Every procedure that any version of the reference data ever had.
CREATE TABLE known_procedures (code text PRIMARY KEY);
INSERT INTO known_procedures
  SELECT DISTINCT p->>'code' FROM reference_versions, json_array_elements(body::json->'procedures') AS p;
