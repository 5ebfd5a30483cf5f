// When, how and with what proof a packet went out, or that it did not.
import type { Production } from '../../../../shared/domain/request/request.ts'
import { en as letters } from '../../../locale/en/letters.ts'
import { en } from '../../../locale/en/packets.ts'
import { translator } from '../../../locale/t.ts'
import { formatDay } from '../../../locale/time.ts'

const t = translator(en)
const l = translator(letters)

/** The lines. */
export function SentLines({ production: { sent } }: { readonly production: Production }) {
  if (sent.length === 0) return <p>{t('notSent')}</p>
  return (
    <ul className="bullets">
      {sent.map(({ on, time, how, proof }) => (
        <li key={`${on} ${time} ${how} ${proof}`}>
          {t('wasSent', { on: formatDay(on), time: time === null ? '' : ` ${time}`, how: l(`how.${how}`), proof })}
        </li>
      ))}
    </ul>
  )
}
