/** Media types of the files a session makes. */
export const MEDIA_TYPES: Readonly<Record<'csv' | 'xlsx' | 'xls', string>> = {
  csv: 'text/csv;charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xls: 'application/vnd.ms-excel',
};
