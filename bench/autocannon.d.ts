/** What the load test uses of autocannon, which brings no types. */
declare module "autocannon" {
  interface Result {
    readonly latency: { readonly p50: number; readonly p97_5: number; readonly max: number };
    readonly requests: { readonly average: number; readonly total: number };
    readonly errors: number;
    readonly timeouts: number;
    readonly non2xx: number;
  }
  interface Options {
    readonly url: string;
    readonly connections: number;
    /** Seconds. */
    readonly duration?: number;
    /** Requests in all, in place of a duration. */
    readonly amount?: number;
    readonly requests: readonly { readonly method: "GET"; readonly path: string }[];
  }
  function autocannon(options: Options): Promise<Result>;
  export = autocannon;
}
