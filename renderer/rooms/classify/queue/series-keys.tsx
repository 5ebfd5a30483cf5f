// The series that have a key, and any other by its name.
import { useState } from 'react'
import type { Series } from '../../../../shared/domain/schedule/series.ts'
import { useVault } from '../../../client/vault.ts'
import { en } from '../../../locale/en/queue.ts'
import { translator } from '../../../locale/t.ts'
import { Button } from '../../../ui/button.tsx'
import { SearchPicker } from '../../../ui/picker.tsx'
import type { Binding } from '../../../workspace/db.ts'
import { saveBindings } from '../../../workspace/queue-keys.ts'

const t = translator(en)

interface Props {
  readonly series: readonly Series[]
  readonly bindings: readonly Binding[] | undefined
  readonly enabled: boolean
  readonly onDecide: (code: string) => void
  readonly onKeys: () => void
}

/** The part. */
export function SeriesKeys({ series, bindings, enabled, onDecide, onKeys }: Props) {
  const { vaultId } = useVault().summary
  const [other, setOther] = useState<string | null>(null)
  const titleOf = (code: string) => series.find((one) => one.code === code)?.title ?? ''
  const firstNine = () =>
    void saveBindings(
      vaultId,
      series.slice(0, 9).map(({ code }, place) => ({ key: String(place + 1), series: code })),
    )
  return (
    <section className="queue-part" aria-labelledby="queue-series">
      <h2 id="queue-series">{t('series')}</h2>
      {bindings?.length === 0 && (
        <>
          <p className="soft">{t('noKeys')}</p>
          <div className="form-actions start">
            <Button onPress={onKeys}>{t('giveKeys')}</Button>
            <Button look="quiet" onPress={firstNine}>
              {t('firstNine')}
            </Button>
          </div>
        </>
      )}
      <ul className="series-keys">
        {bindings?.map(({ key, series: code }) => (
          <li key={key}>
            <button type="button" className="series-key" disabled={!enabled} onClick={() => onDecide(code)}>
              <kbd>{key}</kbd>
              <strong>{titleOf(code)}</strong>
              <span className="soft series-code">{code}</span>
            </button>
          </li>
        ))}
      </ul>
      {series.length > 0 && (
        <div className="other-series">
          <SearchPicker
            label={t('other')}
            choices={series.map(({ code, title }) => ({ id: code, label: `${code} ${title}` }))}
            value={other}
            onChange={setOther}
          />
          <Button disabled={other === null || !enabled} onPress={() => other !== null && onDecide(other)}>
            {t('assign')}
          </Button>
        </div>
      )}
    </section>
  )
}
