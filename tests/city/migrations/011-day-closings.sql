-- The last account of each desk's day; `city_count` is what the desk had heard by then.
CREATE TABLE day_closings (
  desk_id text NOT NULL REFERENCES desks,
  day date NOT NULL,
  seq integer NOT NULL,
  paper_count integer NOT NULL,
  desk_count integer NOT NULL,
  city_count integer NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (desk_id, day)
);
