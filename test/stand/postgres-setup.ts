import type { TestProject } from 'vitest/node'
import { type PostgresServer, startPostgres } from './postgres-server.ts'

let server: PostgresServer | undefined

/** One server for all test files of a run (vitest's `globalSetup`); the files ask `freshDatabase`. */
export async function setup(project: TestProject): Promise<void> {
  server = await startPostgres()
  project.provide('postgres', { adminUrl: server.adminUrl })
}

export async function teardown(): Promise<void> {
  await server?.stop()
}

declare module 'vitest' {
  interface ProvidedContext {
    postgres: { readonly adminUrl: string }
  }
}
