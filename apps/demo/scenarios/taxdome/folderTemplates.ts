/** Folders that a new account gets, by template (TD10). */
export const folderTemplates: Readonly<Record<string, readonly string[]>> = {
  'Default tax years': ['2024', '2025', '2026', 'Permanent'],
  'Company books': ['Registru jurnal', 'Balanțe', 'Declarații', 'Contracte'],
  Payroll: ['State de plată', 'Contracte de muncă', 'Declarația 112'],
};
