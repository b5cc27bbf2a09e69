-- Sessions know who attended from the roster and for which team, outings their team; old ones of which only figures are known.
ALTER TABLE training ADD COLUMN materials_signed INTEGER;
ALTER TABLE training ADD COLUMN sign_sheet_filed INTEGER;
ALTER TABLE training ADD COLUMN household_present INTEGER;
ALTER TABLE training ADD COLUMN vehicle_present INTEGER;
ALTER TABLE training ADD COLUMN street_present INTEGER;
ALTER TABLE training ADD COLUMN building_present INTEGER;
ALTER TABLE training ADD COLUMN shop_present INTEGER;
ALTER TABLE training_attendance ADD COLUMN member TEXT;
ALTER TABLE training_attendance ADD COLUMN team TEXT;
CREATE INDEX training_attendance_member ON training_attendance (member);
CREATE TABLE training_audience (
  k INTEGER PRIMARY KEY,
  parent INTEGER NOT NULL REFERENCES training (k) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  absent TEXT NOT NULL,
  unit TEXT
) STRICT;
CREATE INDEX training_audience_parent ON training_audience (parent, position);
CREATE INDEX training_stage ON training (stage, locked);
UPDATE training SET stage = CASE WHEN
  EXISTS (SELECT 1 FROM training_attendance a WHERE a.parent = training.k AND a.state IS NOT NULL)
  OR (count_only = 1 AND counted_present IS NOT NULL)
  OR (form = 'handbook' AND materials IS NOT NULL)
  THEN 'held' ELSE 'planned' END;
UPDATE training_attendance SET
  team = CASE post WHEN '联户长' THEN 'household' WHEN '联车长' THEN 'vehicle' WHEN '联防长' THEN 'street' WHEN '楼户长' THEN 'building' ELSE 'shop' END,
  post = NULL
  WHERE post IN ('联户长', '联车长', '联防长', '楼户长', '联铺长');
UPDATE training SET (household_present, vehicle_present, street_present, building_present, shop_present) = (
  SELECT sum(a.team = 'household'), sum(a.team = 'vehicle'), sum(a.team = 'street'), sum(a.team = 'building'), sum(a.team = 'shop')
  FROM (SELECT NULL AS team UNION ALL SELECT team FROM training_attendance WHERE parent = training.k AND state IN ('present', 'substitute')) a
);
UPDATE training SET
  household_present = coalesce(household_present, 0),
  vehicle_present = coalesce(vehicle_present, 0),
  street_present = coalesce(street_present, 0),
  building_present = coalesce(building_present, 0),
  shop_present = coalesce(shop_present, 0);
-- One figure of one team is that team's; one figure of several cannot be told apart.
UPDATE training SET
  household_present = CASE WHEN teams LIKE '%"household"%' THEN iif(json_array_length(teams) = 1, coalesce(counted_present, 0), NULL) ELSE household_present END,
  vehicle_present = CASE WHEN teams LIKE '%"vehicle"%' THEN iif(json_array_length(teams) = 1, coalesce(counted_present, 0), NULL) ELSE vehicle_present END,
  street_present = CASE WHEN teams LIKE '%"street"%' THEN iif(json_array_length(teams) = 1, coalesce(counted_present, 0), NULL) ELSE street_present END,
  building_present = CASE WHEN teams LIKE '%"building"%' THEN iif(json_array_length(teams) = 1, coalesce(counted_present, 0), NULL) ELSE building_present END,
  shop_present = CASE WHEN teams LIKE '%"shop"%' THEN iif(json_array_length(teams) = 1, coalesce(counted_present, 0), NULL) ELSE shop_present END
  WHERE count_only = 1;
