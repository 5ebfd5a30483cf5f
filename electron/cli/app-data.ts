// Where the app keeps its own data on this computer, so that a destruction at the command line looks there for traces, too.
import { posix, win32 } from 'node:path'

/** What tells the place: the operating system, its environment and the person's home folder. */
export interface Desk {
  readonly platform: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly home: string
}

/** The name of the app, as package.json has it. */
const APP = 'muniment'

/** The folder that Electron gives the app: `appData` of app.getPath, with its name below. */
export function appDataFolder({ platform, env, home }: Desk): string {
  if (platform === 'win32') return win32.join(env.APPDATA || win32.join(home, 'AppData', 'Roaming'), APP)
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', APP)
  return posix.join(env.XDG_CONFIG_HOME || posix.join(home, '.config'), APP)
}
