// Games of disposition against the model: two short ones here; npm run endure -- disposition plays a million steps.
import { appendFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { nothingPlayed } from '../support/disposition/desk.ts'
import { playDisposition } from '../support/disposition/game.ts'

it('destroys what the model allows and nothing else, in two short games', async () => {
  const played = nothingPlayed()
  for (const seed of [12, 23]) await playDisposition(seed, { steps: 100, brisk: true }, played)
  expect(played.steps).toBeGreaterThanOrEqual(200)
  for (const what of ['executions', 'destroyed', 'givenUp', 'passedOver', 'refused', 'kills', 'restored'] as const) {
    expect(played[what], what).toBeGreaterThan(0)
  }
})

/** What npm run endure asks for: so many steps in games of some length each, from one seed on, told in a file after each game. */
const { DISPOSITION_STEPS: steps = '0', DISPOSITION_GAME: length = '1500', DISPOSITION_SEED: first = '1' } = process.env
const { DISPOSITION_STRIDE: stride = '1', DISPOSITION_TOLD: told = '' } = process.env

it.runIf(Number(steps) > 0)(
  'goes on doing so',
  async () => {
    let left = Number(steps)
    let wrong = 0
    for (let seed = Number(first); left > 0; seed += Number(stride)) {
      const played = nothingPlayed()
      const game = { steps: Math.min(left, Number(length)), brisk: false }
      const said = await playDisposition(seed, game, played).then(
        () => null,
        (error: unknown) => String(error instanceof Error ? error.message : error),
      )
      if (said !== null) wrong += 1
      left -= Math.max(1, played.steps)
      appendFileSync(told, `${JSON.stringify({ seed, said, played })}\n`)
    }
    expect(wrong).toBe(0)
  },
  1e9,
)
