import { useState } from 'react';
import type { ReactElement } from 'react';
import { SelectField } from '../controls/SelectField.tsx';
import type { SelectOption } from '../controls/SelectField.tsx';
import { SwitchField } from '../controls/SwitchField.tsx';
import { TextField } from '../controls/TextField.tsx';
import { useImporterScope } from '../importer/ImporterScope.tsx';
import type { TablePreview } from './useTablePreview.ts';

/** Encodings worth offering by name; the one found is added. */
const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'iso-8859-15',
  'windows-1250',
  'iso-8859-2',
  'windows-1251',
  'windows-1253',
  'windows-1254',
  'windows-1257',
  'macintosh',
  'shift_jis',
  'euc-jp',
  'gb18030',
  'big5',
  'euc-kr',
];

type Delimiter = 'comma' | 'semicolon' | 'tab' | 'pipe' | 'space' | 'colon';
const DELIMITERS: Readonly<Record<string, Delimiter>> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'pipe',
  ' ': 'space',
  ':': 'colon',
};

/** How the file is read: each choice with what was found. */
export function ReadOptionsPanel({ preview }: { readonly preview: TablePreview }): ReactElement {
  const text = useImporterScope().messages.table;
  return (
    <section className="importera-panel">
      <h3 className="importera-panel-title">{text.options}</h3>
      <div className="importera-stack">
        <SheetSelect preview={preview} />
        <HeaderOptions preview={preview} />
        <EncodingSelect preview={preview} />
        <DelimiterSelect preview={preview} />
      </div>
    </section>
  );
}

function SheetSelect({ preview }: { readonly preview: TablePreview }): ReactElement | null {
  const text = useImporterScope().messages.table;
  const { sheets, sheet } = preview.table;
  if (sheets.length < 2) return null;
  const options = sheets.map(({ name, rows, hidden }) => ({
    value: name,
    label: name,
    help: [text.sheetRows(rows), hidden ? text.hidden : ''].filter(Boolean).join(' · '),
  }));
  // Another sheet has other headings: what was chosen for the old one would mislead.
  const choose = (name: string): void =>
    preview.change({ sheet: name, headerRow: undefined, skipRows: undefined });
  return (
    <SelectField
      label={text.sheet}
      value={sheet}
      options={options}
      disabled={preview.disabled}
      onChange={choose}
    />
  );
}

function HeaderOptions({ preview }: { readonly preview: TablePreview }): ReactElement {
  const text = useImporterScope().messages.table;
  const { headerRow } = preview.table;
  return (
    <>
      <SkipRowsField preview={preview} />
      <SwitchField
        label={text.firstRowIsHeader}
        hint={headerRow === null ? text.noHeader : text.isHeader(headerRow)}
        checked={headerRow !== null}
        disabled={preview.disabled}
        onChange={(checked) => preview.change({ headerRow: checked ? firstRow(preview) : null })}
      />
    </>
  );
}

/** What is typed stays while the file is read anew; only then does the found number change. */
function SkipRowsField({ preview }: { readonly preview: TablePreview }): ReactElement {
  const text = useImporterScope().messages.table;
  const { headerRow, skipRows } = preview.table;
  const [typed, setTyped] = useState<string | null>(null);
  function change(value: string): void {
    setTyped(value);
    const rows = Math.floor(Number(value));
    if (value.trim() === '' || !Number.isFinite(rows) || rows < 0) return;
    preview.change({
      skipRows: rows,
      headerRow: headerRow === null ? null : firstRow(preview, rows),
    });
  }
  return (
    <TextField
      label={text.skipRows}
      type="number"
      inputMode="numeric"
      min={0}
      max={999}
      disabled={preview.disabled}
      // Rows above the headings are passed over too.
      value={typed ?? String(Math.max(skipRows, (headerRow ?? 1) - 1))}
      onChange={change}
      onBlur={() => setTyped(null)}
    />
  );
}

/** The row under those that are ignored, blank ones passed over; undefined leaves it to a guess. */
function firstRow({ table }: TablePreview, ignored = table.skipRows): number | undefined {
  return table.preview.find(
    ({ row, cells }) => row > ignored && cells.some((cell) => cell.trim() !== ''),
  )?.row;
}

function EncodingSelect({ preview }: { readonly preview: TablePreview }): ReactElement | null {
  const text = useImporterScope().messages.table;
  const { encoding, encodingConfidence } = preview.table;
  if (encoding === null) return null;
  const known = ENCODINGS.includes(encoding) ? ENCODINGS : [encoding, ...ENCODINGS];
  const options = known.map((value) => ({ value, label: encodingName(value) }));
  const name = encodingName(encoding);
  const found =
    encodingConfidence === null ? text.found(name) : text.foundSure(name, encodingConfidence);
  return (
    <SelectField
      label={text.encoding}
      value={encoding}
      options={options}
      hint={preview.read.encoding === undefined ? found : text.chosen}
      disabled={preview.disabled}
      onChange={(value) => preview.change({ encoding: value })}
    />
  );
}

function encodingName(label: string): string {
  return label
    .replace(/^utf/, 'UTF')
    .replace(/^windows/, 'Windows')
    .replace(/^iso/, 'ISO')
    .replace(/(\d)(le|be)$/, (_, digit: string, end: string) => digit + end.toUpperCase());
}

function DelimiterSelect({ preview }: { readonly preview: TablePreview }): ReactElement | null {
  const text = useImporterScope().messages.table;
  const { delimiter } = preview.table;
  if (delimiter === null) return null;
  const name = (sign: string): string => {
    const known = DELIMITERS[sign];
    return known === undefined ? sign : text.delimiters[known];
  };
  const options: SelectOption<string>[] = Object.keys(DELIMITERS).map((value) => ({
    value,
    label: name(value),
  }));
  if (DELIMITERS[delimiter] === undefined) options.unshift({ value: delimiter, label: delimiter });
  return (
    <SelectField
      label={text.delimiter}
      value={delimiter}
      options={options}
      hint={preview.read.delimiter === undefined ? text.found(name(delimiter)) : text.chosen}
      disabled={preview.disabled}
      onChange={(value) => preview.change({ delimiter: value })}
    />
  );
}
