CREATE TABLE city_key (
  key_id text PRIMARY KEY,
  private_jwk text NOT NULL,
  public_key text NOT NULL
);
CREATE TABLE branches (
  branch_id text PRIMARY KEY,
  body text NOT NULL
);
CREATE TABLE desks (
  desk_id text PRIMARY KEY,
  name text NOT NULL,
  branch_id text NOT NULL REFERENCES branches,
  enrolment_code text NOT NULL UNIQUE,
  public_key text,
  enrolled_at timestamptz,
  withdrawn boolean NOT NULL DEFAULT false
);
CREATE TABLE officers (
  officer_id text PRIMARY KEY,
  branch_id text NOT NULL REFERENCES branches,
  body text NOT NULL,
  salt text NOT NULL,
  hash text NOT NULL,
  cost integer NOT NULL
);
CREATE TABLE assertions_seen (
  jti text PRIMARY KEY,
  expires_at timestamptz NOT NULL
);
-- Only the hash of a token is kept.
CREATE TABLE sessions (
  token_hash text PRIMARY KEY,
  desk_id text NOT NULL REFERENCES desks,
  expires_at timestamptz NOT NULL
);
CREATE TABLE reference_versions (
  version integer PRIMARY KEY,
  body text NOT NULL
);
