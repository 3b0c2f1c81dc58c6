/** What a writer must remember: which reports and actors the archive has, and their numbers. */
import { type Entity, hashText } from "../reading/index.js";
import type { Database } from "./database.js";
import { KeyTable } from "./key-table.js";
import { findRows, streamRows } from "./query-rows.js";

export class Ledger {
  readonly #reports = new KeyTable();
  readonly #actors = new KeyTable();
  #nextReport = 1;
  #nextActor = 1;

  /** Learns what an archive has. */
  static async learn(database: Database, path: string): Promise<Ledger> {
    const ledger = new Ledger();
    const reports = streamRows<{ report: number; key: Uint8Array }>(
      database,
      "SELECT report, key FROM store.reports",
      path,
    );
    for await (const { report, key } of reports) ledger.#keep(Buffer.from(key).readBigUInt64BE(0), report);
    const actors = "SELECT actor, key FROM store.actors";
    for (const { actor, key } of await findRows<{ actor: number; key: bigint }>(database, actors, path)) {
      ledger.#actors.set(BigInt(key), actor);
      ledger.#nextActor = Math.max(ledger.#nextActor, actor + 1);
    }
    return ledger;
  }

  get size(): number {
    return this.#reports.size;
  }

  /** Number of the report of this key, null where it is not there. */
  find(key: string): number | null {
    return this.#reports.find(headOf(key));
  }

  /** The number of a new report. */
  addReport(key: string): number {
    const report = this.#nextReport;
    this.#keep(headOf(key), report);
    return report;
  }

  /** The actor's number and key, and whether it is a new one. */
  settleActor(entity: Pick<Entity, "name" | "kind" | "country">): { actor: number; key: bigint; isNew: boolean } {
    const key = headOf(actorKey(entity));
    const found = this.#actors.find(key);
    if (found !== null) return { actor: found, key, isNew: false };
    const actor = this.#nextActor++;
    this.#actors.set(key, actor);
    return { actor, key, isNew: true };
  }

  #keep(head: bigint, report: number): void {
    this.#reports.set(head, report);
    this.#nextReport = Math.max(this.#nextReport, report + 1);
  }
}

/** 64 bits of a key's hex digits, which are those of a hash. */
function headOf(key: string): bigint {
  return BigInt(`0x${key.slice(0, 16)}`);
}

/** An actor is whoever has the same name, kind and country in all reports. */
export function actorKey({ name, kind, country }: Pick<Entity, "name" | "kind" | "country">): string {
  return hashText(`actor\n${kind}\n${country ?? ""}\n${name}`).slice(0, 16);
}
