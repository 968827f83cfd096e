-- One row per run of numbers: a day of a unit, a series of a year, a year of a branch.
CREATE TABLE lease_counters (
  scope text PRIMARY KEY,
  next_number integer NOT NULL
);
CREATE TABLE lease_requests (
  desk_id text NOT NULL REFERENCES desks,
  request_id text NOT NULL,
  reply text NOT NULL,
  PRIMARY KEY (desk_id, request_id)
);
CREATE TABLE leases (
  lease_id text PRIMARY KEY,
  desk_id text NOT NULL REFERENCES desks,
  kind text NOT NULL,
  scope text NOT NULL,
  from_number integer NOT NULL,
  to_number integer NOT NULL,
  body text NOT NULL,
  UNIQUE (scope, from_number)
);
