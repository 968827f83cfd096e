-- A new row whenever the city may have forgotten what it lent: from then on numbers are lent `slot` strides further on.
-- `mark`: by what the database knows itself; a restored or copied one has another.
CREATE TABLE lending_periods (
  slot integer PRIMARY KEY,
  began_at timestamptz NOT NULL DEFAULT now(),
  mark text NOT NULL,
  why text NOT NULL
);
ALTER TABLE lease_counters ADD COLUMN slot integer NOT NULL DEFAULT 0;
CREATE INDEX leases_by_scope ON leases (scope, to_number);
