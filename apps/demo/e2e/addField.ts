import type { Page } from 'playwright';

/** Adds a field of the CRM's own in the settings. */
export async function addField(
  page: Page,
  field: { readonly label: string; readonly type: string; readonly entity: string },
): Promise<void> {
  await page.getByRole('textbox', { name: 'Name' }).fill(field.label);
  await page.getByRole('combobox', { name: 'Type' }).selectOption(field.type);
  await page.getByRole('combobox', { name: 'Belongs to' }).selectOption(field.entity);
  await page.getByRole('button', { name: 'Add field' }).click();
  await page.getByText(`${field.label} is added.`).waitFor();
}
