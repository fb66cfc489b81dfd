import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { customerLine, HEADER } from '../customersCsv.ts';

/** Every tenth customer of the file is stored already, with other values. */
export const STORED_EVERY = 10;
/** Every twentieth row repeats the customer of the row a thousand before, with another city and revenue. */
const REPEATED_EVERY = 20;
/** No multiple of twenty: the row that is repeated must not be one that repeats another. */
const REPEAT_DISTANCE = 1001;

/** Writes a customer list of `rows` rows: 10 % update a stored customer, 5 % one that an earlier row of the file wrote. */
export async function writeCustomers(path: string, rows: number): Promise<void> {
  const stream = createWriteStream(path);
  let text = `${HEADER}\n`;
  for (let n = 0; n < rows; n++) {
    text += `${line(n)}\n`;
    if (text.length < 1 << 20) continue;
    if (!stream.write(text)) await once(stream, 'drain');
    text = '';
  }
  stream.end(text);
  await once(stream, 'finish');
}

/** Customers that are in the database before: the same every time. */
export function* storedCustomers(rows: number): Iterable<string> {
  for (let n = 0; n < rows; n += STORED_EVERY) yield customerLine(n, { version: 2 });
}

/** Rows that repeat others are never ones of stored customers. */
function line(n: number): string {
  const repeats = n % REPEATED_EVERY === 7 && n >= REPEAT_DISTANCE;
  return repeats ? customerLine(n - REPEAT_DISTANCE, { version: 1 }) : customerLine(n);
}
