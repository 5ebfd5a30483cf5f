// Gov. Code 34090 as data: what a California city may not destroy (law.md §3.1).
import type { RetentionLaw } from '../domain/retention/subject.ts'

const common = {
  validFrom: null,
  validTo: null,
  source: 'Gov. Code 34090, read at self-law.org and onecle.com',
  confirmed: true,
}

/** The law behind eligibility. No change to it is known; where one comes, it is chosen here by the day of the plan. */
export const retentionLaw: RetentionLaw = {
  destruction: {
    id: 'gov-34090',
    citation: 'Gov. Code 34090',
    text: 'With the approval of the council by resolution and the written consent of the city attorney, the head of a department may destroy a city record that is no longer required.',
    ...common,
  },
  floor: {
    id: 'gov-34090-d',
    citation: 'Gov. Code 34090(d)',
    text: 'Records less than two years old may not be destroyed.',
    period: { amount: 2, unit: 'years' },
    ...common,
  },
  exclusions: {
    a: {
      id: 'gov-34090-a',
      citation: 'Gov. Code 34090(a)',
      text: 'Records affecting the title to real property or liens on it may not be destroyed.',
      ...common,
    },
    b: { id: 'gov-34090-b', citation: 'Gov. Code 34090(b)', text: 'Court records may not be destroyed.', ...common },
    c: {
      id: 'gov-34090-c',
      citation: 'Gov. Code 34090(c)',
      text: 'Records required to be kept by statute may not be destroyed.',
      ...common,
    },
    e: {
      id: 'gov-34090-e',
      citation: 'Gov. Code 34090(e)',
      text: 'Minutes, ordinances and resolutions of the council or of a city board or commission may not be destroyed.',
      ...common,
    },
  },
}