ALTER TABLE city_training ADD COLUMN household_present INTEGER;
ALTER TABLE city_training ADD COLUMN vehicle_present INTEGER;
ALTER TABLE city_training ADD COLUMN street_present INTEGER;
ALTER TABLE city_training ADD COLUMN building_present INTEGER;
ALTER TABLE city_training ADD COLUMN shop_present INTEGER;
ALTER TABLE visit ADD COLUMN team TEXT;
ALTER TABLE visit ADD COLUMN count_only INTEGER;
ALTER TABLE visit ADD COLUMN counted_households INTEGER;
ALTER TABLE visit ADD COLUMN counted_people INTEGER;
ALTER TABLE visit ADD COLUMN counted_leaflets INTEGER;
ALTER TABLE visit ADD COLUMN sheet_filed INTEGER;
ALTER TABLE visit ADD COLUMN open_matter_count INTEGER;
ALTER TABLE visit_household ADD COLUMN matter_done_on TEXT;
CREATE INDEX visit_team ON visit (team, locked);
CREATE INDEX visit_open_matter_count ON visit (open_matter_count, locked);
UPDATE visit SET open_matter_count = (
  SELECT count(*) FROM visit_household h WHERE h.parent = visit.k AND h.matter IS NOT NULL AND h.matter_result IS NULL
);
-- A list of doors to go to is a plan, and counts for nothing until something is written at one of them.
CREATE INDEX visit_stage ON visit (stage, locked);
UPDATE visit SET stage = CASE WHEN
  sheet_filed = 1
  OR (count_only = 1 AND counted_households IS NOT NULL)
  OR NOT EXISTS (SELECT 1 FROM visit_household h WHERE h.parent = visit.k)
  OR EXISTS (SELECT 1 FROM visit_household h WHERE h.parent = visit.k
    AND coalesce(h.people_met, h.leaflets, h.request, h.handled_on_spot, h.matter) IS NOT NULL)
  THEN 'visited' ELSE 'planned' END;
UPDATE visit SET household_count = 0 WHERE stage = 'planned';
ALTER TABLE city_visit ADD COLUMN team TEXT;
ALTER TABLE city_visit ADD COLUMN count_only INTEGER;
ALTER TABLE city_visit ADD COLUMN open_matter_count INTEGER;
CREATE INDEX city_visit_team ON city_visit (team);
CREATE INDEX city_visit_open_matter_count ON city_visit (open_matter_count);
-- Columns the figures are added up from (统计).
ALTER TABLE training ADD COLUMN undivided_present INTEGER;
ALTER TABLE city_training ADD COLUMN undivided_present INTEGER;
ALTER TABLE visit ADD COLUMN done_matter_count INTEGER;
ALTER TABLE city_visit ADD COLUMN done_matter_count INTEGER;
UPDATE training SET undivided_present = coalesce(counted_present, 0) WHERE count_only = 1 AND json_array_length(teams) > 1;
-- Rows of before the teams had figures of their own: one team's are its own, several teams' cannot be told apart.
UPDATE city_training SET
  household_present = CASE WHEN teams NOT LIKE '%"household"%' THEN 0 WHEN json_array_length(teams) = 1 THEN present_count END,
  vehicle_present = CASE WHEN teams NOT LIKE '%"vehicle"%' THEN 0 WHEN json_array_length(teams) = 1 THEN present_count END,
  street_present = CASE WHEN teams NOT LIKE '%"street"%' THEN 0 WHEN json_array_length(teams) = 1 THEN present_count END,
  building_present = CASE WHEN teams NOT LIKE '%"building"%' THEN 0 WHEN json_array_length(teams) = 1 THEN present_count END,
  shop_present = CASE WHEN teams NOT LIKE '%"shop"%' THEN 0 WHEN json_array_length(teams) = 1 THEN present_count END
  WHERE household_present IS NULL AND vehicle_present IS NULL AND street_present IS NULL
    AND building_present IS NULL AND shop_present IS NULL;
UPDATE city_training SET undivided_present = present_count WHERE json_array_length(teams) > 1 AND (
  (household_present IS NULL AND teams LIKE '%"household"%') OR (vehicle_present IS NULL AND teams LIKE '%"vehicle"%')
  OR (street_present IS NULL AND teams LIKE '%"street"%') OR (building_present IS NULL AND teams LIKE '%"building"%')
  OR (shop_present IS NULL AND teams LIKE '%"shop"%'));
UPDATE visit SET done_matter_count = matter_count - open_matter_count;
UPDATE city_visit SET done_matter_count = matter_count - open_matter_count;
