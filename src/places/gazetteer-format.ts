/** Layout of the packed gazetteer: what the compiler writes and the reader expects. */

export const GAZETTEER_MAGIC = 0x5a_41_47_43;
export const GAZETTEER_VERSION = 3;
/** Names are front-coded in blocks of this many; the first of each block stands in full. */
export const NAMES_IN_BLOCK = 16;
/** Magic, version, and the numbers of countries, divisions, places, blocks, and bytes of the string sections. */
export const HEADER_WORDS = 8;
/** Bytes for one place: id u32, latitude and longitude u24, division u16, country u8, size u8, kind u8. */
export const PLACE_BYTES = 15;
/** Degrees times this, from the south pole and the date line, fill 24 bits: about two metres. */
export const DEGREE_UNITS = 46000;

/** Sizes are told in steps, ten to the decade: 45 is about 32,000 inhabitants. */
export const SIZE_STEPS = 10;

/** Kinds of populated place, and divisions of the first and second level. */
export const KIND = { town: 0, seat: 1, capital: 2, section: 3, division: 4, district: 5 } as const;
