// A permissive exemption asks whether the City's ordinance requires release all the same: nothing leaves on it alone before somebody has answered.
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { afterAll, expect, test } from 'vitest'
import { lawConfirm } from '../../../shared/contract/law.ts'
import { personAdd } from '../../../shared/contract/people.ts'
import { reviewList, reviewOrdinance, reviewShow } from '../../../shared/contract/review.ts'
import { reviewCopyMake, reviewCopyOpen } from '../../../shared/contract/review-copy.ts'
import { CommandId, PersonId } from '../../../shared/domain/id.ts'
import type { AppliedGround, ReviewDraft } from '../../../shared/domain/review/review.ts'
import { asked, closeReviews, id, leaving, posts, privacy, redact, released, saying } from '../../support/reviewed.ts'

afterAll(closeReviews)

const dana = PersonId.parse('dana')
const permissive: AppliedGround = { ...privacy, exemption: 'gov-7927.700', describes: 'Medical leave' }
const withhold = (ground: AppliedGround): ReviewDraft => ({
  ...{ outcome: 'withhold', grounds: [ground], redactions: [], reason: '' },
})
const answer = {
  requiresRelease: false,
  by: 'Dana Okafor, City Attorney',
  why: 'Quartzite memo: no kind that it lists',
}

test('what rests on a permissive exemption alone is neither signed nor built before OMC 2.20.220 is answered; the log says who answered', async () => {
  const review = await asked(posts, 'City of Oakland')
  const { vault, find, decide, sign, list, build, folder } = review
  await vault.call(personAdd, { id: dana, name: 'Dana Okafor', title: 'City Attorney', role: 'city-attorney' })
  const sealed = await find('badge')
  await redact(review, await find('fence'), 'María López')
  await redact(review, await find('met'), 'MARI\u0301A  LO\u0301PEZ')
  await decide(await find('pothole'), released)

  // An ordinance that requires release forbids the ground, and an answer says why.
  const requires = { ...answer, requiresRelease: true }
  await expect(decide(sealed, withhold({ ...permissive, ordinance: requires }))).rejects.toThrow(
    'OMC 2.20.220 requires its release all the same, as Dana Okafor, City Attorney answered',
  )
  await expect(decide(sealed, withhold({ ...permissive, ordinance: { ...answer, why: '' } }))).rejects.toThrow(
    'Say why OMC 2.20.220 does not require its release.',
  )

  // It may be left open while one decides, and is told; beside a ground that forbids release it need not be asked.
  await decide(sealed, withhold(permissive))
  expect((await list()).unanswered).toEqual([{ exemption: 'gov-7927.700', citation: 'Gov. Code 7927.700', records: 1 }])
  await expect(sign()).rejects.toThrow(/7927\.700 alone.*OMC 2\.20\.220 requires that.*Nothing was signed/)
  expect((await build()).problem?.sentence).toContain('nobody has confirmed')
  await decide(sealed, { ...withhold(permissive), grounds: [permissive, { ...privacy, describes: 'Medical leave' }] })
  expect((await list()).unanswered).toEqual([])
  await decide(sealed, withhold(permissive))

  await vault.archive.call(
    lawConfirm.name,
    { rule: 'gov-7927.700', statement: 'Read at leginfo' },
    { command: CommandId.parse(randomUUID()), actor: dana, signal: new AbortController().signal },
  )
  expect((await build()).problem?.sentence).toMatch(
    /^Something is kept back on Gov\. Code 7927\.700 alone, which the CPRA lets the City release, and nobody has answered/,
  )

  // The attorney's copy asks; once it is answered, it shows who answered and why.
  const key = await generateX25519Identity()
  const recipient = await identityToRecipient(key)
  const copied = async (name: string) => {
    const path = join(folder, name)
    const to = vault.archive.grant(path, 'write').grant
    await vault.run(reviewCopyMake, { request: id, person: dana, recipient, to })
    const { content } = await vault.call(reviewCopyOpen, { file: vault.archive.grant(path, 'read').grant, key })
    return content.grounds.find(({ ground }) => ground.exemption === 'gov-7927.700')
  }
  expect(await copied('open.age')).toMatchObject({ ordinanceOpen: true })
  const before = (await vault.call(reviewShow, { request: id, record: sealed })).decision
  await expect(vault.call(reviewOrdinance, { request: id, exemption: 'gov-7927.500', answer })).rejects.toThrow(
    'Nothing is kept back on Gov. Code 7927.500 alone',
  )
  const said = { request: id, exemption: 'gov-7927.700', answer }
  expect(await vault.call(reviewOrdinance, said)).toEqual({ answered: 1 })
  const after = (await vault.call(reviewShow, { request: id, record: sealed })).decision
  expect(after).toEqual({ ...before, grounds: [{ ...permissive, ordinance: answer }] })
  expect(await copied('answered.age')).toMatchObject({ ordinanceOpen: false, ground: { ordinance: answer } })

  await sign()
  expect((await build()).state).toBe('succeeded')
  const files = await leaving(folder)
  const told = 'it does not, as Dana Okafor, City Attorney answered'
  expect(saying(files, told)).toEqual(
    expect.arrayContaining(['withholding-log.csv', 'withholding-log.pdf as text', 'index.html']),
  )
  expect(saying(files, 'Quartzite')).toEqual([])
  expect(readFileSync(join(folder, 'packet.zip')).includes('Quartzite')).toBe(false)
  expect((await vault.call(reviewList, { request: id })).signature?.current).toBe(true)
})

test('a city without such an ordinance is not asked', async () => {
  const { find, decide, list } = await asked(posts)
  await decide(await find('badge'), withhold(permissive))
  expect((await list()).unanswered).toEqual([])
})
