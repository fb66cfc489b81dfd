const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** A file size a person can read, e.g. `1.4 MB`. */
export function formatBytes(bytes: number, language: string): string {
  const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: units[power] ?? 'byte',
    unitDisplay: 'short',
    maximumFractionDigits: power === 0 ? 0 : 1,
  }).format(bytes / 1000 ** power);
}

export function formatNumber(value: number, language: string): string {
  return new Intl.NumberFormat(language).format(value);
}

/** A span of time in its largest fitting unit, e.g. `3 min`; takes seconds. */
export function formatDuration(seconds: number, language: string): string {
  const [unit, size] =
    seconds < 90
      ? (['second', 1] as const)
      : seconds < 5400
        ? (['minute', 60] as const)
        : (['hour', 3600] as const);
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: 0,
  }).format(Math.max(1, Math.round(seconds / size)));
}

/** An instant as a person would say it: the time today, else the day, with the year only where it is another. */
export function formatWhen(instant: string, language: string, now: Date = new Date()): string {
  const when = new Date(instant);
  const isToday = when.toDateString() === now.toDateString();
  const day: Intl.DateTimeFormatOptions =
    when.getFullYear() === now.getFullYear()
      ? { day: 'numeric', month: 'short' }
      : { day: 'numeric', month: 'short', year: 'numeric' };
  return new Intl.DateTimeFormat(language, {
    ...(isToday ? {} : day),
    hour: '2-digit',
    minute: '2-digit',
  }).format(when);
}
