/** One occurrence: all its tellings side by side, who asserts it, who denies it, through whom we have it. */
import type { OccurrenceView, TellingView } from "../api/types.js";
import { useApi } from "../api/use-api.js";
import type { PageProps } from "../app.js";
import { useNames } from "../components/countries.js";
import { Head } from "../components/head.js";
import { Quote } from "../components/sentence.js";
import { Answer, Bones } from "../components/states.js";
import { countriesOf, formatActors, formatList, formatType, pairPath, QUAD_NAMES } from "../format/acts.js";
import { formatDate, formatShort } from "../format/dates.js";
import { formatPlural, formatSigned, formatSure } from "../format/numbers.js";
import { formatPath } from "../url/route.js";

export function OccurrencePage({ route }: PageProps) {
  const loaded = useApi<OccurrenceView>(formatPath(["api", "occurrences", route.params[0] ?? ""]));
  return (
    <Answer loaded={loaded} bones={<Bones lines={10} />}>
      {(view) => <Body view={view} />}
    </Answer>
  );
}

function Body({ view: { occurrence, tellings } }: { view: OccurrenceView }) {
  const quad = occurrence.quad;
  const title = [formatActors(occurrence.actors), formatActors(occurrence.recipients)]
    .filter((part) => part !== "")
    .join(" → ");
  const place = formatList(occurrence.places.filter((name) => name !== ""));
  const when = occurrence.dateEnd === null ? occurrence.date : `${occurrence.date}/${occurrence.dateEnd}`;
  return (
    <>
      <Head
        kind={`Occurrence · ${formatType(occurrence.type, occurrence.modes)}`}
        tab={title}
        title={<bdi>{title === "" ? formatType(occurrence.type) : title}</bdi>}
        figure={
          <>
            <p class={`big num ${quad < 3 ? "coop" : "conf"}`}>{formatSigned(occurrence.score)}</p>
            <p class="meta">{QUAD_NAMES[quad]}</p>
          </>
        }
      >
        <p class="meta">
          {formatDate(when)}
          {place !== "" && (
            <>
              {" "}
              · <bdi>{place}</bdi>
            </>
          )}{" "}
          · {occurrence.status} · {formatPlural(tellings.length, "telling")},{" "}
          {formatPlural(occurrence.outlets, "independent outlet")}
        </p>
        <PairLinks view={{ occurrence, tellings }} />
      </Head>
      <Voices tellings={tellings} />
      <div class="tellings">
        {tellings.map((telling) => (
          <TellingCard key={`${telling.report}${telling.event}`} telling={telling} quad={quad} />
        ))}
      </div>
      <p class="meta below">Taken for one occurrence because: {occurrence.merged}.</p>
    </>
  );
}

function PairLinks({ view: { occurrence } }: { view: OccurrenceView }) {
  const nameOf = useNames();
  const pairs = countriesOf(occurrence.actors).flatMap((a) =>
    countriesOf(occurrence.recipients)
      .filter((b) => a !== b)
      .map((b) => [a, b] as const),
  );
  const day = occurrence.date?.slice(0, 10);
  if (pairs.length === 0) return null;
  return (
    <p class="meta">
      In the relation of{" "}
      {pairs.slice(0, 4).map(([a, b], i) => (
        <span key={`${a}${b}`}>
          {i > 0 && ", "}
          <a class="link" href={`${pairPath(a, b)}${day ? `?span=${day}/${day}` : ""}`}>
            {nameOf(a)} and {nameOf(b)}
          </a>
        </span>
      ))}
    </p>
  );
}

/** Who stands for it and who against it, in one line each. */
function Voices({ tellings }: { tellings: readonly TellingView[] }) {
  const speakersOf = (claim: TellingView["claim"]) => [
    ...new Set(tellings.filter((one) => one.claim === claim).flatMap((one) => one.claimChain[0]?.speakers ?? [])),
  ];
  const own = [
    ...new Set(tellings.filter((one) => one.claim === "report").map((one) => one.publisher ?? "an unnamed outlet")),
  ];
  const rows: readonly (readonly [string, readonly string[]])[] = [
    ["told as a fact by", own],
    ["asserted by", speakersOf("claimed")],
    ["denied by", speakersOf("denied")],
  ];
  return (
    <dl class="voices">
      {rows.map(([label, who]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{who.length === 0 ? <span class="meta">none</span> : <bdi>{formatList(who)}</bdi>}</dd>
        </div>
      ))}
    </dl>
  );
}

const CLAIM_WORDS = { report: "the report’s own word", claimed: "a claim", denied: "denied" } as const;

function TellingCard({ telling, quad }: { telling: TellingView; quad: number }) {
  const href = formatPath(["report", telling.report], { event: telling.event });
  return (
    <article class={`telling ${telling.claim === "report" ? "report-own" : telling.claim}`}>
      <p class="meta">
        <b>
          <bdi>{telling.publisher ?? "unnamed outlet"}</bdi>
        </b>{" "}
        · {formatShort(telling.published?.slice(0, 10) ?? null)} · {CLAIM_WORDS[telling.claim]}
      </p>
      <Quote sentence={telling.sentence} quad={quad} href={href} />
      {telling.claimChain.length > 0 && (
        <ol class="links" aria-label="Through whom we have it">
          {telling.claimChain.map((link, i) => (
            <li key={i}>
              {i > 0 && "as told by "}
              <bdi>{link.speakers.length === 0 ? "somebody unnamed" : formatList(link.speakers)}</bdi>{" "}
              <span class="meta">{link.act}</span>
            </li>
          ))}
        </ol>
      )}
      <p class="meta">
        <a href={href}>
          <bdi>{telling.title ?? "the report"}</bdi>
        </a>
        <br />
        sure {formatSure(telling.confidence)} · <code>{telling.rule}</code>
      </p>
    </article>
  );
}
