import { expect, test } from "vitest";
import { demandHost } from "./hosts.js";

test.each<[string | undefined, string, boolean]>([
  ["localhost:8731", "127.0.0.1", true],
  ["127.0.0.1:8731", "127.0.0.1", true],
  ["[::1]:8731", "127.0.0.1", true],
  ["LOCALHOST", "127.0.0.1", true],
  ["192.168.1.5:8731", "127.0.0.1", false],
  ["192.168.1.5:8731", "192.168.1.5", true],
  ["desk.example:8731", "desk.example", true],
  ["192.168.1.5:8731", "0.0.0.0", true],
  ["[fe80::1]:8731", "::", true],
  ["evil.example", "0.0.0.0", false],
  ["localhost.evil.example", "127.0.0.1", false],
  ["", "127.0.0.1", false],
  [undefined, "127.0.0.1", false],
])("a request for %s where the server listens on %s: %s", (host, listening, isGood) => {
  if (isGood) expect(() => demandHost(host, listening)).not.toThrow();
  else expect(() => demandHost(host, listening)).toThrow("not its own");
});
