/** How the line is made, with the very settings that made it. */
import type { Relation } from "../api/types.js";

export function Formula({ settings }: { settings: Relation["settings"] }) {
  return (
    <>
      <p class="formula">
        <i>c</i>(<i>t</i>) = Σ <i>w</i> · <i>s</i> / (Σ <i>w</i> + {settings.priorActs}), &ensp;<i>w</i> = 0.5
        <sup>age / {settings.halfLife} d</sup>
      </p>
      <p>
        The mean PLOVER score <i>s</i> of the acts between the two, each act once however often it was told, weighted to
        half after {settings.halfLife} days, drawn towards 0 by a prior of {settings.priorActs} acts. Band: 90 %
        interval, from a spread of {settings.priorDeviation} where little is known.
      </p>
    </>
  );
}
