// A signed rule file as its publisher makes it, by Node's own OpenSSL and nothing of Muniment's.
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'

export const league = generateKeyPairSync('ed25519')

/** The 32 bytes of a public key in hexadecimal. */
export const hexOf = (key: KeyObject) => key.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex')

/** A clock of twelve days in place of the CPRA's ten, from 2027 on. */
export const twelve = {
  ...{ id: 'cpra-12-days', duty: 'cpra-determination', amount: 12, unit: 'calendar-days', absolute: false },
  ...{ citation: 'Gov. Code 7922.535(a)', text: 'Determine within twelve days.', source: 'Stats. 2026, ch. 1' },
  ...{ validFrom: '2027-01-01', validTo: null, replaces: 'cpra-10-days' },
}

/** Rules with a clock and a year of holidays. */
export const rules = {
  ...{ format: 'muniment-rules', formatVersion: 1, publisher: 'League of Cities', number: 3, issuedOn: '2026-12-01' },
  ...{ cities: null, clocks: [twelve] },
  holidays: [
    { set: 'city', year: 2028, days: [{ date: '2028-03-31', name: 'Day', doubt: null }], source: 'Resolution 1' },
  ],
}

/** @param words the rules, or a text in their place */
export function signed(words: object | string, by = league) {
  const text = typeof words === 'string' ? words : JSON.stringify(words)
  const signature = sign(null, Buffer.from(text), by.privateKey).toString('base64')
  return { format: 'muniment-signed-rules', formatVersion: 1, rules: text, publicKey: hexOf(by.publicKey), signature }
}
