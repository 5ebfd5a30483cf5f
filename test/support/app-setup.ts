// Says at once, before any test of the real app starts, why it cannot start here.
import { findElectron, hasDisplay } from '../../build/electron-runtime.ts'

/** @throws Error when there is no Electron or no display: REQUIRE_APP=1 makes their absence a failure */
export default function setup(): void {
  if (!findElectron()) throw new Error('No Electron here: run “npm run electron:registry”.')
  if (!hasDisplay()) throw new Error('No display here: run the tests under xvfb-run.')
}
