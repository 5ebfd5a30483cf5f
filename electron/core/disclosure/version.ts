// Which Muniment builds a packet: the same production and the same version make the same bytes.

/** The version in package.json; a test holds the two together. */
export const MUNIMENT_VERSION = '0.1.0'
