// Games of disposition against the model: three short ones here; npm run endure plays on for as long as it is told.
import { expect, it } from 'vitest'
import { type Played, playDisposition } from '../support/disposition-model.ts'

const seconds = Number(process.env.DISPOSITION_SECONDS ?? 0)
const first = Number(process.env.DISPOSITION_SEED ?? 1)

it('destroys what the model allows and nothing else, in three short games', async () => {
  const games: Played[] = []
  for (const seed of [1, 2, 3]) games.push(await playDisposition(seed, 14))
  const sum = (what: keyof Played) => games.reduce((all, played) => all + played[what], 0)
  expect(sum('steps')).toBe(42)
  for (const what of ['executions', 'destroyed', 'passedOver', 'refused'] as const) {
    expect(sum(what), what).toBeGreaterThan(0)
  }
})

it.runIf(seconds > 0)(
  'goes on doing so',
  async () => {
    const until = performance.now() + seconds * 1000
    const all: Played = { steps: 0, executions: 0, destroyed: 0, passedOver: 0, kills: 0, refused: 0 }
    let seed = first
    for (; performance.now() < until; seed += 1) {
      const played = await playDisposition(seed, 40)
      all.steps += played.steps
      all.executions += played.executions
      all.destroyed += played.destroyed
      all.passedOver += played.passedOver
      all.kills += played.kills
      all.refused += played.refused
    }
    console.log(
      `${seed - first} games, ${all.steps} steps, ${all.executions} executions, ${all.destroyed} destroyed, ${all.passedOver} passed over by name, ${all.kills} kills, ${all.refused} refused whole`,
    )
    expect(all.executions).toBeGreaterThan(0)
  },
  (seconds + 300) * 1000,
)
