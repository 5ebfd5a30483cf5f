// Items that an officer or employee produced from a personal account, and the declaration of the search for them
// (City of San Jose v. Superior Court (2017) 2 Cal.5th 608; what a declaration under penalty of perjury says: Code Civ. Proc. § 2015.5).
import { z } from 'zod'
import { amount, grouped } from '../../text/amount.ts'
import { PlatformName } from '../account/account.ts'
import { Digest } from '../id.ts'
import { LocalDate } from '../time.ts'

const Line = z.string().trim().min(1).max(300)
const Words = z.string().trim().min(1).max(5000)

export const Declaration = z.strictObject({
  searchedBy: Line,
  /** Accounts, devices and programs. */
  searchedWhere: Words,
  /** The request or matter, and what in the account would concern the public's business. */
  soughtFor: Words,
  /** Words, people and periods that were looked for. */
  terms: Words,
  searchedOn: LocalDate,
  /** What was found and is not produced, with facts enough to see that it is no public business; “nothing” where that is so. */
  notProduced: Words,
  signedBy: Line,
  signedOn: LocalDate,
  /** Where it was signed; empty where that is not said. */
  signedAt: z.string().trim().max(300),
  /** Whether it is declared to be true under penalty of perjury. */
  underPenalty: z.boolean(),
})
export type Declaration = z.infer<typeof Declaration>

/** A file as it was handed in; of a folder, the digest covers its files' names and digests. */
const Received = z.strictObject({ name: z.string(), size: z.int().nonnegative(), digest: Digest })

export const ProducedItems = z.strictObject({
  by: Line,
  /** Office or position. */
  title: z.string().trim().max(300),
  declaration: Declaration.nullable(),
  /** The declaration as a file, kept in the package. */
  document: Received.nullable(),
  /** What the items were taken from; none of it is kept but the items. */
  from: z.array(Received),
  platform: PlatformName,
  layout: z.string(),
  parser: z.string(),
  /** Items that were taken in, and records that stand in the export. */
  chosen: z.int().positive(),
  outOf: z.int().positive(),
  /** Files of which nothing was kept. */
  filesNotKept: z.int().nonnegative(),
  bytesNotKept: z.int().nonnegative(),
})
export type ProducedItems = z.infer<typeof ProducedItems>

/** What a declaration lacks to be one under Code Civ. Proc. § 2015.5, in sentences. */
export function declarationLacks({ underPenalty, signedAt }: Declaration): string[] {
  return [
    ...(underPenalty
      ? []
      : ['The declaration does not say that it is true under penalty of perjury (Code Civ. Proc. § 2015.5).']),
    ...(signedAt === ''
      ? [
          'The declaration does not say where it was signed: then it must be made under the laws of the State of California (Code Civ. Proc. § 2015.5).',
        ]
      : []),
  ]
}

/** Who produced the items, from what, and the declaration of the search: a label and its words each, in reading order. */
export function producedFacts(items: ProducedItems): (readonly [label: string, words: string])[] {
  const { by, title, from, document, declaration, chosen, outOf, filesNotKept, bytesNotKept } = items
  return [
    ['Produced by', title === '' ? by : `${by}, ${title}`],
    ...from.map(({ name, size, digest }) => ['Taken from', `${fileWords(name, size)}, SHA-256 ${digest}`] as const),
    [
      'Taken in',
      `${grouped(chosen)} of the ${amount(outOf, 'record')} in it. Nothing is kept of ${amount(filesNotKept, 'other file')} (${amount(bytesNotKept, 'byte')}) but sizes and digests.`,
    ],
    ...(document === null
      ? []
      : [['Declaration as a file', `${fileWords(document.name, document.size)}, SHA-256 ${document.digest}`] as const]),
    ...(declaration === null ? [] : declarationFacts(declaration)),
  ]
}

function declarationFacts(declaration: Declaration): (readonly [string, string])[] {
  const { searchedBy, searchedOn, searchedWhere, soughtFor, terms, notProduced } = declaration
  const { signedBy, signedOn, signedAt, underPenalty } = declaration
  const oath = underPenalty ? 'under penalty of perjury' : 'not under penalty of perjury'
  return [
    ['Searched by', `${searchedBy}, on ${searchedOn}`],
    ['Searched in', searchedWhere],
    ['Sought', soughtFor],
    ['Terms', terms],
    ['Found and not produced', notProduced],
    ['Declared', `by ${signedBy} on ${signedOn}${signedAt === '' ? '' : ` at ${signedAt}`}, ${oath}`],
  ]
}

function fileWords(name: string, size: number): string {
  return `${name} (${amount(size, 'byte')})`
}
