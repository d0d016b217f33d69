/** What is given for signing in, at a door. */
export interface Given {
  readonly password?: string | undefined
  readonly refreshToken?: string | undefined
  readonly clientId?: string | undefined
  readonly clientSecret?: string | undefined
  readonly tokenUrl?: string | undefined
}

/** What is sealed: a password, or what a token is renewed with. */
export type Secret =
  | { readonly password: string }
  | { readonly refreshToken: string; readonly clientSecret: string }

/** The secret as the text that is sealed; null where none was given. */
export function secretText({ password, refreshToken, clientSecret = '' }: Given): string | null {
  const secret: Secret | null =
    refreshToken !== undefined
      ? { refreshToken, clientSecret }
      : password !== undefined
        ? // A file ends its last line, which is no part of a password.
          { password: password.replace(/\r?\n$/u, '') }
        : null
  return secret === null ? null : JSON.stringify(secret)
}

/** What `secretText` made. */
export function secretIn(text: string): Secret {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the vault gives back what was sealed, or nothing
  return JSON.parse(text) as Secret
}
