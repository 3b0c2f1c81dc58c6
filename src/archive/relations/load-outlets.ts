/** Who owns an outlet, and whose side it tells. */
import { type Assets, tableOf } from "../../assets/index.js";
import { foldPublisher, type Outlet, type Outlets } from "./switches.js";

/** `data/outlets.tsv` by folded publisher. */
export function loadOutlets(assets: Pick<Assets, "tables">): Outlets {
  const outlets = tableOf(assets, "outlets").rows.map(({ cells }): Outlet => {
    const { publisher = "", country = "", owner = "unknown", agency, side = "" } = cells;
    return {
      publisher,
      country: country === "" ? null : country,
      owner: owner as Outlet["owner"],
      agency: agency === "yes",
      side: side === "" ? null : side,
    };
  });
  return new Map(outlets.map((outlet) => [foldPublisher(outlet.publisher), outlet]));
}
