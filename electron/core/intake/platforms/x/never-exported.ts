// Owns the sentences about what no export of X holds (X's own README; formats.md §3): said in each reconciliation.

/** What is missing from every export, whoever asks for it. */
export const NEVER_EXPORTED: readonly string[] = [
  'Posts deleted more than about 14 days before the export: they leave no trace in it.',
  'What other people wrote: replies to the account’s posts, quotes of them, mentions of the account.',
  'Posts that the account quoted or reposted: of a repost only the beginning of the text is there, of a quoted post only its address.',
  'Encrypted direct messages, and messages that the account deleted.',
  'The names of the people written with: an export gives the numbers of their accounts.',
  'When something was liked, and by whom the liked post was.',
  'How many people saw a post, and how the numbers of likes and reposts changed over time: an export gives the numbers of its day.',
  'Who liked or reposted the account’s posts.',
  'Polls, link previews and the descriptions of pictures, as far as X leaves them out.',
  'Earlier texts of a post under the same number: since 2022 each edit is a post of its own with a number of its own.',
]
