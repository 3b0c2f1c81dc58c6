/** How it is made: codebook, formulas, scores, data, version. */
import type { CodebookType, MethodView } from "../api/types.js";
import { useApi } from "../api/use-api.js";
import { Head } from "../components/head.js";
import { Answer, Bones } from "../components/states.js";
import { formatType, QUAD_NAMES } from "../format/acts.js";
import { formatSigned } from "../format/numbers.js";
import { Formula } from "./relation-formula.js";

export function MethodPage() {
  const loaded = useApi<MethodView>("/api/method");
  return (
    <>
      <Head kind="Method" tab="Method" title="How it is made" />
      <Answer loaded={loaded} bones={<Bones lines={14} />}>
        {(method) => <Body method={method} />}
      </Answer>
    </>
  );
}

function Body({ method }: { method: MethodView }) {
  const settings = {
    halfLife: num(method, "halfLife"),
    priorActs: num(method, "priorActs"),
    priorDeviation: num(method, "priorDeviation"),
  };
  return (
    <div class="stack method">
      <section class="prose">
        <h2>From a report to a record</h2>
        <p>
          A report is split into sentences and words; a small network finds how the words hang together. From there on
          rules that can be named, and judges that were learnt from labelled acts, find who is mentioned, where and when
          it is, who says what, and who does what to whom. Every value points at the words that it was read from;{" "}
          <b>explain</b> on any event tells the rule or decision behind it. The same text gives the same record, to the
          last byte, on every machine.
        </p>
        <p>
          Saying alone is a statement, not an event. Events follow PLOVER 2.0, with the nearest CAMEO code beside; a
          chain of statements tells through whom we have a claim.
        </p>
      </section>
      <section class="prose">
        <h2>The line of a relation</h2>
        <Formula settings={settings} />
      </section>
      <Codebook types={method.codebook} />
      <ScoreTable scores={method.scores} />
      <section>
        <h2>Data and licences</h2>
        <table>
          <thead>
            <tr>
              <th>Source</th>
              <th>What for</th>
              <th>Licence</th>
            </tr>
          </thead>
          <tbody>
            {method.sources.map((source) => (
              <tr key={source.name}>
                <td>{source.name}</td>
                <td class="meta">{source.use}</td>
                <td class="meta">{source.licence}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p class="meta">{method.engine}</p>
    </div>
  );
}

const num = ({ formula }: MethodView, name: string) => Number(formula[name] ?? 0);

function Codebook({ types }: { types: readonly CodebookType[] }) {
  return (
    <section>
      <h2>Codebook</h2>
      <section class="scroll" tabIndex={0} aria-label="Types of acts">
        <table>
          <thead>
            <tr>
              <th>Act</th>
              <th>Meaning</th>
              <th>Modes</th>
              <th>Class</th>
              <th class="num">Score</th>
            </tr>
          </thead>
          <tbody>
            {types.map((one) => (
              <tr key={one.type} class={`q${one.quad}`}>
                <td class="nowrap">
                  <span class="dot" />
                  {formatType(one.type)}
                </td>
                <td>{one.gloss}</td>
                <td class="meta">{one.modes.join(", ")}</td>
                <td class="meta nowrap">{QUAD_NAMES[one.quad]}</td>
                <td class="num">{formatSigned(one.score)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

function ScoreTable({ scores }: { scores: MethodView["scores"] }) {
  return (
    <section>
      <h2>
        Scores <span class="meta">on the sets that we develop on; expect less on texts of other kinds</span>
      </h2>
      <section class="scroll tall" tabIndex={0} aria-label="Scores">
        <table>
          <thead>
            <tr>
              <th>Measured on</th>
              <th>Figure</th>
              <th class="num">Floor</th>
              <th class="num">Reached</th>
            </tr>
          </thead>
          <tbody>
            {scores.map((row, i) => (
              <tr key={i}>
                {/* Named once for all its figures, but on every row to whoever hears the table. */}
                <td>{row.scorer === scores[i - 1]?.scorer ? <span class="unseen">{row.scorer}</span> : row.scorer}</td>
                <td class="meta">{row.figure}</td>
                <td class="num meta">{row.floor}</td>
                <td class="num">{row.now}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}
