// The short name of a person, as the command line knows them (`--as`).

/**
 * Makes a short name from a full one: letters without accents, digits and dashes.
 * @param taken short names that are in use; a number is added where the plain one is among them
 */
export function personIdFrom(name: string, taken: readonly string[]): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 50)
  const base = plain === '' ? 'person' : plain.replace(/-+$/, '')
  let id = base
  for (let number = 2; taken.includes(id); number++) id = `${base}-${number}`
  return id
}
