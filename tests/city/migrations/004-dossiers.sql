CREATE TABLE dossiers (
  dossier_id text PRIMARY KEY,
  desk_id text NOT NULL REFERENCES desks,
  code text NOT NULL UNIQUE,
  procedure_code text NOT NULL,
  applicant_name text NOT NULL,
  status text NOT NULL,
  received_by text,
  corrected_by text,
  received_at timestamptz NOT NULL,
  due_at timestamptz,
  -- Last event that set the papers; `complete_seq` is the one that `dossier-complete` was said for.
  content_seq integer NOT NULL,
  complete_seq integer,
  pages_wanted_seq integer
);
CREATE TABLE dossier_pages (
  dossier_id text NOT NULL REFERENCES dossiers,
  sha256 text NOT NULL,
  byte_length integer NOT NULL,
  PRIMARY KEY (dossier_id, sha256)
);
CREATE INDEX dossier_pages_by_hash ON dossier_pages (sha256);
CREATE TABLE used_numbers (
  scope text NOT NULL,
  number integer NOT NULL,
  lease_id text NOT NULL REFERENCES leases,
  dossier_id text,
  voided boolean NOT NULL,
  PRIMARY KEY (scope, number)
);
CREATE TABLE receipts (
  dossier_id text PRIMARY KEY REFERENCES dossiers,
  form text NOT NULL,
  series text NOT NULL,
  year integer NOT NULL,
  number integer NOT NULL,
  total_vnd bigint NOT NULL,
  issued_at timestamptz NOT NULL,
  UNIQUE (form, series, year, number)
);
CREATE TABLE intake_slips (
  dossier_id text PRIMARY KEY REFERENCES dossiers,
  number integer NOT NULL,
  issued_at timestamptz NOT NULL
);
