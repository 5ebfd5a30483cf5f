// Owns the guide to the export of Vimeo (formats.md §8; what it does not say is marked as not verified).
import { type Guide, said } from '../guide.ts'

export const vimeo: Guide = {
  platform: 'vimeo',
  title: 'Vimeo',
  sure: 'unverified',
  who: said('unverified', 'The owner of the account; what a team’s members may ask for is not known.'),
  steps: [
    ...said('documented', 'Download the original of each video, one by one or in bulk.'),
    ...said(
      'documented',
      'Have the details of the videos and their comments fetched through Vimeo’s interface for programs (/videos, /videos/…/comments) by IT, as JSON files.',
    ),
    ...said('documented', 'Download the analytics as CSV where they are wanted.'),
    ...said('unverified', 'Put all of it into one folder and import the folder.'),
  ],
  choose: said('documented', 'Original quality of the videos, JSON of the details.'),
  takes: [],
  expires: [],
  omits: [
    ...said(
      'unverified',
      'What the privacy request of an account holds: neither a description nor a sample of it is public.',
    ),
    ...said('documented', 'Titles, descriptions, dates and comments, where only the videos are downloaded.'),
  ],
}
