/** What `importera help` prints. */
export const USAGE = `importera – spreadsheet imports from the command line

  importera read FILE [--json] [--limit N] [--text]
      what is in the file: format, encoding, delimiter, sheets, header row, rows
  importera map FILE --schema S.json [--json]
      which column is which field, with score, reason and runner-up
  importera check FILE --schema S.json [--recipe R.json] [--json]
      issues, counted; exit code 1 if any row is invalid
  importera run FILE --schema S.json [--recipe R.json] --to TARGET [--errors F.csv|F.xlsx [--language sv]] [--json]
      imports; TARGET is memory:, ndjson:PATH, pglite:DIR or postgres://…; exit code 1 if any row was rejected
  importera template --schema S.json -o F.csv|F.xlsx|F.xls
      a file with a ready column per field

Decisions, for every command with a schema:
  --kind NAME         which of the schema's kinds is imported; default: the first
  --set KEY=VALUE     an answer to a setting; once for each value of one that takes several
  --user NAME         who imports
  importera serve [--schema S.json] [--config importera.config.ts] [--database URL|FOLDER] [--port N] [--host H] [--no-worker]
      an import server over HTTP with a worker, here for one person unless a configuration says who asks
  importera worker [--schema S.json] [--config importera.config.ts] --database postgres://…
      one more worker for the imports of a server

Read options, for every command that reads a file:
  --sheet NAME        the sheet of a workbook
  --header N|auto|none  the row of the headings, as the spreadsheet numbers it
  --skip N            rows to pass over from the top
  --encoding LABEL    e.g. windows-1252
  --delimiter D       e.g. ";" or "tab"

Exit codes: 0 fine, 1 some rows were invalid or rejected, 2 failed (one line on stderr says why).
`;
