// English strings of the room Jobs.
export const en = {
  title: 'Jobs',
  about: 'Long work: what is under way, and what became of it',
  none: 'Nothing has been done yet',
  noneAbout: 'Imports, packets, purge plans, checks and backups appear here while they run and afterwards.',
  underWay: 'Under way',
  needYou: 'Interrupted',
  needYouAbout: 'Muniment was stopped while these ran. Take each up where it was, or undo what it had stored.',
  ended: 'Ended',
  cancel: 'Cancel',
  resume: 'Resume',
  undo: 'Undo',
  open: 'Look at the reconciliation',
  startedAt: 'started {when}',
  endedAt: 'ended {when}',
} as const
