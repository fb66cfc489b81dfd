/** Hands a file made here to the browser's downloads. */
export function saveBlob(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser has taken the file over once the click was handled.
  setTimeout(() => URL.revokeObjectURL(link.href), 0);
}

/** A file's name without what says its format, for what is made of it. */
export function baseName(fileName: string): string {
  return fileName.replace(/\.[^.]*$/, '');
}
