import { carryOut } from '../shell/deeds.ts'
import { client } from '../shell/server.ts'
import { t } from '../words/words.ts'

/** Changes settings and says so; false after a refusal, which is said too. */
export async function changeSettings(
  change: Parameters<typeof client.settings.change>[0],
): Promise<boolean> {
  return (await carryOut(client.settings.change, change, () => t('settings.kept'))) !== null
}
