/** Characters that some file system refuses. */
const REFUSED = /[\\/:*?"<>|\s\p{Cc}]+/gu;

export function nameFile(parts: readonly string[], extension: string): string {
  const name = parts.map((part) => part.replaceAll(REFUSED, ' ').trim()).filter(Boolean);
  return `${name.join(' - ').slice(0, 120)}.${extension}`;
}

/** Hands a text or a picture to the reader as a file. */
export function saveFile(name: string, content: BlobPart, type: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has to have begun before the address goes.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
