/** Places and units: choosing a name, the list's own page. */
export const places = {
  choice: {
    merged: '{value} (merged into {now} in {year})',
    closed: '{value} (closed in {year})',
    former: '{value} (now {now})',
  },
  load: {
    act: 'Load the ten townships and streets of Hezuo',
    done: '{count} loaded. Villages and communities can follow.',
    none: 'All ten are in the list already.',
  },
} as const
