/** Tables and views of the occurrences, kept beside the readings that they are made of. */

/**
 * `acts` are occurrences, `tellings` what was gathered into them, `act_sides` their parties. `decisions` are what people joined
 * and split, by telling ("report key:event key"), so that they outlive a recoding. `signs` are what a telling finds its
 * neighbours by.
 */
export const OCCURRENCE_TABLES: Readonly<Record<string, string>> = {
  acts: `act UBIGINT, "type" VARCHAR, modes VARCHAR[], quad UTINYINT, score DOUBLE, goldstein DOUBLE, status VARCHAR,
    day DATE, day_end DATE, places VARCHAR[], outlets UINTEGER, first VARCHAR, merged VARCHAR, tellings UINTEGER`,
  act_sides: "act UBIGINT, side VARCHAR, n UINTEGER, actor UBIGINT, country VARCHAR",
  tellings: `act UBIGINT, n UINTEGER, report UINTEGER, event UINTEGER, claim VARCHAR, "by" VARCHAR[], chain UINTEGER`,
  signs: `report UINTEGER, event UINTEGER, homes UINTEGER[], doors UINTEGER[], "first" INTEGER, "last" INTEGER`,
  decisions: "n UINTEGER, kind VARCHAR, one VARCHAR, other VARCHAR",
};

export const OCCURRENCE_VIEWS: Readonly<Record<string, string>> = {
  occurrences: `SELECT store.hex16(a.act) AS key, a."type", a.modes,
    coalesce((SELECT list(store.hex16(s.actor) ORDER BY s.n) FROM store.act_sides s
      WHERE s.act = a.act AND s.side = 'actor'), []) AS actors,
    coalesce((SELECT list(store.hex16(s.actor) ORDER BY s.n) FROM store.act_sides s
      WHERE s.act = a.act AND s.side = 'recipient'), []) AS recipients,
    a.day::VARCHAR AS date, a.day_end::VARCHAR AS dateEnd, a.places, a.score, a.goldstein, a.status,
    (SELECT list(struct_pack(report := lower(hex(r.key)), event := store.hex16(e.key), claim := t.claim, "by" := t."by",
        chain := t.chain) ORDER BY t.n)
      FROM store.tellings t JOIN store.reports r USING (report) JOIN store.events e ON e.report = t.report AND e.n = t.event
      WHERE t.act = a.act) AS tellings,
    a.outlets, a.first, a.merged, a.quad, a.day
    FROM store.acts a`,
  occurrence_sides: `SELECT store.hex16(s.act) AS occurrence, s.side, s.n, store.hex16(s.actor) AS actor, k.name,
    s.country, a.day, a."type", a.quad
    FROM store.act_sides s JOIN store.acts a USING (act) LEFT JOIN store.actors k ON k.key = s.actor`,
  tellings: `SELECT store.hex16(t.act) AS occurrence, t.n, lower(hex(r.key)) AS report, store.hex16(e.key) AS event,
    t.claim, t."by", t.chain, t.report AS number, t.event AS "eventNumber"
    FROM store.tellings t JOIN store.reports r USING (report)
    JOIN store.events e ON e.report = t.report AND e.n = t.event`,
};
