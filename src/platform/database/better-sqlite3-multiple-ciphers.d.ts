declare module 'better-sqlite3-multiple-ciphers' {
  import SqliteFile = require('better-sqlite3')
  export = SqliteFile
}
