// Owns the guide to the export of X (formats.md §3; what it does not say is marked as not verified).
import { type Guide, said } from '../guide.ts'

export const x: Guide = {
  platform: 'x',
  title: 'X',
  sure: 'documented',
  who: said(
    'unverified',
    'Whoever can log in to the account. Agree on one person who asks for all of the City’s exports.',
  ),
  steps: [
    ...said(
      'unverified',
      'Log in to X in a browser, as the account.',
      'Open More, then Settings and privacy, then Your account.',
      'Choose Download an archive of your data, and confirm with the password and the code that is sent.',
      'Choose Request archive, and wait for the notice that it is ready.',
      'Download it on the same page.',
    ),
    ...said(
      'documented',
      'Above 50 GB it comes in several ZIP files: download every one and import them together.',
      'Keep the ZIP file as it is: do not unpack it and do not take files out.',
    ),
  ],
  choose: said('documented', 'There is no choice: the archive holds everything that X exports.'),
  takes: said('unverified', 'A day or longer.'),
  expires: [],
  omits: [],
}
