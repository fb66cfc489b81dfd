import type { OpenedDemo } from './openDemo.ts';

/** What the browser is told when somebody drags a file over the zone, and lets go of it there. */
export async function dropFile({ page, context }: OpenedDemo, file: string): Promise<void> {
  const zone = await page.getByText('Drop a spreadsheet here').boundingBox();
  const place = { x: (zone?.x ?? 0) + 40, y: (zone?.y ?? 0) + 10 };
  const browser = await context.newCDPSession(page);
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    if (type === 'drop') await page.getByText('Let go to open it').waitFor();
    const data = { items: [], files: [file], dragOperationsMask: 1 };
    await browser.send('Input.dispatchDragEvent', { type, ...place, data });
  }
}
