// Which Muniment this is: the same production and the same version make the same packet.

/** The version in package.json; a test holds the two together. */
export const MUNIMENT_VERSION = '0.1.0'
