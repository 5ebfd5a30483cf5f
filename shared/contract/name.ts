// Names without imports: all that the preload carries (a validator there would cost every window 156 kB).

/** The one channel on which a window asks the shell for something. */
export const SHELL_CHANNEL = 'muniment:shell'
/** The channel on which a window asks which words are misspelled. */
export const SPELLING_CHANNEL = 'muniment:spelling'
/** The channel on which the shell tells a window what happened to the vault. */
export const SHELL_STATE_CHANNEL = 'muniment:state'
/** The channel on which the shell hands a window its port to the vault. */
export const PORT_CHANNEL = 'muniment:port'
