-- Whose dossier it is, to find the same citizen's open dossier for the same procedure at another desk; `elsewhere_code`:
-- the one that the desk has been told of.
ALTER TABLE dossiers ADD COLUMN personal_id text;
ALTER TABLE dossiers ADD COLUMN elsewhere_code text;
CREATE INDEX dossiers_by_person ON dossiers (personal_id, procedure_code);
