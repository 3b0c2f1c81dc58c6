/** Where it happened: a map with a time slider, and tables that say the same. */
import type { MapPlace, MapView, OccurrenceView, Status } from "../api/types.js";
import { useApi } from "../api/use-api.js";
import type { PageProps } from "../app.js";
import { placeId, REGIONS, type Region, WorldMap } from "../charts/world-map.js";
import { Act } from "../components/act.js";
import { ChartFigure } from "../components/chart-figure.js";
import { useNames } from "../components/countries.js";
import { Head } from "../components/head.js";
import { Pill } from "../components/pill.js";
import { Answer, Bones, Nothing } from "../components/states.js";
import { TimeSlider } from "../components/time-slider.js";
import { useWidth } from "../components/use-width.js";
import { csvOf } from "../format/csv.js";
import { formatCount } from "../format/numbers.js";
import { setQuery } from "../url/location.js";
import { changeQuery, formatPath } from "../url/route.js";

const SOURCE =
  "Acts by place, of those whose place is told to a town or nearer; the larger the more. Countries: the darker, the more acts. Borders: Natural Earth, as it has them, without a claim to be right.";
const ROWS = 60;

export function MapPage({ route: { query } }: PageProps) {
  const status = useApi<Status>("/api/status");
  const asked = changeQuery(new URLSearchParams(), { from: query.get("from"), until: query.get("until") });
  const loaded = useApi<MapView>(`/api/map?${asked}`);
  const { first, last } = status.data ?? { first: null, last: null };
  return (
    <>
      <Head kind="Map" tab="Map" title="Where it happened" />
      {first !== null && last !== null && <TimeSlider first={first} last={last} query={query} />}
      <Answer loaded={loaded} bones={<Bones isTall lines={5} />}>
        {(view) =>
          view.countries.length === 0 ? <Nothing kind="nothing-happened" /> : <Body view={view} query={query} />
        }
      </Answer>
    </>
  );
}

function Body({ view, query }: { view: MapView; query: URLSearchParams }) {
  const [box, width] = useWidth<HTMLDivElement>(1100);
  const region: Region = (Object.keys(REGIONS) as Region[]).find((name) => name === query.get("region")) ?? "world";
  const chosen = query.get("place");
  const place = view.places.find((one) => placeId(one) === chosen);
  const choose = (id: string | null) => setQuery({ place: id });
  return (
    <>
      <fieldset class="switches">
        <legend class="unseen">Part of the world</legend>
        {(Object.keys(REGIONS) as Region[]).map((name) => (
          <Pill key={name} isOn={name === region} onTurn={() => setQuery({ region: name === "world" ? null : name })}>
            {REGIONS[name].name}
          </Pill>
        ))}
      </fieldset>
      <ChartFigure name="map" source={SOURCE} csv={() => placesCsv(view)}>
        <div ref={box}>
          <WorldMap view={view} region={region} width={width} chosen={chosen} onChoose={choose} />
        </div>
      </ChartFigure>
      {place && <PlaceActs place={place} />}
      <div class="cols even below">
        <PlaceTable places={view.places} chosen={chosen} onChoose={choose} />
        <CountryTable view={view} />
      </div>
    </>
  );
}

const placesCsv = ({ places }: MapView) =>
  csvOf(
    [
      "place",
      "country",
      "latitude",
      "longitude",
      "acts",
      "verbal_cooperation",
      "material_cooperation",
      "verbal_conflict",
      "material_conflict",
    ],
    places.map((place) => [
      place.name,
      place.country ?? "",
      place.latitude,
      place.longitude,
      place.acts,
      ...place.quad,
    ]),
  );

const ACTS_SHOWN = 8;

function PlaceActs({ place }: { place: MapPlace }) {
  return (
    <section class="below">
      <h2>
        <bdi>In {place.name}</bdi>
      </h2>
      {place.keys.slice(0, ACTS_SHOWN).map((key) => (
        <OneAct key={key} id={key} />
      ))}
      {place.acts > ACTS_SHOWN && (
        <p class="meta">
          <a class="link" href={formatPath(["search"], { place: place.name })}>
            all {formatCount(place.acts)} acts
          </a>
        </p>
      )}
    </section>
  );
}

function OneAct({ id }: { id: string }) {
  const loaded = useApi<OccurrenceView>(formatPath(["api", "occurrences", id]));
  return (
    <Answer loaded={loaded} bones={<Bones lines={1} />}>
      {({ occurrence, tellings }) => (
        <Act row={occurrence} sentence={occurrence.sentence ?? tellings[0]?.sentence ?? null} />
      )}
    </Answer>
  );
}

function PlaceTable({
  places,
  chosen,
  onChoose,
}: {
  places: readonly MapPlace[];
  chosen: string | null;
  onChoose: (id: string | null) => void;
}) {
  const nameOf = useNames();
  return (
    <section>
      <h2>Places</h2>
      <section class="scroll tall" tabIndex={0} aria-label="Acts by place">
        <table>
          <thead>
            <tr>
              <th>Place</th>
              <th>Country</th>
              <th class="num">Cooperation</th>
              <th class="num">Conflict</th>
            </tr>
          </thead>
          <tbody>
            {places.slice(0, ROWS).map((place) => (
              <tr key={placeId(place)}>
                <td>
                  <button
                    type="button"
                    class="link-button"
                    aria-pressed={placeId(place) === chosen}
                    onClick={() => onChoose(placeId(place) === chosen ? null : placeId(place))}
                  >
                    <bdi>{place.name}</bdi>
                  </button>
                </td>
                <td class="meta">{nameOf(place.country)}</td>
                <td class="num coop">{formatCount(place.quad[0] + place.quad[1])}</td>
                <td class="num conf">{formatCount(place.quad[2] + place.quad[3])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {places.length > ROWS && (
        <p class="meta">
          The first {ROWS} of {formatCount(places.length)}; the CSV holds all.
        </p>
      )}
    </section>
  );
}

function CountryTable({ view }: { view: MapView }) {
  const nameOf = useNames();
  return (
    <section>
      <h2>Countries</h2>
      <section class="scroll tall" tabIndex={0} aria-label="Acts by country">
        <table>
          <thead>
            <tr>
              <th>Country</th>
              <th class="num">Acts</th>
              <th class="num">Cooperation</th>
              <th class="num">Conflict</th>
            </tr>
          </thead>
          <tbody>
            {view.countries.slice(0, ROWS).map((country) => (
              <tr key={country.code}>
                <td>
                  <a href={formatPath(["relations"], { of: country.code })}>{nameOf(country.code)}</a>
                </td>
                <td class="num">{formatCount(country.acts)}</td>
                <td class="num coop">{formatCount(country.cooperation)}</td>
                <td class="num conf">{formatCount(country.conflict)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}
