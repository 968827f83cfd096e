-- The code under which a dossier came when its desk had none left, and the final one once the desk gave it: an alias
-- for ever, so that a slip with the old code still finds its dossier.
CREATE TABLE dossier_aliases (
  provisional_code text PRIMARY KEY,
  dossier_id text NOT NULL UNIQUE REFERENCES dossiers,
  code text UNIQUE
);
-- A slip made when no slip number was left bears the dossier's code instead.
ALTER TABLE intake_slips ALTER COLUMN number DROP NOT NULL;
