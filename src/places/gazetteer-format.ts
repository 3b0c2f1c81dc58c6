/** Layout of the packed gazetteer: what the compiler writes and the reader expects. */

export const GAZETTEER_MAGIC = 0x5a_41_47_43;
export const GAZETTEER_VERSION = 1;
/** Names are front-coded in blocks of this many; the first of each block stands in full. */
export const NAMES_IN_BLOCK = 16;
/** Magic, version, and the numbers of countries, divisions, places, blocks, and bytes of the string sections. */
export const HEADER_WORDS = 8;
/** Bytes for one place: id u32, latitude i32, longitude i32 (1e-5 degrees), population u32, division u16, country u8, kind u8. */
export const PLACE_BYTES = 20;

/** Kinds of populated place. */
export const KIND = { town: 0, seat: 1, capital: 2, section: 3 } as const;
