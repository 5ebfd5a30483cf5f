// What an exemption covers, what to mind, and how sure the City is of it.
import type { Exemption } from '../../../../shared/domain/review/exemption.ts'
import { en } from '../../../locale/en/review.ts'
import { translator } from '../../../locale/t.ts'
import { Chip } from '../../../ui/chip.tsx'

const t = translator(en)

/** The card. */
export function ExemptionCard({ exemption }: { readonly exemption: Exemption }) {
  const { citation, former, text, trap, basis, confirmed } = exemption
  return (
    <div className="exemption">
      <p className="exemption-head">
        <strong>{citation}</strong>
        {former !== null && <span className="soft">{t('formerly', { section: former })}</span>}
        {!confirmed && <Chip tone="warn">{t('unconfirmed')}</Chip>}
      </p>
      <dl>
        <div>
          <dt>{t('covers')}</dt>
          <dd>{text}</dd>
        </div>
        {trap !== null && (
          <div>
            <dt>{t('trap')}</dt>
            <dd>{trap}</dd>
          </div>
        )}
        <div>
          <dt>{t('kind')}</dt>
          <dd>{t(`justification.${basis}`)}</dd>
        </div>
      </dl>
      {!confirmed && <p className="soft">{t('unconfirmedAbout')}</p>}
    </div>
  )
}
