-- `raw` is the event as it came, to the letter; `statement` the signed verdict as it was given.
CREATE TABLE desk_events (
  desk_id text NOT NULL REFERENCES desks,
  seq integer NOT NULL,
  hash text NOT NULL,
  type text NOT NULL,
  raw text NOT NULL,
  outcome text NOT NULL,
  reason_code text NOT NULL,
  statement text NOT NULL,
  received_at timestamptz NOT NULL,
  PRIMARY KEY (desk_id, seq)
);
-- Another event for a number of the log that is taken: refused, and kept as evidence.
CREATE TABLE seq_conflicts (
  desk_id text NOT NULL REFERENCES desks,
  seq integer NOT NULL,
  hash text NOT NULL,
  raw text NOT NULL,
  statement text NOT NULL,
  PRIMARY KEY (desk_id, seq, hash)
);
CREATE TABLE feed (
  desk_id text NOT NULL REFERENCES desks,
  cursor_number integer NOT NULL,
  statement text NOT NULL,
  PRIMARY KEY (desk_id, cursor_number)
);
