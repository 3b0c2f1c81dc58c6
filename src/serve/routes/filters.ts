/** The command line's filters as parameters, the same for every list. */
import type { Filter } from "../../archive/index.js";
import {
  chance,
  count,
  country,
  flag,
  key,
  oneOf,
  type Parameter,
  several,
  since,
  until,
  words,
} from "../parameters.js";
import { LIMITS } from "../settings.js";
import type { Values } from "../values.js";

const STATUSES = ["actual", "historical", "future", "hypothetical", "negated"] as const;

export const FILTERS: readonly Parameter[] = [
  several(words("actor", "who does it: a country's code, or anybody's name or key")),
  several(words("recipient", "to whom")),
  words("pair", "two countries that deal with one another, such as RUS,CHN"),
  several(words("type", "type of event, such as CONSULT")),
  several(count("quad", "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict", 1, 4)),
  several(words("mode", "mode of event, such as visit")),
  several(words("context", "context of event, such as military")),
  several(oneOf("status", "whether it has happened", STATUSES)),
  several(words("claimed-by", 'who says so, first or at second hand; "report" for the report itself')),
  since(),
  until(),
  several(words("place", "where: a place, a division or a country's code")),
  chance("min-confidence", "at least so sure"),
  key("report", "key of the report", 64),
  words("text", 'words that the report has: gas pipeline, "gas pipeline", pipe*, -oil'),
  several(words("publisher", "publisher of the report")),
  flag("copies", "0: without near-copies of other reports"),
];

export const PAGING: readonly Parameter[] = [
  oneOf("order", "the latest first, or in order of arrival", ["latest", "arrival"]),
  words("cursor", 'where to go on: the "next" of the last answer'),
  count(
    "limit",
    `rows: of a page of JSON ${LIMITS.page} by default and at most ${LIMITS.pageMost}, of a table ${LIMITS.table} by default`,
    1,
    LIMITS.tableMost,
  ),
  oneOf("format", "form of the answer, where Accept does not name it", ["json", "csv", "parquet"]),
];

const COUNTRY = country("pair", "two countries");

/** The archive's filter of a question's parameters. */
export function filterOf(values: Values, world: Parameters<Parameter["parse"]>[1]): Filter {
  const pair = values.text("pair")?.split(",") ?? [];
  const [a = "", b = ""] = pair.map((side) => COUNTRY.parse(side.trim(), world) as string);
  const given = {
    actor: values.texts("actor"),
    recipient: values.texts("recipient"),
    pair: pair.length > 0 ? [a, b] : undefined,
    type: values.texts("type")?.map((type) => type.toUpperCase()),
    quad: values.numbers("quad"),
    mode: values.texts("mode"),
    context: values.texts("context"),
    status: values.texts("status"),
    claimedBy: values.texts("claimed-by"),
    since: values.text("since"),
    until: values.text("until"),
    place: values.texts("place"),
    minConfidence: values.number("min-confidence"),
    report: values.text("report"),
    text: values.text("text") ?? values.text("q"),
    publisher: values.texts("publisher"),
    copies: values.flag("copies") === false ? false : undefined,
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Filter;
}
