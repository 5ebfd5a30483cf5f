// How often an account's export is asked for, when it is due, and setting it.
import { useState } from 'react'
import { accountRemind } from '../../../shared/contract/reminder.ts'
import type { Account } from '../../../shared/domain/account/account.ts'
import { isDue, type Reminder } from '../../../shared/domain/account/reminder.ts'
import { useAction } from '../../client/action.ts'
import { run } from '../../client/call.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/accounts.ts'
import { translator } from '../../locale/t.ts'
import { formatDay, formatInstant, todayIn } from '../../locale/time.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { RefusalNotice } from '../../ui/notice.tsx'
import { Picker } from '../../ui/picker.tsx'
import './accounts.css'

const t = translator(en)
const NEVER = 'never'
const intervals = [1, 2, 3, 6, 12, 24]

interface Props {
  readonly account: Account
  /** Undefined until it is known. */
  readonly reminder: Reminder | undefined
}

/** The cell. */
export function ReminderCell({ account, reminder }: Props) {
  const { zone } = useVault().summary
  const [setting, setSetting] = useState(false)
  if (reminder === undefined) return null
  const { months, due } = reminder
  return (
    <div className="reminder-cell">
      <Button look="quiet" onPress={() => setSetting(true)}>
        {months === null ? t('remind') : t('every', { count: months })}
        <span className="visually-hidden"> {t('remindOf', { handle: account.handle })}</span>
      </Button>
      {due !== null &&
        (isDue(reminder, todayIn(zone)) ? (
          <Chip tone="warn">{t('dueSince', { day: formatDay(due) })}</Chip>
        ) : (
          <span className="soft">{t('dueOn', { day: formatDay(due) })}</span>
        ))}
      <Dialog title={t('reminder', { handle: account.handle })} open={setting} onClose={() => setSetting(false)}>
        <ReminderForm reminder={reminder} onDone={() => setSetting(false)} />
      </Dialog>
    </div>
  )
}

function ReminderForm({ reminder, onDone }: { readonly reminder: Reminder; readonly onDone: () => void }) {
  const { zone } = useVault().summary
  const { account, months, last } = reminder
  const [chosen, setChosen] = useState(months === null ? NEVER : String(months))
  const saving = useAction(async () => {
    await run(accountRemind, { account, months: chosen === NEVER ? null : Number(chosen) })
    onDone()
  })
  const offered = [...new Set([...intervals, ...(months === null ? [] : [months])])].sort((one, other) => one - other)
  return (
    <div className="form">
      <Picker
        label={t('interval')}
        hint={last === null ? t('lastNone') : t('last', { day: formatInstant(last, zone, 'day') })}
        value={chosen}
        onChange={setChosen}
        choices={[
          { id: NEVER, label: t('never') },
          ...offered.map((count) => ({ id: String(count), label: t('every', { count }) })),
        ]}
      />
      <p className="hint">{t('reminderAbout')}</p>
      <RefusalNotice refusal={saving.refusal} />
      <div className="form-actions">
        <Button look="quiet" onPress={onDone}>
          {t('cancel')}
        </Button>
        <Button look="strong" onPress={() => void saving.go()} busy={saving.busy}>
          {t('save')}
        </Button>
      </div>
    </div>
  )
}
