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

/** A ground in place of the CPRA's on personnel files, from 2027 on, with every field that one has. */
export const personnel = {
  ...{
    id: 'gov-7927.700-2027',
    citation: 'Gov. Code 7927.700',
    former: '6254(c)',
    title: 'Personnel files as amended',
  },
  ...{
    text: 'Personnel files, as the bill of 2026 words it.',
    trap: 'Narrower than before.',
    basis: 'B',
    posting: false,
  },
  ...{ asks: ['second-law'], source: 'Stats. 2026, ch. 2', validFrom: '2027-01-01', validTo: null },
  replaces: 'gov-7927.700',
}

/** Later closing of the office, and the end of a ground with nothing in its place. */
export const hours = {
  ...{ id: 'alder-bay-hours', citation: 'Resolution 7', text: 'The office takes requests in until 18:00.' },
  ...{ source: 'City Clerk', validFrom: '2027-01-01', validTo: null, replaces: null, opens: '09:00', closes: '18:00' },
}
export const repeal = {
  ...{ id: 'ends-7927.410', citation: 'Stats. 2026, ch. 3', text: 'The exemption of utility customers is repealed.' },
  ...{ source: 'leginfo', validFrom: '2027-01-01', validTo: null, replaces: 'gov-7927.410' },
}

/** Words of the acknowledgement, with a Spanish translation of all but one passage. */
export const acknowledging = {
  ...{ id: 'letter-acknowledgement-2', kind: 'acknowledgement', citation: 'Gov. Code 7922.535(a)' },
  ...{ source: 'City Attorney, memo 4', validFrom: '2026-11-01', validTo: null, replaces: 'letter-acknowledgement' },
  passages: {
    subject: { en: 'We have your request', es: 'Tenemos su solicitud' },
    determines: { en: 'The City will tell you in time.', es: 'La Ciudad le informará a tiempo.' },
    'determines-by': { en: 'The City will tell you by {day}.', es: 'La Ciudad le informará antes del {day}.' },
    narrow: { en: 'Tell us what you look for.' },
  },
}
