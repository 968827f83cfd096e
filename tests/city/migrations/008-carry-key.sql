-- X25519, for files that are carried by hand; the newest is told to the desks, older ones still open what was on its way.
CREATE TABLE carry_keys (
  key_id text PRIMARY KEY,
  secret text NOT NULL,
  made_at timestamptz NOT NULL DEFAULT now()
);
