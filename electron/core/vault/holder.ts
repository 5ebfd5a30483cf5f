// Who has a vault open, for another desk to read. The lock is the truth; this file says whose it is.
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { MunimentError } from '../../../shared/contract/error.ts'
import type { PersonId } from '../../../shared/domain/id.ts'
import { Instant, type Zone } from '../../../shared/domain/time.ts'

const FILE = 'open.json'

const Holder = z.strictObject({
  /** The person who acted last, by name; null before anybody did. */
  person: z.string().nullable(),
  osUser: z.string(),
  machine: z.string(),
  since: Instant,
  /** When it last said that it still has the vault. */
  seen: Instant,
})
type Holder = z.infer<typeof Holder>

/** How long a desk that said nothing is still taken to have the vault, where no lock can tell. */
const SILENT_MS = 5 * 60_000
const AGAIN_MS = 60_000

/** Who says that they have the vault open; null where nobody does. */
export function readHolder(folder: string): Holder | null {
  try {
    return Holder.parse(JSON.parse(readFileSync(join(folder, FILE), 'utf8')))
  } catch {
    // No such file, or one that is just being written: the lock decides.
    return null
  }
}

export interface Presence {
  /** Takes note of who acts. */
  acts(person: PersonId | null): void
  /** Says that nobody has the vault open any more. */
  end(): void
}

/**
 * Says who has the vault open, for as long as this process does.
 * @param again whether to say so every minute: where the lock does not reach another computer, silence means that nobody is there
 * @param nameOf the name of a person who acts
 */
export function sayWhoIsHere(
  folder: string,
  since: Instant,
  options: { readonly clock: () => Instant; readonly osUser: string; readonly machine: string },
  again: boolean,
  nameOf: (person: PersonId) => Promise<string | null>,
): Presence {
  const { osUser, machine } = options
  let holder: Holder = { person: null, osUser, machine, since, seen: since }
  let acting: PersonId | null = null
  let ended = false
  const say = (part: Partial<Holder>) => {
    if (ended) return
    holder = { ...holder, ...part }
    writeHolder(folder, holder)
  }
  say({})
  const timer = again ? setInterval(() => say({ seen: options.clock() }), AGAIN_MS).unref() : null
  return {
    acts: (person) => {
      if (person === null || person === acting) return
      acting = person
      void nameOf(person).then(
        (name) => say({ person: name }),
        () => {},
      )
    },
    end: () => {
      ended = true
      if (timer !== null) clearInterval(timer)
      rmSync(join(folder, FILE), { force: true })
    },
  }
}

/** Says who has the vault open. Where it cannot be written the vault is opened all the same. */
function writeHolder(folder: string, holder: Holder): void {
  const aside = join(folder, `${FILE}.part`)
  try {
    writeFileSync(aside, `${JSON.stringify(holder, null, 2)}\n`)
    renameSync(aside, join(folder, FILE))
  } catch {
    rmSync(aside, { force: true })
  }
}

/** Whether another computer has the vault, as far as its file tells: for places where a lock does not reach from one to the other. */
export function isHeldElsewhere(holder: Holder | null, machine: string, now: Instant): holder is Holder {
  return holder !== null && holder.machine !== machine && Math.abs(now - holder.seen) < SILENT_MS
}

/** The refusal that names who has the vault open, where, and since when. */
export function inUse(holder: Holder | null, zone: Zone): MunimentError {
  const who =
    holder === null
      ? 'Another Muniment on this computer'
      : `${holder.person === null ? holder.osUser : `${holder.person} (${holder.osUser})`} at the computer ${holder.machine}`
  const since = holder === null ? '' : ` since ${moment(holder.since, zone)}`
  return new MunimentError(
    'VAULT_IN_USE',
    `${who} has this vault open${since}. Nothing was changed; close it there, or read a copy of it here.`,
  )
}

function moment(at: Instant, zone: Zone): string {
  return new Intl.DateTimeFormat('en-US', { timeZone: zone, dateStyle: 'long', timeStyle: 'short' }).format(at)
}
