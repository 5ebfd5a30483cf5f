// Reading a signed rule file: by whom it is signed, whether it is as it was signed, and whether its rules fit this vault.
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { yearOf } from '../../../../shared/domain/calendar/day.ts'
import type { Digest } from '../../../../shared/domain/id.ts'
import { RuleFile, SignedRuleFile } from '../../../../shared/domain/law/rule-file.ts'
import { misfit } from '../../../../shared/domain/request/letter-template.ts'
import { modelOf } from '../../../../shared/law/letters/templates.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { digestOf } from '../../vault/hex.ts'
import { refusedKey } from '../../vault/key/registering.ts'
import { fingerprintOf, isSignedBy } from '../../vault/key/seal.ts'
import { trustedSigner } from '../../vault/repository/request/rule-file.ts'
import { feesIn, wholeBook } from '../confirmed-law.ts'
import { type Brought, lawOf } from '../law-book.ts'
import { type Additions, additionEntries, additionsIn, appliedAdditions } from './additions.ts'
import { feesReplaced } from './fees.ts'
import { NOTHING, refused } from './refused.ts'

/** A file that is in order. */
export interface ReadRules {
  readonly file: RuleFile
  readonly bytes: Buffer
  readonly digest: Digest
  readonly signer: { readonly id: number; readonly name: string }
  readonly additions: Additions
  /** Its rules as entries of the book, with what each comes in place of. */
  readonly rules: readonly { readonly entry: Brought; readonly replaced: Brought | null }[]
}

const Version = z.looseObject({ format: z.literal('muniment-signed-rules'), formatVersion: z.number() })

/** @param base64 the bytes of the file. @throws MunimentError KEY_REFUSED, INPUT_INVALID */
export function readRuleFile(db: Driver, city: string, base64: string): ReadRules {
  const bytes = Buffer.from(base64, 'base64')
  const { rules, publicKey, signature } = outer(bytes)
  const key = Buffer.from(publicKey, 'hex')
  const signer = trustedSigner(db, key)
  if (signer === undefined)
    throw refusedKey(
      `The key that signed this file (fingerprint ${fingerprintOf(key)}) is none that the City’s attorney trusts with rules. Compare the fingerprint with its owner by another way, have the key registered under Law, then try again. ${NOTHING}`,
    )
  const signed = Buffer.from(signature, 'base64')
  // Base 64 has bits that say nothing: a file with one of them changed is not the file that was signed, either.
  if (signed.toString('base64') !== signature || !isSignedBy(key, rules, signed))
    throw refusedKey(
      `The signature of ${signer.name} does not fit these rules: the file was changed after it was signed, or damaged on its way. Ask for it again. ${NOTHING}`,
    )
  const file = inner(rules)
  if (file.cities !== null && !file.cities.includes(city))
    throw refused(`This rule file is for ${file.cities.join(', ')}, not for ${city}.`)
  if (file.number <= signer.last)
    throw refused(
      `File ${signer.last} of ${signer.name} was applied already, and this is file ${file.number}: an older one is not applied after it.`,
    )
  const additions = additionsIn(file)
  return {
    ...{ file, bytes, signer, additions },
    digest: digestOf(createHash('sha256').update(bytes).digest()),
    rules: fitting(db, city, file, additions),
  }
}

function outer(bytes: Buffer): SignedRuleFile {
  const json = parsed(bytes.toString('utf8'))
  const version = Version.safeParse(json)
  if (version.success && version.data.formatVersion !== 1)
    throw refused(
      `This rule file is of version ${version.data.formatVersion}, and this Muniment reads version 1. Use a newer Muniment for it.`,
    )
  const signed = SignedRuleFile.safeParse(json)
  if (signed.success) return signed.data
  throw refused('This is no signed rule file of Muniment. Choose the file as its publisher sent it.')
}

/** The rules in their own words. @throws MunimentError INPUT_INVALID, saying where they cannot be read */
export function inner(rules: string): RuleFile {
  const file = RuleFile.safeParse(parsed(rules))
  if (file.success) return file.data
  const where = file.error.issues.slice(0, 3).map(({ path, message }) => `${path.join(' ') || 'the file'}: ${message}`)
  throw refused(`Its rules cannot be read (${where.join('; ')}). Ask their publisher for a file that can.`)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Every rule is new, comes from its own day, and takes the place of one that is there and of its kind. */
function fitting(db: Driver, city: string, file: RuleFile, additions: Additions): ReadRules['rules'] {
  const known = new Map(wholeBook(db, city).map((one) => [one.id, one]))
  const applied = appliedAdditions(db)
  const taken = new Set(applied.replaces.values())
  const seen = new Set<string>()
  for (const { year, days, set } of file.holidays) {
    const astray = days.find(({ date }) => yearOf(date) !== year)
    if (astray !== undefined) throw refused(`${astray.date} (${astray.name}) stands in its ${set} holidays of ${year}.`)
    if (new Set(days.map(({ date }) => date)).size !== days.length)
      throw refused(`A day stands twice in its ${set} holidays of ${year}.`)
  }
  const letters = [...lawOf(city).letters, ...applied.letters]
  for (const letter of file.letters) {
    const wrong = misfit(letter, modelOf(letter.kind))
    if (wrong !== null) throw refused(`Its rule “${letter.id}” cannot be used: ${wrong}.`)
    const old = letters.find(({ id }) => id === letter.replaces)
    if (old !== undefined && old.kind !== letter.kind)
      throw refused(
        `Its rule “${letter.id}” is the letter “${letter.kind}”, and “${old.id}” that it replaces is another.`,
      )
  }
  const feesBefore = feesReplaced(feesIn(db, city), additions.fees)
  const entries = additionEntries(additions, lawOf(city).hasOrdinance)
  return entries.map((entry) => {
    const { id, group, validFrom } = entry
    if (known.has(id) || seen.has(id))
      throw refused(`A rule “${id}” is there already: a new version has an id of its own, and names what it replaces.`)
    seen.add(id)
    if (group === 'fees') {
      const before = feesBefore.get(id)
      const old = before === undefined ? undefined : (known.get(before) ?? entries.find((one) => one.id === before))
      return { entry, replaced: old ?? null }
    }
    const old = additions.replaces.get(id)
    if (old === undefined) {
      const other = group === 'hours' ? [...known.values()].find((one) => one.group === 'hours') : undefined
      if (other !== undefined)
        throw refused(`Its rule “${id}” would stand beside “${other.id}”: office hours name those that they replace.`)
      return { entry, replaced: null }
    }
    const replaced = known.get(old)
    if (replaced === undefined || (group !== 'repeal' && replaced.group !== group))
      throw refused(`Its rule “${id}” replaces “${old}”, and there is no such rule of its kind here.`)
    if (taken.has(old)) throw refused(`Its rule “${id}” replaces “${old}”, in whose place another came before.`)
    taken.add(old)
    if (validFrom !== null && replaced.validFrom !== null && validFrom <= replaced.validFrom)
      throw refused(`Its rule “${id}” would count from ${validFrom}, before “${old}” did, which it replaces.`)
    return { entry, replaced }
  })
}
