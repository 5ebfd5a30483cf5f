// Disposition played at random beside a model that knows nothing of how Muniment judges: what the model forbids is never destroyed, and what it
// allows is destroyed or named with a reason. Holds, requests, series, events, schedules, approvals, other desks, clocks set back, kills, backups
// restored into a new folder, custody given up upon receipts, packets, and the office's own files: all drawn from one seed.
import { rmSync } from 'node:fs'
import scheduleImport from '../../../electron/core/retention/commands/schedule.import.ts'
import seriesAnswer from '../../../electron/core/retention/commands/series.answer.ts'
import { scheduleFile } from '../../integration/retention/support.ts'
import { bag, sign } from './custody-acts.ts'
import { Desk, type Played } from './desk.ts'
import { execute } from './execution.ts'
import { choose, chooseSeries, issuePacket, keepLog, nameFile, writeInFile } from './file-acts.ts'
import { ask, closeRequest, hold, narrow, openRequest, release } from './hold-acts.ts'
import { answerLists } from './list-acts.ts'
import { adopt, approve, giveLists, plan, review, strike, withdraw } from './plan-acts.ts'
import { classify, goBack, goOn, receive, receiveAgain, tellEvent } from './record-acts.ts'
import { backUp, restore } from './restoring.ts'
import { codeOf, legendOfGames, scheduleCsv } from './series.ts'

type Act = (desk: Desk) => void | Promise<void>

/** How often each act is drawn, of a hundred thousand or so. */
const LIGHT: readonly (readonly [number, (desk: Desk) => void])[] = [
  [9000, receive],
  [3000, receiveAgain],
  [9000, hold],
  [11000, release],
  [2000, narrow],
  [1200, openRequest],
  [1200, closeRequest],
  [1200, issuePacket],
  [1200, writeInFile],
  [800, keepLog],
  [500, chooseSeries],
  [800, nameFile],
  [800, sign],
  [16000, classify],
  [6000, tellEvent],
  [200, adopt],
  [300, review],
  [600, withdraw],
  [600, strike],
  [1000, giveLists],
]
const PLANS: readonly (readonly [number, Act])[] = [
  [2000, approve],
  [1000, answerLists],
  [500, (desk) => execute(desk, meanwhile)],
]
const OTHERS: readonly (readonly [number, Act])[] = [
  [24000, ask],
  [7000, goOn],
  [300, goBack],
  [250, backUp],
  [1200, bag],
  [150, restore],
  [800, planAndGoOn],
]

/** While a plan is under way its approvals come soon: an office that draws one up wants to carry it out. */
const BUSY = 40
const SEASON = 14

/** How a game is played. `brisk`: plans and executions come often, as in the few steps of a small ring. */
export interface Pace {
  readonly steps: number
  readonly brisk: boolean
}

/**
 * Plays one game in a vault of its own. A step is one act of a person: a command, a query or a job that is really given to the vault, or its clock
 * set. What another does while an execution runs is a step, too; batches, retries and comparisons are none.
 * @throws Error with the seed and the step where vault and model differ
 */
export async function playDisposition(seed: number, { steps, brisk }: Pace, played: Played): Promise<void> {
  const desk = new Desk(seed, played)
  const quiet = [...LIGHT, ...PLANS, ...OTHERS]
  const busy = [...quiet, ...PLANS.map(([often, act]) => [often * BUSY, act] as const)]
  const many = [...busy, [4000, planAndGoOn], [1000, restore], [9000, bag], [6000, sign]] as const
  try {
    begin(desk)
    while (desk.step < steps) {
      desk.actAs(desk.dice.once(2) ? desk.by : desk.other)
      await step(desk, brisk ? many : desk.step < desk.busyUntil ? busy : quiet)
    }
    played.games += 1
  } catch (error) {
    throw error instanceof Error && !error.message.startsWith('seed') ? desk.wrong(error.stack ?? error.message) : error
  } finally {
    played.steps += desk.step
    if (desk.backup !== null) rmSync(desk.backup.folder, { recursive: true, force: true })
    desk.vault.close()
  }
}

function begin(desk: Desk): void {
  desk.command(scheduleImport, scheduleFile({ csv: scheduleCsv(desk.state.postYears), legend: legendOfGames() }))
  desk.command(seriesAnswer, { series: [codeOf.mayor, codeOf.jubilee], kinds: [], basis: 'looked at' })
  desk.command(seriesAnswer, { series: [codeOf.laws], kinds: ['e'], basis: 'they are ordinances' })
  for (const kind of ['packet', 'purge-plan', 'hold-file'] as const) choose(desk, kind, null, 'post')
  choose(desk, 'request-file', null, 'claims')
  choose(desk, 'removal-entry', null, 'message')
  receive(desk)
  classify(desk)
}

async function planAndGoOn(desk: Desk): Promise<void> {
  await plan(desk)
  desk.busyUntil = desk.step + SEASON
}

/** One act, drawn from a list; where there was nothing to do it is none. */
async function step(desk: Desk, acts: readonly (readonly [number, Act])[]): Promise<void> {
  const before = desk.acts
  desk.step += 1
  await drawn(desk, acts)(desk)
  if (desk.acts === before) desk.step -= 1
}

/** What somebody else does while an execution runs. */
function meanwhile(desk: Desk): void {
  const before = desk.acts
  desk.step += 1
  drawn(desk, LIGHT)(desk)
  if (desk.acts === before) desk.step -= 1
}

function drawn<One>({ dice }: Desk, acts: readonly (readonly [number, One])[]): One {
  let left = dice.below(acts.reduce((sum, [often]) => sum + often, 0))
  for (const [often, act] of acts) {
    left -= often
    if (left < 0) return act
  }
  throw new Error('the weights of the acts do not add up')
}
