// Every table that belongs to a request, a packet, a plan, a hold or an entry of the removal log is destroyed with its file, or is named here with
// why it stays.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { tablesOfFiles } from '../../electron/core/vault/repository/disposition/office-content.ts'

const OWNERS = [
  'request',
  'production',
  'plan',
  'hold',
  'steward_entry',
  'request_letter',
  'review_signature',
  'review_copy',
  'review_reply',
  'packet_posting',
  'packet_recall',
  'approval',
]
/** A destruction is what the certificate is of; of the plan that it carried out a row stays. */
const STAYS = new Set(['destruction'])

/** Tables that refer to one of some tables, by the lines of the schema that say so. */
function referring(schema: string, owners: readonly string[]): string[] {
  const tables = [...schema.matchAll(/CREATE TABLE (\w+) \(([\s\S]*?)\n\)/g)]
  const refers = new RegExp(`REFERENCES (${owners.join('|')}) \\(`)
  return tables.filter(([, , columns]) => refers.test(columns ?? '')).map(([, name]) => name ?? '')
}

test('no table that belongs to a file of the office is forgotten when it is destroyed', () => {
  const schema = readFileSync('electron/core/vault/catalog/schema.sql', 'utf8')
  const found = referring(schema, OWNERS)
  console.log(`office tables: ${found.length} tables refer to a file of the office`)
  expect(found.length).toBeGreaterThan(40)
  expect(found.filter((table) => !tablesOfFiles().has(table) && !STAYS.has(table))).toEqual([])
  expect(referring('CREATE TABLE forgotten (\n  id INTEGER REFERENCES hold (id)\n)', OWNERS)).toEqual(['forgotten'])
})
