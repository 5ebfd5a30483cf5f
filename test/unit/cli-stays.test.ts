// What a clerk is told of records that a destruction left.
import { expect, test } from 'vitest'
import { stayLines } from '../../electron/cli/text/stays.ts'
import { PassedOver } from '../../shared/domain/disposition/destruction.ts'

const stay = (recordId: number, detail: string) => PassedOver.parse({ recordId, reason: 'on-hold', detail })

test('each reason is told once, with how many records it keeps and the first of them', () => {
  const held = [1, 2, 3, 4, 5, 6].map((id) => stay(id, 'On hold: Ruiz'))
  const waits = stay(7, 'A package that it lies in holds a record under a hold.')
  expect(stayLines([])).toEqual([])
  expect(stayLines([...held.slice(0, 1), waits, ...held.slice(1)])).toEqual([
    'Stays, 6 records (1, 2, 3, 4, 5 …): On hold: Ruiz',
    'Stays, 1 record (7): A package that it lies in holds a record under a hold.',
  ])
})

test('of many reasons the first are told, and how many more there are', () => {
  const told = stayLines(Array.from({ length: 25 }, (_, at) => stay(at + 1, `Reason ${at}.`)))
  expect([told.length, told.at(-1)]).toEqual([21, 'Stays for 5 more reasons: the certificate names each record.'])
})
