// How many records are taken at once where a job reads them and the writer decides on them.

/** The writer is held for some tens of milliseconds by so many decisions; a clerk's command waits no longer. */
export const PAGE = 2000
