/** The command line's entry. */
import { runProgram } from "./program.js";

await runProgram(process.argv);
