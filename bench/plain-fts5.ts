// oxlint-disable-next-line typescript/triple-slash-reference -- the package brings no types; this is where ours say whose they are
/// <reference path="../src/platform/database/better-sqlite3-multiple-ciphers.d.ts" />
import SqliteFile from 'better-sqlite3-multiple-ciphers'

/**
 * The peer: what SQLite itself does with the same words, without a notebook around them. One table with the texts and
 * a full-text index, everything in one transaction, as durable as ours.
 */
export function openPlainFts5(path: string): SqliteFile.Database {
  const file = new SqliteFile(path)
  file.pragma('journal_mode = wal')
  file.pragma('synchronous = full')
  file.exec(`create table texts (id integer primary key, text text not null);
    create virtual table found using fts5(text, content='texts', content_rowid='id',
      tokenize='unicode61 remove_diacritics 2', prefix='2 3');`)
  return file
}

export function fill(file: SqliteFile.Database, texts: readonly string[]): void {
  const text = file.prepare('insert into texts (text) values (?)')
  const found = file.prepare('insert into found (rowid, text) values (?, ?)')
  file.transaction(() => {
    for (const one of texts) found.run(text.run(one).lastInsertRowid, one)
  })()
}
