// What Muniment takes the files for, how sure it is, and why.
import type { Recognition } from '../../../shared/contract/intake.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/imports.ts'
import { formatShare } from '../../locale/number.ts'
import { translator } from '../../locale/t.ts'
import { formatInstant } from '../../locale/time.ts'
import { Chip } from '../../ui/chip.tsx'
import { PlainText } from '../../ui/plain-text.tsx'

const t = translator(en)

/** The card. */
export function RecognitionCard({ recognition }: { readonly recognition: Recognition }) {
  const { zone } = useVault().summary
  const { confidence } = recognition
  const [tone, word] =
    confidence >= 0.9
      ? (['good', t('sure')] as const)
      : confidence >= 0.6
        ? (['accent', t('likely')] as const)
        : (['warn', t('unsure')] as const)
  return (
    <div className="card recognition">
      <div className="recognition-head">
        <h3>{recognition.title}</h3>
        <Chip tone={tone} icon={tone === 'warn' ? 'warning' : 'done'}>
          {t('confidence', { word, share: formatShare(confidence) })}
        </Chip>
      </div>
      <dl className="facts">
        {recognition.ownerHandle !== null && (
          <div>
            <dt>{t('owner')}</dt>
            <dd>
              @<PlainText text={recognition.ownerHandle} />
              {recognition.ownerName && (
                <span className="soft">
                  {' '}
                  · <PlainText text={recognition.ownerName} />
                </span>
              )}
            </dd>
          </div>
        )}
        {recognition.generatedAt !== null && (
          <div>
            <dt>{t('made')}</dt>
            <dd>{formatInstant(recognition.generatedAt, zone, 'moment')}</dd>
          </div>
        )}
      </dl>
      <details>
        <summary>{t('evidence')}</summary>
        <ul className="bullets">
          {recognition.evidence.map((sentence) => (
            <li key={sentence}>
              <PlainText text={sentence} />
            </li>
          ))}
        </ul>
      </details>
    </div>
  )
}
