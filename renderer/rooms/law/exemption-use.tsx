// What the use of an exemption has to say and to mind, and its sections.
import type { LawEntry } from '../../../shared/contract/law.ts'
import { en } from '../../locale/en/law.ts'
import { translator } from '../../locale/t.ts'

const t = translator(en)

/** The section, with the former one where it had another. */
export function cited({ citation, exemption }: Pick<LawEntry, 'citation' | 'exemption'>): string {
  return exemption?.former ? t('former', { citation, former: exemption.former }) : citation
}

/** The list; nothing for other rules. */
export function ExemptionUse({ entry: { exemption, asksRelease } }: { readonly entry: LawEntry }) {
  if (exemption === null) return null
  return (
    <ul className="bullets">
      {exemption.trap && <li>{exemption.trap}</li>}
      <li>{t(`basis.${exemption.basis}`)}</li>
      {exemption.asks.map((ask) => (
        <li key={ask}>{t(`asks.${ask}`)}</li>
      ))}
      {exemption.posting && <li>{t('posting')}</li>}
      {asksRelease && <li>{t('asksRelease')}</li>}
    </ul>
  )
}
