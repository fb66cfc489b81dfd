/** Number formats that have no code in the file. Those left out are plain numbers or text. */
export const BUILT_IN_FORMATS: ReadonlyMap<number, string> = new Map([
  ...range(14, 17, 'm/d/yy'),
  ...range(18, 21, 'h:mm'),
  [22, 'm/d/yy h:mm'],
  // East Asian calendars and clocks, whose codes depend on the language of the program.
  ...range(27, 31, 'yyyy/m/d'),
  ...range(32, 33, 'h:mm:ss'),
  ...range(34, 36, 'yyyy/m/d'),
  [45, 'mm:ss'],
  [46, '[h]:mm:ss'],
  [47, 'mm:ss.0'],
  ...range(50, 58, 'yyyy/m/d'),
  ...range(71, 81, 'yyyy/m/d'),
]);

function range(first: number, last: number, code: string): readonly (readonly [number, string])[] {
  return Array.from({ length: last - first + 1 }, (_, at) => [first + at, code] as const);
}
