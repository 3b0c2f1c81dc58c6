/** The map and the network: where acts happened, and who deals with whom. */
import type { MapAnswer, NetworkAnswer } from "../answers.js";
import { count, since, until } from "../parameters.js";
import type { Question, Route } from "../route.js";

const SPAN = [since("from"), until()];

export const WORLD_ROUTES: readonly Route[] = [
  {
    path: "/api/map",
    about: "acts by country and by place",
    parameters: SPAN,
    answer: "MapAnswer",
    handle: showMap,
  },
  {
    path: "/api/network",
    about: "countries and the pairs of them that deal with one another, with their closeness on the last day",
    parameters: [...SPAN, count("min", "least acts of a pair; 1 by default", 1, 1_000_000)],
    answer: "NetworkAnswer",
    handle: showNetwork,
  },
];

function spanOf({ values }: Question) {
  return { from: values.text("from") ?? "0001-01-01", until: values.text("until") ?? "9999-12-31" };
}

async function showMap(question: Question): Promise<MapAnswer> {
  const span = spanOf(question);
  return { countries: await question.archive.countries(span), places: await question.archive.places(span) };
}

async function showNetwork(question: Question): Promise<NetworkAnswer> {
  const span = spanOf(question);
  const edges = await question.archive.edges(span, question.values.number("min") ?? 1);
  const codes = new Set(edges.flatMap(({ a, b }) => [a, b]));
  const countries = await question.archive.countries(span);
  return { nodes: countries.filter(({ code }) => codes.has(code)).map(({ code, acts }) => ({ code, acts })), edges };
}
