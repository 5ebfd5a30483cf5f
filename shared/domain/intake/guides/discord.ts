// Owns the guide to the export of Discord (formats.md §22; what it does not say is marked as not verified).
import { type Guide, said } from '../guide.ts'

export const discord: Guide = {
  platform: 'discord',
  title: 'Discord',
  sure: 'agreed',
  who: said('unverified', 'Whoever can log in to the account. A server as a whole cannot be asked for.'),
  steps: [
    ...said(
      'unverified',
      'Open User Settings, then Data & Privacy, then Request all of my data.',
      'Tick messages and servers, and submit.',
      'Wait for the e-mail.',
    ),
    ...said(
      'agreed',
      'Download package.zip and keep it as it is.',
      'Save the attachments at once: the package holds addresses that expire.',
    ),
  ],
  choose: said('agreed', 'There is no choice of form.'),
  takes: [],
  expires: said('agreed', 'The addresses of attachments expire. After how many days is not known.'),
  omits: said(
    'agreed',
    'Everything that others wrote: only the account’s own messages are in it.',
    'Attachments: only their addresses are in it.',
  ),
}
