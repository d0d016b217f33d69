import { afterAll, beforeAll, expect, test } from 'vitest'
import { openApi } from '../../src/doors/http/openapi.ts'
import { toolFor } from '../../src/doors/mcp/tools.ts'
import { everyOperation } from '../../src/operations/run.ts'
import { freshHome, type Json, removeHome, type RunningServer, serve, signIn } from './stand.ts'

const description: Json = JSON.parse(JSON.stringify(openApi('1.2.3')))

let home: string
let server: RunningServer
beforeAll(async () => {
  home = await freshHome()
  server = await serve(home)
})
afterAll(async () => {
  await server.stop()
  await removeHome(home)
})

test('the description is OpenAPI 3.1 and holds every operation once', () => {
  expect(description.openapi).toMatch(/^3\.1\.\d$/)
  expect(description.info).toMatchObject({ title: 'Sobremesa', version: '1.2.3' })
  const names = everyOperation().map(({ name }) => name)
  expect(Object.keys(description.paths)).toEqual(names.map((name) => `/api/${name}`))
  const ids = Object.values<Json>(description.paths).map(({ post }) => post.operationId)
  expect(ids).toEqual(names)
})

test('every reference leads somewhere', () => {
  const references = [...JSON.stringify(description).matchAll(/"\$ref":"([^"]+)"/g)]
  expect(references.length).toBeGreaterThan(50)
  for (const [, path = ''] of references) {
    const found = path
      .slice(2)
      .split('/')
      .reduce<Json>((at, name) => at?.[name], description)
    expect([path, typeof found]).toEqual([path, 'object'])
  }
})

test('every answer says what it is, and no place of this computer is asked for', () => {
  for (const { post } of Object.values<Json>(description.paths)) {
    expect(post.responses[200].description).toBeTypeOf('string')
    expect(post.responses.default.content).toHaveProperty(['application/problem+json'])
  }
  expect(description.components.schemas.File.properties).not.toHaveProperty('path')
})

test('a tool of MCP takes and gives objects', () => {
  for (const operation of everyOperation()) {
    const tool = toolFor(operation)
    expect(tool.name).toMatch(/^[a-z]+_[a-zA-Z-]+$/)
    expect(tool.inputSchema.type).toBe('object')
    expect(tool.annotations?.readOnlyHint).toBe(operation.kind === 'read')
    expect(JSON.stringify(tool)).not.toContain('"path":{"type":"string"}')
  }
})

test('the server gives it out, with a page for people that needs no script', async () => {
  const headers = { cookie: await signIn(server) }
  const given: Json = await (await fetch(`${server.origin}/api/openapi.json`, { headers })).json()
  expect(Object.keys(given.paths)).toEqual(Object.keys(description.paths))
  const page = await (await fetch(`${server.origin}/api`, { headers })).text()
  for (const { name } of everyOperation()) expect(page).toContain(`POST /api/${name}`)
  expect(page).not.toMatch(/<script|\son\w+=|javascript:/i)
})
