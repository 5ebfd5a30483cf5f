// Operations on reminders: how often each account's export is to be asked for, and when it is due.
import { z } from 'zod'
import { Reminder, ReminderMonths } from '../domain/account/reminder.ts'
import { AccountId } from '../domain/id.ts'
import { command, query } from './define.ts'

export const accountReminders = query('account.reminders', {
  summary:
    'For every account how often its export is to be asked for, what stands of the last one, and when it is due.',
  input: z.strictObject({}),
  output: z.array(Reminder),
})

export const accountRemind = command('account.remind', {
  summary: 'Sets how often the export of an account is to be asked for, or that it is not waited for.',
  input: z.strictObject({ account: AccountId, months: ReminderMonths.nullable() }),
  output: z.strictObject({ months: ReminderMonths.nullable() }),
  errors: ['ACCOUNT_UNKNOWN'],
})
