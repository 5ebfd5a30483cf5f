// English strings of long work that a room began.
export const en = {
  resume: 'Go on with it',
  toJobs: 'Go to Jobs',
} as const
