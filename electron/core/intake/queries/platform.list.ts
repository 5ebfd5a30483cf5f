import { platformList } from '../../../../shared/contract/intake.ts'
import { PlatformName } from '../../../../shared/domain/account/account.ts'
import { answer } from '../../vault/handler.ts'
import { platforms } from '../platforms.ts'

// What is only a piece of an account, such as an entry by hand, is no export that one asks a platform for.
export default answer(platformList, () =>
  platforms
    .filter(({ excerpt }) => excerpt !== true)
    .map(({ name, title, neverExported }) => ({
      platform: PlatformName.parse(name),
      title,
      neverExported: [...neverExported],
    })),
)
