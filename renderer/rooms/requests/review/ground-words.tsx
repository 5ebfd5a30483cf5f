// A ground in a few words: its citation, the second law, and what is kept back.
import type { AppliedGround } from '../../../../shared/domain/review/review.ts'
import { en as ordinanceWords } from '../../../locale/en/ordinance.ts'
import { en } from '../../../locale/en/review.ts'
import { translator } from '../../../locale/t.ts'
import { Chip } from '../../../ui/chip.tsx'
import { useBook } from './use-book.ts'

const t = translator(en)
const ordinance = translator(ordinanceWords)

/** The words. */
export function GroundWords({ ground }: { readonly ground: AppliedGround }) {
  const exemption = useBook().catalogue(ground.exemption)
  return (
    <div>
      <strong>{exemption?.citation ?? ground.exemption}</strong>
      {ground.law !== '' && (
        <>
          {' · '}
          <bdi>{ground.law}</bdi>
        </>
      )}{' '}
      {exemption?.confirmed === false && <Chip tone="warn">{t('unconfirmed')}</Chip>}
      <p className="soft lighter">
        <bdi>{ground.describes}</bdi>
      </p>
      {ground.ordinance && (
        <p className="soft lighter">
          <bdi>{ordinance('no', { by: ground.ordinance.by })}</bdi>
        </p>
      )}
    </div>
  )
}
