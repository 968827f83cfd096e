-- The bytes lie beside the database under the name that is their hash. `complete_at` is set only after hashing them.
CREATE TABLE pages (
  sha256 text PRIMARY KEY,
  byte_length integer NOT NULL,
  upload text NOT NULL,
  complete_at timestamptz
);
