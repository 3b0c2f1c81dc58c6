/** The module that `world-atlas.ts` makes at build time. */
declare module "virtual:world" {
  export const world: import("topojson-specification").Topology;
}
