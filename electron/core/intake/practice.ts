// Practice and record never meet: a real vault takes nothing in that a practice vault made, and a practice vault nothing else.
import { MunimentError } from '../../../shared/contract/error.ts'
import type { Driver } from '../vault/catalog/driver.ts'
import type { GrantedFile } from '../vault/handler.ts'
import { isPractice } from '../vault/repository/practice.ts'
import type { ExportTree } from './platform.ts'
import { beginsAsTraining, isPracticeMaterial } from './practice-mark.ts'

const README = /(?:^|\/)README\.txt$/
/** A packet or an export has one or two. */
const MOST_READMES = 10

/**
 * Lets a vault take in only what is of its own kind.
 * @throws MunimentError PRACTICE_ONLY
 */
export async function refuseOtherKind(db: Driver, sources: readonly GrantedFile[]): Promise<void> {
  const practice = isPractice(db)
  for (const { path, name } of sources) {
    const marked = await isPracticeMaterial(path)
    if (marked && !practice) throw practiceMaterial(name)
    if (practice && !marked) {
      throw new MunimentError(
        'PRACTICE_ONLY',
        `${name} is no practice material, and this is a practice vault: it can be reset at any time, so that nothing real may lie in it. Nothing was taken in; take the sample export, or open the City’s own vault.`,
      )
    }
  }
}

/** Lets a real vault take in nothing that a practice vault made. @throws MunimentError PRACTICE_ONLY */
export async function refusePracticeMaterial(db: Driver, sources: readonly GrantedFile[]): Promise<void> {
  if (!isPractice(db)) await refuseOtherKind(db, sources)
}

/**
 * The same for what lies deeper: archives inside archives, and what was unpacked and packed again.
 * @throws MunimentError PRACTICE_ONLY
 */
export async function refusePracticeInside(
  db: Driver,
  sources: readonly { readonly path: string; readonly name: string }[],
  tree: ExportTree,
  signal: AbortSignal,
): Promise<void> {
  if (isPractice(db)) return
  for (const { path, name } of sources) if (await isPracticeMaterial(path)) throw practiceMaterial(name)
  for (const member of tree.set.members.filter(({ name }) => README.test(name)).slice(0, MOST_READMES)) {
    const head = await tree.set
      .read(member, signal)
      .next()
      .catch(() => null)
    if (head?.value && beginsAsTraining(head.value.toString('utf8'))) throw practiceMaterial(member.name)
  }
}

function practiceMaterial(name: string): MunimentError {
  return new MunimentError(
    'PRACTICE_ONLY',
    `${name} was made for practice or by a practice vault. It never joins a real vault: nothing was taken in. Use it in a practice vault.`,
  )
}
