// What checking a packet proved and what it did not, in words. They never say more than was checked.
import { amount, grouped } from '../text/amount.ts'
import type { Checked, PacketFacts } from './report.ts'

/** What is proved, and what is not, in sentences. */
export interface Said {
  readonly verdict: string
  readonly proved: string[]
  readonly not: string[]
}

/** What no check of a packet can tell. */
const NEVER = [
  'Not proved: that nothing else exists. The packet shows what was searched and what was released.',
  'Not proved: that what people wrote is true, or that the person named wrote it. The packet shows what the platforms gave the City.',
]

/** The outcome in sentences for somebody who asked for records. */
export function inWords(checked: Checked): Said {
  const { findings, letter, practice, draft, repacked } = checked
  if (findings.length > 0) {
    const verdict =
      letter === 'other' && findings.length === 1
        ? `This is not the file that the letter speaks of${repacked ? ': it was packed again' : ''}, though ${repacked ? 'what is in it' : 'it'} is consistent in itself.`
        : `Something is wrong with this packet: ${amount(findings.length, 'finding')}.`
    return { verdict, proved: [], not: ['Do not rely on this file. Ask the City for the packet again.'] }
  }
  if (draft)
    return {
      verdict: 'This is a draft. The City has released nothing with it.',
      proved: bytesProved(checked),
      not: ['A draft answers no request. What the City releases comes in a packet that says so.'],
    }
  const trained = practice ? ['It was made in a practice vault and answers no request.'] : []
  return {
    verdict:
      letter === 'same'
        ? 'This is, byte for byte, the file that the letter speaks of.'
        : repacked
          ? 'What is in this packet is consistent in itself. Somebody packed it again: the archive around it is another than the City’s.'
          : 'This packet is consistent in itself.',
    proved: [
      ...bytesProved(checked),
      ...countsProved(checked.facts),
      ...committedProved(checked),
      ...openedProved(checked),
      ...signedProved(checked),
    ],
    not: [
      ...trained,
      ...againPacked(checked),
      ...letterNeeded(checked),
      ...sourceNeeded(checked),
      ...keyNeeded(checked),
      ...NEVER,
    ],
  }
}

function bytesProved({ files, letter, repacked }: Checked): string[] {
  if (repacked) return [`${amount(files, 'file')}, each as the manifest lists it, and nothing else.`]
  const all = `${amount(files, 'file')}, each as the manifest lists it, and nothing else; dates and names in the archive are as they can only be.`
  return letter === 'same' ? ['No byte differs from the file whose SHA-256 stands in the letter.', all] : [all]
}

function countsProved(facts: PacketFacts | null): string[] {
  const counts = facts?.counts ?? null
  if (counts === null) return []
  const { responsive, released, redacted, withheld } = counts
  return [
    `The counts agree with what is in the packet: ${amount(responsive, 'record')} answer the request; ${grouped(released)} released whole, ${grouped(redacted)} with redactions, ${grouped(withheld)} withheld.`,
  ]
}

function committedProved({ committed }: Checked): string[] {
  if (committed === null) return []
  const { fields, shown } = committed
  return [
    `The City is bound to what each of ${grouped(fields)} fields says, withheld ones too. ${grouped(shown)} of them are released, and each says what was committed to.`,
  ]
}

function openedProved({ opened }: Checked): string[] {
  if (opened === null) return []
  const { number, fields, captures } = opened
  const shown = `Opened of ${number}, as the City committed to it: ${fields.map(({ field }) => field).join(', ')}.`
  if (captures === null)
    return [
      shown,
      'Not proved: that this is what the platform gave. For that the whole source of the record would have to be opened.',
    ]
  return [
    shown,
    captures === 0
      ? 'The whole source of the record is shown; no export’s root proves it.'
      : `The whole source of the record is shown. It leads to the ${captures === 1 ? 'root' : 'roots'} taken when the City received ${amount(captures, 'export')}.`,
  ]
}

function signedProved({ opened }: Checked): string[] {
  if (opened === null || opened.key?.checked !== true) return []
  const { key, by } = opened
  return [
    `The opening is signed: as ${called(by)}, on ${by.at}, with the key whose SHA-256 is ${key.fingerprint}. The signature is over the packet’s root, the record and the fields.`,
  ]
}

/** What an opening leaves unsaid of who made it. */
function keyNeeded({ opened }: Checked): string[] {
  if (opened === null) return []
  const { key, by } = opened
  if (key === null)
    return [`Not proved: who opened it. There is no key: the name ${called(by)} was typed, and no signature shows it.`]
  if (!key.checked)
    return [
      `Not checked: the signature under the opening, as ${called(by)}. This browser knows no Ed25519; a newer one does, and so does “muniment packet verify”.`,
    ]
  return [
    `Not proved by these files alone: that the key is that of ${by.name}. Ask the City for the SHA-256 of that key, and compare.`,
  ]
}

function called({ name, title }: { readonly name: string; readonly title: string }): string {
  return title === '' ? name : `${name}, ${title}`
}

/** What no digest in a letter can show of an archive that is not the City's. */
function againPacked({ repacked }: Checked): string[] {
  if (!repacked) return []
  return [
    'Not checked: the archive itself (the dates, the order, what stands between its files). The SHA-256 in the City’s letter is that of the City’s own ZIP file; ask for that file to hold it against the letter.',
  ]
}

function letterNeeded({ letter, repacked }: Checked): string[] {
  if (letter === 'same') return []
  if (repacked)
    return [
      'Not proved: that this is what the City issued. Somebody who changed everything in it could make it consistent again.',
    ]
  return [
    'Not proved: that this is the packet that the City issued. Somebody who changed everything in it could make it consistent again. For that, type the SHA-256 that stands in the City’s letter.',
  ]
}

function sourceNeeded({ committed }: Checked): string[] {
  if (committed === null) return ['The City published no commitments to what is withheld with this packet.']
  return [
    'Not proved here: that a field says what the platform gave. The packet holds the root that was taken when the City received its export; where that is to be proved for a record, the City’s attorney must open the whole source of that record.',
  ]
}
