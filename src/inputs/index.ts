/** Door of the inputs layer: whatever comes in, as reports. */
export { demandDecoder } from "./charset.js";
export { decodeText, decodeUtf8, utf16Encoding } from "./decode-text.js";
export { type FetchOptions, fetchInput } from "./fetch-input.js";
export { type Format, formatOf, isReadable, KNOWN_ENDINGS } from "./formats.js";
export { collectBytes, type Found, type InputFile, type ReadOptions } from "./input-file.js";
export { type InputLine, readLines } from "./input-lines.js";
export { isJsonFeed, type JsonFeed } from "./json-feed.js";
export { isKillNotice } from "./kill-notice.js";
export { type DocumentFormat, readDocument, readFeedObject } from "./read-document.js";
export { type Unpacked, unpack } from "./unpack.js";
