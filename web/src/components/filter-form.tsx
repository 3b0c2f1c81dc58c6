/** The command line's filters as a form; what is set stands in the address and nowhere else. */
import { navigate } from "../url/location.js";
import { changeQuery } from "../url/route.js";

export type Filter =
  | "q"
  | "publisher"
  | "since"
  | "until"
  | "actor"
  | "recipient"
  | "pair"
  | "type"
  | "quad"
  | "status"
  | "claimed-by"
  | "min-confidence";

const LABELS: Readonly<Record<Filter, string>> = {
  q: "words",
  publisher: "outlet",
  since: "since",
  until: "until",
  actor: "actor",
  recipient: "recipient",
  pair: "pair",
  type: "type of act",
  quad: "class",
  status: "status",
  "claimed-by": "claimed by",
  "min-confidence": "at least this sure",
};

const PLACEHOLDERS: Readonly<Partial<Record<Filter, string>>> = {
  pair: "RUS,CHN",
  type: "SANCTION",
  actor: "RUS, Lavrov",
  recipient: "UKR",
  "min-confidence": "0.7",
  status: "actual",
  quad: "1 – 4",
};

export function FilterForm({ query, fields }: { query: URLSearchParams; fields: readonly Filter[] }) {
  const submit = (event: Event & { currentTarget: HTMLFormElement }) => {
    event.preventDefault();
    const values = new FormData(event.currentTarget);
    const changes = Object.fromEntries(fields.map((field) => [field, String(values.get(field) ?? "").trim()]));
    navigate(`${location.pathname}?${changeQuery(query, { ...changes, cursor: null })}`);
  };
  return (
    <form class="form screen" onSubmit={submit} key={query.toString()}>
      {fields.map((field) => (
        <label key={field} htmlFor={`filter-${field}`} class={field === "q" ? "wide" : ""}>
          {LABELS[field]}
          <FilterInput field={field} value={query.get(field) ?? ""} />
        </label>
      ))}
      <button type="submit" class="button">
        Find
      </button>
    </form>
  );
}

function FilterInput({ field, value }: { field: Filter; value: string }) {
  const known = { id: `filter-${field}`, class: "field", name: field, defaultValue: value };
  if (field === "since" || field === "until") return <input {...known} type="date" />;
  return <input {...known} placeholder={PLACEHOLDERS[field] ?? ""} />;
}
