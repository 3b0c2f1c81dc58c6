/** The switches of a relation: whose word counts, and how often. Each is a value of the address. */
import type { Outlet, Relation } from "../api/types.js";
import { useNames } from "../components/countries.js";
import { Pill } from "../components/pill.js";
import { setQuery } from "../url/location.js";

const OUTLETS_SHOWN = 4;

export function Switches({ relation, query }: { relation: Relation; query: URLSearchParams }) {
  const nameOf = useNames();
  const states = [
    ...new Set(
      relation.outlets
        .filter((outlet) => outlet.owner === "state" && outlet.country !== null)
        .map((outlet) => outlet.country ?? ""),
    ),
  ];
  const outlets = [...relation.outlets].sort((a, b) => b.acts - a.acts).slice(0, OUTLETS_SHOWN);
  const isAll = !query.has("without") && !query.has("without-state");
  return (
    <fieldset class="switches">
      <legend class="unseen">Whose word counts</legend>
      <Pill isOn={isAll} onTurn={() => setQuery({ without: null, "without-state": null })}>
        all outlets
      </Pill>
      {states.map((code) => (
        <Many key={code} query={query} name="without-state" value={code}>
          without {nameOf(code)}’s state media
        </Many>
      ))}
      {outlets.length > 1 &&
        outlets.map((outlet: Outlet) => (
          <Many key={outlet.publisher} query={query} name="without" value={outlet.publisher}>
            without {outlet.publisher}
          </Many>
        ))}
      <One query={query} name="first-hand" value="1">
        first-hand only
      </One>
      <Pill
        isOn={query.get("copies") !== "all"}
        onTurn={() => setQuery({ copies: query.get("copies") === "all" ? null : "all" })}
      >
        copies counted once
      </Pill>
      <One query={query} name="claims" value="0">
        without claims
      </One>
    </fieldset>
  );
}

interface SwitchProps {
  readonly query: URLSearchParams;
  readonly name: string;
  readonly value: string;
  readonly children: preact.ComponentChildren;
}

function Many({ query, name, value, children }: SwitchProps) {
  const on = query.getAll(name);
  const isOn = on.includes(value);
  const turn = () => setQuery({ [name]: isOn ? on.filter((one) => one !== value) : [...on, value] });
  return (
    <Pill isOn={isOn} onTurn={turn}>
      {children}
    </Pill>
  );
}

function One({ query, name, value, children }: SwitchProps) {
  const isOn = query.get(name) === value;
  return (
    <Pill isOn={isOn} onTurn={() => setQuery({ [name]: isOn ? null : value })}>
      {children}
    </Pill>
  );
}
