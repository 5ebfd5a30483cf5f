// What a list says in place of the words of a locked record.
import type { LockBasis } from '../../../shared/domain/correction.ts'
import { en } from '../../locale/en/corrections.ts'
import { translator } from '../../locale/t.ts'

const t = translator(en)

/** The ground of the lock. */
export function LockedWords({ basis }: { readonly basis: LockBasis }) {
  return <span className="soft">{t('lockedRow', { ground: t(`ground.${basis}`) })}</span>
}
