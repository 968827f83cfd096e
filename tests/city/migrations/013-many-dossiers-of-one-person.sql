-- Whoever files for others has thousands of dossiers of one procedure: the first open one is found by place in the index.
CREATE INDEX dossiers_of_person ON dossiers (personal_id, procedure_code, received_at);
DROP INDEX dossiers_by_person;
