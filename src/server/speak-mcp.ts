import { mcpOverStdio } from '../doors/mcp/stdio.ts'
import { rights } from '../kit/contract.ts'
import type { Caller } from '../platform/context.ts'
import { folderIn, type Home } from '../platform/home.ts'
import { deskThatWorks, openNotebook } from './notebook.ts'
import { complain, stopSignal } from './process.ts'
import { versionOfProgram } from './version.ts'

/** `sobremesa mcp`: whoever may start it may read the notebook; what it may not do is kept back by the door. */
export async function speakMcp(home: Home): Promise<void> {
  const { engine, owner, close } = await openNotebook(home)
  const works = new Set<Promise<void>>()
  const desk = deskThatWorks(engine, (error) => complain('Long work', error), works)
  const caller: Caller = {
    ...owner,
    // A letter goes, and an answer is opened, by the owner's own hand: whoever started this is a program.
    rights: new Set(rights.filter((right) => right !== 'mail:send' && right !== 'mail:read')),
    door: 'mcp',
    device: 'mcp',
    listedAs: null,
    zone: null,
  }
  try {
    const incoming = await folderIn(home, 'incoming')
    const door = { desk, incoming, version: versionOfProgram(), failed: complain }
    await mcpOverStdio(door, caller, stopSignal())
    // Long work was asked to stop when its caller went; it ends with a slice that is whole.
    await Promise.all(works)
  } finally {
    await close()
  }
}
