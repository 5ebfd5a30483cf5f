// What a practice vault is filled with, made for the app to carry along: the exports and papers of the demonstration, marked as practice.
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { alderBayAnswers, alderBaySchedule } from '../test/fixtures/schedule/alder-bay.ts'
import { alderBayLegend } from '../test/fixtures/schedule/build.ts'
import { demoExports } from '../test/fixtures/x/demo.ts'
import { accounts, authority, hold, holdOrder, people, request, rules } from './demonstration/city.ts'
import { stampOf } from './source-stamp.ts'

const root = resolve(import.meta.dirname, '..')
const SEED = 20_261_123
/** So long before the day of filling, in days, the request came in: its deadlines lie ahead then. */
const RECEIVED_BEFORE = 4

/** The files and folders that it is made of, from the root. */
export const practiceSources = [
  'build/practice.ts',
  'build/demonstration/city.ts',
  'shared/text/practice.ts',
  'test/fixtures/schedule',
  'test/fixtures/x',
] as const

/**
 * Puts it into a folder. Drawing its photos takes seconds, so that it is made anew only when its sources changed.
 * @param out the folder of what is built, where the last one is kept
 */
export async function addPractice(out: string, target: string): Promise<void> {
  const kept = join(out, '.practice')
  const stampFile = join(kept, '.stamp')
  const stamp = stampOf(root, practiceSources)
  if (!existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== stamp) {
    rmSync(kept, { recursive: true, force: true })
    mkdirSync(kept, { recursive: true })
    await makePractice(kept)
    writeFileSync(stampFile, stamp)
  }
  cpSync(kept, target, { recursive: true, filter: (source) => basename(source) !== '.stamp' })
}

async function makePractice(folder: string): Promise<void> {
  const { first, second } = await demoExports(folder, SEED, true)
  const { accounts: asked, receivedOn: _, ...rest } = request
  const pack = {
    city: 'City of Alder Bay',
    zone: 'America/Los_Angeles',
    actor: people[0].id,
    people,
    accounts,
    exports: { first: basename(first.path), later: basename(second.path), account: 'AlderBayCity' },
    schedule: {
      ...authority,
      fileName: 'schedule.csv',
      csv: alderBaySchedule(),
      effectiveFrom: authority.adoptedOn,
      fiscalYearEnd: '06-30',
      legend: alderBayLegend(),
    },
    answers: alderBayAnswers(),
    // What the last rule would decide is left for whoever practises.
    rules: rules.slice(0, -1),
    hold: { ...hold, words: holdOrder },
    request: { ...rest, receivedBefore: RECEIVED_BEFORE, accounts: asked.map((name) => name.replace(/^x:/, '')) },
  }
  writeFileSync(join(folder, 'practice.json'), `${JSON.stringify(pack, null, 2)}\n`)
}
