/** Layers on and off, and who speaks in which hue. */
import type { Reading } from "../../../src/reading/index.js";
import { countLayer, LAYER_NAMES, LAYERS, type LayerName, turnLayer } from "./layers.js";
import type { Speaker } from "./statements-shown.js";

const SPEAKERS_SHOWN = 7;

interface Props {
  readonly reading: Reading;
  readonly shown: ReadonlySet<LayerName>;
  readonly speakers: readonly Speaker[];
}

export function LayerPanel({ reading, shown, speakers }: Props) {
  return (
    <div class="layers">
      <p class="caps">Show</p>
      <div class="layer-list">
        {LAYERS.map((layer) => (
          <button
            key={layer}
            type="button"
            class={`layer layer-${layer}`}
            aria-pressed={shown.has(layer)}
            onClick={() => turnLayer(shown, layer)}
          >
            <i />
            {LAYER_NAMES[layer]} <span class="num">{countLayer(reading, layer)}</span>
          </button>
        ))}
      </div>
      {speakers.length > 0 && shown.has("statements") && (
        <div class="speakers">
          <p class="caps">Speakers</p>
          <ul>
            {speakers.slice(0, SPEAKERS_SHOWN).map((speaker) => (
              <li key={speaker.id} class={`sp-${speaker.hue}`}>
                <bdi>{speaker.name}</bdi> <span class="num">{speaker.count}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      <p class="meta keys-hint">
        <kbd>j</kbd> <kbd>k</kbd> next, previous event
        <br />
        <kbd>e</kbd> explain &ensp;<kbd>?</kbd> all keys
      </p>
    </div>
  );
}
