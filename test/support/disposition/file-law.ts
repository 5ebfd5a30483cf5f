// What the model allows with the office's own files: each by the series that the office chose for it, never one that is held or goes on.
import { dayOf } from './days.ts'
import { covers, coversAll } from './scope.ts'
import { endOf, isNeverDestroyed, newest, type SeriesName, twoYears } from './series.ts'
import { type FileKind, type FileKnown, keyOf, type PlanFileKnown, type PlanKnown, type State } from './state.ts'

/** What was found for a request, by the native ids of records. */
interface Looking {
  foundFor(request: string): readonly string[]
}

/** The order in which files go: a packet before the file of its request. */
const ORDER: readonly FileKind[] = ['packet', 'request-file', 'purge-plan', 'hold-file', 'removal-entry']

/** The files of a kind. */
export function filesOf({ files }: State, wanted: FileKind): readonly FileKnown[] {
  return files.filter(({ kind }) => kind === wanted)
}

/** The series that the office chose for a file: its own, else that of its kind. */
function chosenFor({ chosen }: State, file: FileKnown): SeriesName | null {
  return chosen[keyOf(file)] ?? chosen[file.kind] ?? null
}

/** The first day on which the series of a file allows that it goes, whatever else holds it; null where none does. */
function endOfFile(state: State, file: FileKnown): { readonly series: SeriesName; readonly on: string } | null {
  const series = chosenFor(state, file)
  if (series === null || isNeverDestroyed(series)) return null
  const age = dayOf(Math.max(file.opened, file.touched))
  const end = endOf(series, age, file.closed ?? '', state.postYears)
  return end === null ? null : { series, on: newest([end, twoYears(age)]) }
}

/** Whether the file of a closed request has been kept for its time: then it holds nothing any more. */
export function isOver(state: State, request: string, day: string): boolean {
  const file = filesOf(state, 'request-file').find(({ id }) => id === request)
  const end = file === undefined || file.open ? null : endOfFile(state, file)
  return end !== null && end.on <= day
}

/** What holds a file; null where nothing does. A request holds records, and files that its hold names. */
function heldBy(state: State, look: Looking, file: FileKnown): string | null {
  const naming = state.holds.find(({ files }) => files.includes(keyOf(file)))
  if (naming !== undefined) return `${naming.label} names it`
  const about = new Set(file.kind === 'request-file' ? look.foundFor(file.id) : file.about)
  const records = state.records.filter(({ native }) => about.has(native))
  const orders = state.holds.filter(({ request }) => request === null)
  const general = orders.find(({ scope }) => coversAll(scope))
  if (general !== undefined) return `${general.label} covers everything`
  return orders.find(({ scope }) => records.some((one) => covers(scope, one)))?.label ?? null
}

/** By which series a file may go on a day, or why it may not. @param gone packets that go before it, as `packet 3` */
function judgedFile(state: State, look: Looking, file: FileKnown, day: string, gone: ReadonlySet<string>) {
  const end = endOfFile(state, file)
  if (end === null) return { series: null, why: 'its series never lets it go' }
  if (end.on > day) return { series: null, why: `it is to be kept until ${end.on}` }
  const held = heldBy(state, look, file)
  if (held !== null) return { series: null, why: held }
  if (file.open) return { series: null, why: 'it is not over' }
  if (end.series === 'jubilee' && !state.noLastingValue) return { series: null, why: 'what is historical waits' }
  const packet = filesOf(state, 'packet').find((one) => one.request === file.id && !gone.has(keyOf(one)))
  if (file.kind === 'request-file' && packet !== undefined) return { series: null, why: `${keyOf(packet)} stays` }
  return { series: end.series, why: null }
}

/** The files that a plan of a day must list, in the order in which they go. */
export function filesListed(state: State, look: Looking, day: string): PlanFileKnown[] {
  const going = new Set<string>()
  return ORDER.flatMap((kind) => filesOf(state, kind)).flatMap((file) => {
    const { series } = judgedFile(state, look, file, day, going)
    if (series === null) return []
    going.add(keyOf(file))
    return [{ key: keyOf(file), series, stamp: file.stamp }]
  })
}

/** Why a file that a plan lists stays after all; null where it goes. */
export function fileStaysBecause(state: State, look: Looking, plan: PlanKnown, item: PlanFileKnown, today: string) {
  if (plan.narrowedFiles.includes(item.key)) return 'struck from the plan'
  const file = state.files.find((one) => keyOf(one) === item.key)
  if (file === undefined) return 'gone'
  const { series, why } = judgedFile(state, look, file, today, new Set())
  if (why !== null) return why
  if (series !== item.series) return `of series ${series} now`
  return file.stamp === item.stamp ? null : 'something was entered in it since'
}
