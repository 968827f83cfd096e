-- 007 forgot of every dossier that it was whole. Those with pages are sent again and called whole again; those without
-- any have nothing that could be sent.
UPDATE dossiers SET complete_seq = content_seq
 WHERE complete_seq IS NULL
   AND NOT EXISTS (SELECT 1 FROM dossier_pages p WHERE p.dossier_id = dossiers.dossier_id);
