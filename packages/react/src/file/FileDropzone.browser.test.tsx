import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { atStep } from '../stories/atStep.ts';
import { customersCsv, customersFile } from '../stories/customers.ts';
import { ImportWizard } from '../wizard/ImportWizard.tsx';

function zoneOf(container: Element): Element {
  const zone = container.querySelector('.importera-dropzone');
  if (zone === null) throw new Error('There is no dropzone.');
  return zone;
}

function transfer(files: readonly File[]): DataTransfer {
  const data = new DataTransfer();
  for (const file of files) data.items.add(file);
  return data;
}

test('a dropped file opens, and the host is told why it came', async () => {
  const onFile = vi.fn<(file: File | string, details: { readonly reason: string }) => void>();
  const screen = await render(<ImportWizard importer={await atStep('file')} onFile={onFile} />);
  const zone = zoneOf(screen.container);
  const dataTransfer = transfer([customersFile()]);
  zone.dispatchEvent(new DragEvent('dragenter', { bubbles: true, dataTransfer }));
  await expect.element(screen.getByText('Let go to open it')).toBeVisible();
  zone.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }));
  await expect
    .element(screen.getByRole('heading', { name: 'Match columns to fields' }))
    .toBeVisible();
  expect(onFile).toHaveBeenCalledExactlyOnceWith(expect.any(File), { reason: 'drop' });
});

test('several files at once are refused in place', async () => {
  const screen = await render(<ImportWizard importer={await atStep('file')} />);
  const dataTransfer = transfer([customersFile(), customersFile()]);
  zoneOf(screen.container).dispatchEvent(
    new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }),
  );
  await expect.element(screen.getByRole('alert')).toHaveTextContent('Drop one file at a time.');
});

test('a file over the limit is refused in place', async () => {
  const screen = await render(<ImportWizard importer={await atStep('file')} maxSize={10} />);
  const dataTransfer = transfer([customersFile()]);
  zoneOf(screen.container).dispatchEvent(
    new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }),
  );
  await expect.element(screen.getByRole('alert').getByText(/too large/)).toBeVisible();
});

test('cells pasted onto the step open as they are', async () => {
  const screen = await render(<ImportWizard importer={await atStep('file')} />);
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', customersCsv);
  zoneOf(screen.container).dispatchEvent(
    new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData }),
  );
  await expect
    .element(screen.getByRole('heading', { name: 'Match columns to fields' }))
    .toBeVisible();
});

test('a file that is no spreadsheet is explained in place, and another can be chosen', async () => {
  const screen = await render(<ImportWizard importer={await atStep('file')} />);
  const picture = new File(
    [new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 1])],
    'photo.xlsx',
  );
  const drop = (file: File): boolean =>
    zoneOf(screen.container).dispatchEvent(
      new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: transfer([file]) }),
    );
  drop(picture);
  await expect.element(screen.getByRole('alert').getByText(/is a PNG file/)).toBeVisible();
  drop(customersFile());
  await expect
    .element(screen.getByRole('heading', { name: 'Match columns to fields' }))
    .toBeVisible();
});
