// The real app on a request, with a City Attorney who signs with a key and trusts a publisher of rules, and a file of that publisher.
import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { keyConfirm, keyMake } from '../../../shared/contract/key.ts'
import { lawFees } from '../../../shared/contract/law.ts'
import { lawTrust } from '../../../shared/contract/law-file.ts'
import { personAdd } from '../../../shared/contract/people.ts'
import { CommandId, PersonId, RequestId } from '../../../shared/domain/id.ts'
import { LocalDate } from '../../../shared/domain/time.ts'
import type { TestArchive } from '../../support/archive.ts'
import { posts } from '../../support/reviewed.ts'
import {
  acknowledging,
  hexOf,
  hours,
  league,
  personnel,
  repeal,
  rules,
  signed,
  twelve,
} from '../../support/rule-file.ts'
import { openRequest } from './request-room.ts'

export const id = RequestId.parse('26-0700')
export const passphrase = 'correct horse battery'

const paper = { words: 'Paper copy', per: 'page' }
const disc = { words: 'DVD', per: 'disc', cents: 500 }
/** Paper copies at another price than those of the vault; its discs end. */
const fees = {
  ...{ id: 'alder-bay-fees-2026-11', name: 'Fees of November', validFrom: '2026-11-01', source: 'Resolution 90001' },
  lines: [{ ...paper, kind: 'copy', cents: 25 }],
}

/** Opens it on the page of the request; `dana` is the attorney. */
export async function openLawDesk(folder: string): ReturnType<typeof openRequest> {
  return openRequest(folder, { id, archive: await posts(folder), also: withAttorney })
}

/** Writes a rule file with a rule of every kind. @returns its path */
export function ruleFile(folder: string): string {
  const path = join(folder, 'league-3.json')
  const clock = { ...twelve, validFrom: '2026-11-10' }
  const law = {
    clocks: [clock],
    exemptions: [personnel],
    hours: [hours],
    repeals: [repeal],
    letters: [acknowledging],
    fees: [fees],
  }
  writeFileSync(path, JSON.stringify(signed({ ...rules, ...law })))
  return path
}

async function withAttorney(made: TestArchive): Promise<void> {
  const dana = PersonId.parse('dana')
  const asDana = (operation: { readonly name: string }, input: unknown) =>
    made.archive.call(operation.name, input, {
      ...{ command: CommandId.parse(randomUUID()), actor: dana, signal: new AbortController().signal },
    })
  await made.call(personAdd, { id: dana, name: 'Dana Whitfield', title: 'City Attorney', role: 'city-attorney' })
  await asDana(lawTrust, { name: rules.publisher, publicKey: hexOf(league.publicKey) })
  await made.call(lawFees, {
    ...{ name: 'Fees of 2026', validFrom: LocalDate.parse('2026-01-01'), source: 'Resolution 12' },
    lines: [
      { ...paper, kind: 'copy', cents: 10 },
      { ...disc, kind: 'media' },
    ],
  })
  const { id: key } = keyMake.output.parse(await asDana(keyMake, { passphrase }))
  await made.call(keyConfirm, { key })
}
